import type { Block } from "./blocks.ts";
import { partedWhere } from "./parted.ts";
import { textOf } from "./text-of.ts";

/** No slide holds more lines, rows or entries than this: what is beyond is not even tried. */
const most = 80;

/** Blocks in two: what may stand on a slide, and what surely does not. */
export type Trimmed = { readonly shown: readonly Block[]; readonly rest: readonly Block[] };

/** Keeps the work for a slide within bounds, however long its source is. */
export const trimmed = (blocks: readonly Block[]): Trimmed =>
  partedWhere(blocks, (candidates) => sizeOf(candidates) <= most);

/** About how many lines and entries blocks have. */
const sizeOf = (blocks: readonly Block[]): number => {
  let size = 0;
  for (const block of blocks) size += linesOf(block);
  return size;
};

const linesOf = (block: Block): number => {
  switch (block.kind) {
    case "list":
      return block.items.reduce((sum, item) => sum + Math.max(1, sizeOf(item.children)), 0);
    case "table":
      return block.body.length;
    case "timeline":
      return block.entries.length;
    case "cards":
      return block.cards.length;
    case "definitionList":
      return block.entries.length;
    case "columns":
      return Math.max(1, ...block.columns.map((column) => sizeOf(column.children)));
    case "section":
    case "quote":
    case "group":
    case "callout":
      return 1 + sizeOf(block.children);
    case "codeBlock":
      return block.code.split("\n").length;
    case "paragraph":
      // A line of the smallest text is no longer than this.
      return Math.ceil(textOf(block.children).length / 150);
    default:
      return 1;
  }
};

/** What is left of a slide and what was never tried, one block again where it was one. */
export const joined = (left: readonly Block[], rest: readonly Block[]): readonly Block[] => {
  const last = left.at(-1);
  const [first, ...others] = rest;
  const whole = last !== undefined && first !== undefined ? united(last, first) : undefined;
  return whole === undefined ? [...left, ...rest] : [...left.slice(0, -1), whole, ...others];
};

/** Two parts of one block; undefined when they are not. */
const united = (one: Block, other: Block): Block | undefined => {
  if (one.id !== other.id) return undefined;
  if (one.kind === "list" && other.kind === "list") {
    return { ...one, items: [...one.items, ...other.items] };
  }
  if (one.kind === "table" && other.kind === "table") {
    return { ...one, body: [...one.body, ...other.body] };
  }
  if (one.kind === "timeline" && other.kind === "timeline") {
    return { ...one, entries: [...one.entries, ...other.entries] };
  }
  if (one.kind === "cards" && other.kind === "cards") {
    return { ...one, cards: [...one.cards, ...other.cards] };
  }
  if (one.kind === "codeBlock" && other.kind === "codeBlock") {
    return { ...one, code: `${one.code}\n${other.code}` };
  }
  if (one.kind === "paragraph" && other.kind === "paragraph") {
    return { ...one, children: [...one.children, ...other.children] };
  }
  if (one.kind !== "columns" || other.kind !== "columns") return undefined;
  return {
    ...one,
    columns: one.columns.map((column, index) => ({
      ...column,
      children: joined(column.children, other.columns[index]?.children ?? []),
    })),
  };
};
