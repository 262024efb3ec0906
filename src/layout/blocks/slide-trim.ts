import type { Block } from "../../document/index.ts";
import { continuedTable } from "./table.ts";

/** No slide holds more lines, blocks, rows or entries than this: what is beyond is not even tried. */
const most = 80;

/** Blocks in two: what may stand on a slide, and what surely does not. */
export type Trimmed = { readonly shown: readonly Block[]; readonly rest: readonly Block[] };

/** Keeps the work for a slide within bounds, however long its source is. */
export const trimmed = (blocks: readonly Block[]): Trimmed => {
  const rest = blocks.slice(most);
  const shown: Block[] = [];
  for (const [index, block] of blocks.slice(0, most).entries()) {
    const [first, second] = parted(block);
    shown.push(first);
    if (second !== undefined) {
      return { shown, rest: [second, ...blocks.slice(index + 1)] };
    }
  }
  return { shown, rest };
};

/** What is left of a slide and what was never tried, one block again where it was one. */
export const joined = (left: readonly Block[], rest: readonly Block[]): readonly Block[] => {
  const last = left.at(-1);
  const [first, ...others] = rest;
  const whole = last !== undefined && first !== undefined ? united(last, first) : undefined;
  return whole === undefined ? [...left, ...rest] : [...left.slice(0, -1), whole, ...others];
};

const parted = (block: Block): readonly [Block, Block?] => {
  switch (block.kind) {
    case "list":
      if (block.items.length <= most) return [block];
      return [
        { ...block, items: block.items.slice(0, most) },
        { ...block, start: block.start + most, items: block.items.slice(most) },
      ];
    case "table":
      if (block.body.length <= most) return [block];
      return [
        { ...block, body: block.body.slice(0, most) },
        continuedTable({ ...block, body: block.body.slice(most) }),
      ];
    case "timeline":
      if (block.entries.length <= most) return [block];
      return [
        { ...block, entries: block.entries.slice(0, most) },
        { ...block, entries: block.entries.slice(most) },
      ];
    case "cards":
      if (block.cards.length <= most) return [block];
      return [
        { ...block, cards: block.cards.slice(0, most) },
        { ...block, cards: block.cards.slice(most) },
      ];
    case "columns":
      return partedColumns(block);
    default:
      return [block];
  }
};

const partedColumns = (block: Extract<Block, { kind: "columns" }>): readonly [Block, Block?] => {
  const parts = block.columns.map((column) => ({ column, ...trimmed(column.children) }));
  if (parts.every((part) => part.rest.length === 0)) return [block];
  return [
    { ...block, columns: parts.map(({ column, shown }) => ({ ...column, children: shown })) },
    { ...block, columns: parts.map(({ column, rest }) => ({ ...column, children: rest })) },
  ];
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
  if (one.kind !== "columns" || other.kind !== "columns") return undefined;
  return {
    ...one,
    columns: one.columns.map((column, index) => ({
      ...column,
      children: joined(column.children, other.columns[index]?.children ?? []),
    })),
  };
};
