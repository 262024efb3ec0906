import type { Html, Nodes, Parents, PhrasingContent, Text } from "mdast";
import type { Report } from "../diagnostics/index.ts";
import { childLists, joinText, setChildren } from "./children.ts";
import type { Tag } from "./html-tag.ts";
import { isElement, readTag } from "./html-tag.ts";
import { placeOf } from "./place.ts";

/** Warnings at most in a file: someone who writes HTML writes much of it. */
const mostWarnings = 20;

/**
 * Takes HTML out of a tree, without losing a word: a comment goes, `<br>`, `<b>`, `<i>`, `<code>`, `<a>`, `<img>` and
 * their like become what Markdown has for them, other tags of HTML go with a warning while what they hold stays, and what
 * is no tag of HTML (`<name>`), or has no partner, is text.
 */
export function resolveHtml(tree: Nodes, file: string, report: Report): void {
  let warnings = 0;
  visit(tree, (html, tag) => {
    if (tag.closes || warnings++ >= mostWarnings) return;
    report({
      rule: "html-has-meaning",
      severity: "warning",
      message: `The HTML tag "<${tag.name}>" has no meaning here: what it holds is printed, the tag is not.`,
      place: placeOf({ file }, html),
      hints: ['Write it in Markdown, or write "\\<" where the sign itself is meant.'],
    });
  });
}

type Ignored = (html: Html, tag: Tag) => void;

function visit(node: Nodes, ignored: Ignored): void {
  if (!("children" in node)) return;
  for (const list of childLists(node)) {
    for (const child of list) visit(child, ignored);
    if (list.some((child) => child.type === "html" || isEmptied(child))) {
      setChildren(node, list, inBlocks(node, joined(withoutHtml(list, ignored))));
      if (node.type === "paragraph" || node.type === "heading") trimStart(node);
    }
  }
}

/** A paragraph that held nothing but comments and tags. */
function isEmptied(node: Nodes): boolean {
  return node.type === "paragraph" && node.children.length === 0;
}

/** `<!-->` and `<!--->` are comments too (CommonMark 6.6). */
function isComment({ value }: Html): boolean {
  return /^<!--(?:-?>|[\s\S]*-->)\s*$/.test(value);
}

/** An opening tag, and where it stands as text among what is kept, until its partner is found. */
type Open = { readonly tag: Tag; readonly html: Html; readonly index: number };

function withoutHtml(list: readonly Nodes[], ignored: Ignored): Nodes[] {
  const kept: Nodes[] = [];
  const open: Open[] = [];
  for (const node of list) {
    if (node.type !== "html") {
      if (!isEmptied(node)) kept.push(node);
    } else if (!isComment(node)) takeTag(node, kept, open, ignored);
  }
  return kept;
}

/** A text among blocks (a comment that never ended) is a paragraph. */
function inBlocks(parent: Parents, nodes: readonly Nodes[]): Nodes[] {
  if (!holdsBlocks.has(parent.type)) return [...nodes];
  return nodes.map((node) => {
    const position = node.position && { position: node.position };
    return node.type === "text" ? { type: "paragraph", children: [node], ...position } : node;
  });
}

const holdsBlocks = new Set<string>([
  ...["root", "blockquote", "listItem", "container", "definitionDescription", "footnoteDefinition"],
]);

/** Texts that only a tag or a comment parted are one text again. */
function joined(nodes: readonly Nodes[]): Nodes[] {
  const kept: Nodes[] = [];
  for (const node of nodes) {
    if (node.type === "text") joinText(kept, { ...node });
    else kept.push(node);
  }
  return kept;
}

function takeTag(html: Html, kept: Nodes[], open: Open[], ignored: Ignored): void {
  const text: Text = { type: "text", value: html.value, position: html.position };
  const tag = readTag(html.value);
  if (tag === undefined || tag.bare || !isElement(tag.name)) {
    kept.push(text);
    return;
  }
  const alone = standsAlone(tag, html);
  const at = tag.closes ? open.findLastIndex((start) => start.tag.name === tag.name) : -1;
  const start = open[at];
  if (alone !== undefined) kept.push(alone);
  else if (start !== undefined) {
    open.splice(at);
    const [, ...held] = kept.splice(start.index);
    kept.push(...wrap(start, html, joined(held) as PhrasingContent[]));
  } else if (wrapperOf(tag) === undefined) ignored(html, tag);
  else {
    if (!tag.closes) open.push({ tag, html, index: kept.length });
    kept.push(text);
  }
}

function standsAlone(tag: Tag, html: Html): PhrasingContent | undefined {
  const position = html.position && { position: html.position };
  if (tag.name === "br") return { type: "break", ...position };
  const url = tag.values.get("src");
  if (tag.name !== "img" || url === undefined) return undefined;
  const title = tag.values.get("title") ?? null;
  return { type: "image", url, title, alt: tag.values.get("alt") ?? null, ...position };
}

const wrappers: Readonly<Record<string, "strong" | "emphasis" | "delete" | "inlineCode" | "link">> =
  {
    a: "link",
    b: "strong",
    code: "inlineCode",
    del: "delete",
    em: "emphasis",
    i: "emphasis",
    kbd: "inlineCode",
    s: "delete",
    samp: "inlineCode",
    strike: "delete",
    strong: "strong",
    tt: "inlineCode",
    var: "emphasis",
  };

function wrapperOf(tag: Tag): (typeof wrappers)[string] | undefined {
  if (tag.name === "a" && (tag.closes || !tag.values.has("href"))) return undefined;
  return Object.hasOwn(wrappers, tag.name) ? wrappers[tag.name] : undefined;
}

function wrap(start: Open, html: Html, children: PhrasingContent[]): readonly PhrasingContent[] {
  const type = wrapperOf(start.tag);
  if (type === undefined || children.length === 0) return children;
  const from = start.html.position?.start;
  const to = html.position?.end;
  const position = from && to ? { position: { start: from, end: to } } : {};
  if (type === "link") {
    const url = start.tag.values.get("href") ?? "";
    const title = start.tag.values.get("title") ?? null;
    return [{ type, url, title, children, ...position }];
  }
  if (type !== "inlineCode") return [{ type, children, ...position }];
  // Code holds text alone; with markup inside, what it says matters more than how it is set.
  const [only, second] = children;
  const plain = only?.type === "text" && second === undefined;
  return plain ? [{ type, value: only.value, ...position }] : children;
}

/** A comment at the start has left its blank. */
function trimStart(parent: Parents): void {
  const [first] = parent.children as readonly Nodes[];
  if (first?.type !== "text" || !/^[ \t\n]/.test(first.value)) return;
  const written = first as Text;
  written.value = written.value.replace(/^[ \t\n]+/, "");
  if (written.value === "") parent.children.shift();
}
