import type { CodeBlock, CodeToken, Inline } from "../../document/index.ts";
import type { TextStyle } from "../../theme/index.ts";
import type { BlockFlow, FlowContext, FlowItem } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { boxed, insideOf } from "./box.ts";
import { breakCost, styleOf, textFlow } from "./flow-helpers.ts";

/** Blocks up to this many lines are not parted. */
const shortBlock = 12;

/** Lines as they were written, on a tint; a line that is too long goes on below, since nothing is cut off. */
export const flowCodeBlock: BlockFlow<CodeBlock> = (block, context) => {
  const style = styleOf(context, block.role ?? "code", "code");
  const box = {
    node: block.id,
    strip: context.strip(style.strip),
    fill: context.theme.blocks.box.fill,
    padding: { top: 8, right: 12, bottom: 8, left: 12 },
    before: style.before,
    after: style.after,
  };
  const inside = insideOf(box, context);
  const line = {
    ...style,
    strip: "main",
    before: 0,
    after: 0,
    indent: 0,
    hang: 0,
    align: "left" as const,
    hyphenate: false,
    keepTogether: false,
    keepWithNext: false,
  };
  const flow: FlowItem[] = [];
  for (const tokens of linesOf(block)) {
    const value = tokens.map(({ text }) => text).join("");
    const children = tokens.map((token) => coloured(token, block.id));
    const set = textFlow({ node: block.id, children, style: line }, inside);
    if (set.length > 0 && value.trim() !== "") flow.push(...goesOn(set, style, context));
    else {
      const height = style.leading;
      flow.push({ height, before: 0, after: 0, penalty: 0, items: [], node: block.id });
    }
  }
  const set = boxed(flow, box, context);
  return set.length <= shortBlock ? set : loosened(set, context.theme.breaks);
};

/** The tokens of each line; spaces that mean something are kept, and one at the end parts its last word from the next line for those who hear it. */
function linesOf(block: CodeBlock): readonly (readonly CodeToken[])[] {
  const lines: CodeToken[][] = [[]];
  for (const token of block.tokens ?? [{ text: block.code }]) {
    for (const [index, text] of token.text.split(/\r\n|\n|\r/).entries()) {
      if (index > 0) lines.push([]);
      if (text !== "") lines.at(-1)?.push({ ...token, text });
    }
  }
  return lines.map(([first, ...others], index) =>
    first === undefined
      ? []
      : [
          { ...first, text: spaces(first.text, true) },
          ...others.map((token) => ({ ...token, text: spaces(token.text, false) })),
          ...(index < lines.length - 1 ? [{ text: " " }] : []),
        ],
  );
}

function coloured({ text, role }: CodeToken, id: string): Inline {
  const children: readonly Inline[] = [{ kind: "text", value: text }];
  // The words are the block's own: a colour is no element of the document.
  return role === undefined
    ? { kind: "span", id, children }
    : { kind: "span", id, role: `code-${role}`, children };
}

/** A hook beside each line that goes on with the one before, since in code the end of a line means something. */
function goesOn(
  set: readonly FlowItem[],
  style: TextStyle,
  context: FlowContext,
): readonly FlowItem[] {
  if (set.length < 2) return set;
  const colour = context.theme.colours["muted"] ?? style.colour;
  const side = style.size * 0.45;
  const box = { kind: "box", tag: { artifact: "layout" }, colour } as const;
  return set.map((item, index) => {
    const x = Math.min(...item.items.map((part) => part.x)) - side - 1.5;
    if (index === 0 || item.items.length === 0) return item;
    const foot = item.height * 0.55;
    const hook: readonly PageItem[] = [
      { ...box, x, y: foot - side, width: 0.5, height: side },
      { ...box, x, y: foot - 0.5, width: side, height: 0.5 },
    ];
    return { ...item, items: [...item.items, ...hook] };
  });
}

/** White space means something in code: all but single spaces between words are kept from being folded. */
function spaces(text: string, first: boolean): string {
  return text
    .replace(/\t/g, "    ")
    .replace(first ? /^ +/ : / {2,}/g, (found) => "\u00A0".repeat(found.length))
    .replace(/ {2,}/g, (found) => `${"\u00A0".repeat(found.length - 1)} `);
}

function loosened(
  flow: readonly FlowItem[],
  breaks: { readonly orphans: number; readonly widows: number },
): readonly FlowItem[] {
  const last = flow.length - 1;
  return flow.map((item, index) => {
    if (index === last) return item;
    const lonely = index + 1 < breaks.orphans || last - index < breaks.widows;
    return { ...item, penalty: lonely ? breakCost.lonely : breakCost.unwelcome };
  });
}
