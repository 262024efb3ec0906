import type { Code, Html, Nodes, Paragraph, PhrasingContent } from "mdast";
import { attachAttributes } from "./attributes-tree.ts";
import { joinedTexts, visitAll } from "./children.ts";
import { elementKind } from "./html-elements.ts";
import type { Frame } from "./html-frames.ts";
import { builtFrame, loose, newFrame } from "./html-frames.ts";
import { htmlPhrasing, isComment } from "./html-phrasing.ts";
import type { HtmlTag, Tag, TellElement } from "./html-tag.ts";
import { decode, readTag } from "./html-tag.ts";
import { parse } from "./parse.ts";

/** Blocks that are read one after another, with the elements that are open. */
type Reading = {
  readonly tell: TellElement;
  /** The innermost last; the first is what stands around all. */
  readonly open: Frame[];
  /** Running text that has not become a paragraph yet. */
  run: PhrasingContent[];
};

/**
 * Makes blocks of HTML's elements in a list of blocks. A tag of a block counts at the start of a line or within another
 * such element, as in CommonMark; elsewhere it is a word that somebody forgot to escape, and goes with a warning. What an
 * element that is never closed holds reaches to the end of the list.
 */
export function htmlBlocks(list: readonly Nodes[], tell: TellElement): Nodes[] {
  const reading: Reading = { tell, open: [newFrame(undefined, undefined)], run: [] };
  for (const node of list) {
    if (node.type === "html") readVerbatim(reading, node);
    else if (node.type === "paragraph") readParagraph(reading, node);
    else if (node.type === "code" && isIndentedHtml(reading, node)) readIndented(reading, node);
    else take(reading, node);
  }
  closeTo(reading, 1);
  return loose(reading.open[0]?.children ?? []);
}

function take(reading: Reading, node: Nodes): void {
  endRun(reading);
  reading.open.at(-1)?.children.push(node);
}

/** Parts of tables and lists that are indented for reading, after a blank line: to Markdown they are code. */
function isIndentedHtml(reading: Reading, node: Code): boolean {
  const around = reading.open.at(-1)?.tag?.name ?? "";
  const parted = /^(?:table|thead|tbody|tfoot|tr|ul|ol|dl)$/.test(around);
  return (
    parted &&
    !node.lang &&
    /^<\/?(?:t[drh]|tbody|thead|tfoot|li|d[td]|caption)\b/.test(node.value.trim())
  );
}

function readIndented(reading: Reading, node: Code): void {
  const text = node.value.replace(/^[ \t]+/gm, "");
  const { root } = parse(text, "source");
  attachAttributes(root, text);
  visitAll(root, (inner) => {
    if (node.position !== undefined) inner.position = node.position;
  });
  for (const child of root.children) {
    if (child.type === "html") readVerbatim(reading, child);
    else if (child.type === "paragraph") {
      readParagraph(reading, {
        ...child,
        children: htmlPhrasing(child.children, reading.tell) as never,
      });
    } else take(reading, child);
  }
}

/** Comments go; the text of `<pre>` is code; scripts and their like are told; others, cut short, are text. */
function readVerbatim(reading: Reading, node: Html): void {
  endRun(reading);
  if (isComment(node)) return;
  const tag = readTag(node.value);
  const position = node.position && { position: node.position };
  const close = tag === undefined ? -1 : node.value.toLowerCase().lastIndexOf(`</${tag.name}>`);
  if (tag === undefined || close === -1) {
    const text = { type: "text", value: node.value, ...position } as const;
    take(reading, { type: "paragraph", children: [text], ...position });
  } else if (elementKind(tag.name) === "refused") reading.tell(node, tag, "refused");
  else take(reading, { ...codeOf(node.value.slice(0, close), tag), ...position });
}

/** `<pre><code class="language-js">`: its text without tags, without the line end after the opening one (HTML 13.1.2.5). */
function codeOf(html: string, tag: Tag): Nodes {
  const start = html.indexOf(">") + 1;
  const inner = html.slice(start);
  const code = /^\s*<code\b[^>]*>/i.exec(inner)?.[0] ?? "";
  const named = `${tag.values.get("class") ?? ""} ${readTag(code.trim())?.values.get("class") ?? ""}`;
  const language =
    /(?:^|\s)lang(?:uage)?-([\w+#.-]+)/.exec(named)?.[1] ?? tag.values.get("lang") ?? null;
  const text = decode(inner.replace(/<\/?[A-Za-z][^<>]*>|<!--[\s\S]*?-->/g, ""));
  return { type: "code", lang: language, meta: null, value: text.replace(/^\n|\s+$/g, "") };
}

function readParagraph(reading: Reading, node: Paragraph): void {
  const children = node.children as readonly (PhrasingContent | HtmlTag)[];
  const { tell } = reading;
  let counts = reading.open.length > 1;
  let found = counts;
  for (const [index, child] of children.entries()) {
    if (child.type !== "html") {
      reading.run.push(child);
      continue;
    }
    const tag = (child as HtmlTag).tag;
    if (tag === undefined) continue;
    counts ||= startsLine(children[index - 1]);
    if (counts) readTagOf(reading, child, tag);
    else tell(child, tag, "odd");
    found ||= counts;
  }
  if (found) endRun(reading);
  else {
    const kept = trimmed(joinedTexts(reading.run) as PhrasingContent[]);
    reading.run = [];
    if (kept.length > 0) take(reading, { ...node, children: kept });
  }
}

function startsLine(before: Nodes | undefined): boolean {
  if (before === undefined || before.type === "html" || before.type === "break") return true;
  return before.type === "text" && /\n[ \t]*$/.test(before.value);
}

function readTagOf(reading: Reading, html: Html, tag: Tag): void {
  endRun(reading);
  if (tag.closes) {
    const at = reading.open.findLastIndex((frame) => frame.tag?.name === tag.name);
    if (at > 0) closeTo(reading, at, html);
    return;
  }
  endImplied(reading, tag.name);
  const position = html.position && { position: html.position };
  if (tag.name === "hr") take(reading, { type: "thematicBreak", ...position });
  else if (opens.test(tag.name) && reading.open.length < mostOpen) {
    reading.open.push(newFrame(tag, html));
  }
}

/** Elements in each other; deeper ones only arrange. */
const mostOpen = 50;

/** Elements that make a block; others only arrange. */
const opens =
  /^(?:blockquote|caption|dd|details|dl|dt|figcaption|figure|h[1-6]|li|ol|p|pre|summary|table|td|tfoot|th|thead|tr|ul|menu|dir)$/;

/** What HTML closes when another element begins (13.1.2.4), no further than the element around both. */
const implied: readonly (readonly [begins: RegExp, ends: RegExp, within: RegExp])[] = [
  [/^li$/, /^(?:li|p)$/, /^(?:ul|ol|menu|dir)$/],
  [/^(?:dt|dd)$/, /^(?:dt|dd|p)$/, /^dl$/],
  [/^(?:td|th)$/, /^(?:td|th|p)$/, /^(?:tr|table)$/],
  [/^tr$/, /^(?:tr|td|th|p|caption)$/, /^table$/],
  [/^(?:thead|tbody|tfoot)$/, /^(?:thead|tfoot|tr|td|th|p|caption)$/, /^table$/],
  [/^(?!(?:li|dt|dd|td|th|tr|thead|tbody|tfoot)$)/, /^p$/, /^(?!p$)/],
];

function endImplied(reading: Reading, name: string): void {
  const rule = implied.find(([begins]) => begins.test(name));
  if (rule === undefined) return;
  const [, ends, within] = rule;
  let first = reading.open.length;
  for (let at = reading.open.length - 1; at > 0; at--) {
    const open = reading.open[at]?.tag?.name ?? "";
    if (within.test(open)) break;
    if (ends.test(open)) first = at;
  }
  closeTo(reading, first);
}

/** Closes frames until so many are open. */
function closeTo(reading: Reading, count: number, html?: Html): void {
  endRun(reading);
  while (reading.open.length > count) {
    const frame = reading.open.pop();
    const around = reading.open.at(-1);
    if (frame === undefined || around === undefined) return;
    around.children.push(...builtFrame(frame, around, html));
  }
}

function endRun(reading: Reading): void {
  const children = trimmed(joinedTexts(reading.run) as PhrasingContent[]);
  reading.run = [];
  const start = children[0]?.position?.start;
  const end = children.at(-1)?.position?.end;
  if (children.length === 0) return;
  const position = start && end && { position: { start, end } };
  reading.open.at(-1)?.children.push({ type: "paragraph", children, ...position });
}

/** Without blanks and line breaks at its ends; empty when there is nothing else. */
function trimmed(run: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = [...run];
  for (let first = kept[0]; first !== undefined; first = kept[0]) {
    if (first.type === "text") {
      const value = first.value.replace(/^[ \t\n]+/, "");
      if (value !== "") {
        kept[0] = { ...first, value };
        break;
      }
    } else if (first.type !== "break") break;
    kept.shift();
  }
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    if (last.type === "text") {
      const value = last.value.replace(/[ \t\n]+$/, "");
      if (value !== "") {
        kept[kept.length - 1] = { ...last, value };
        break;
      }
    } else if (last.type !== "break") break;
    kept.pop();
  }
  return kept;
}
