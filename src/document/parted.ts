import type { Block, CodeBlock, Columns, List, Table } from "./blocks.ts";
import { cutInlines } from "./cut-inlines.ts";
import { textOf } from "./text-of.ts";

/** Blocks in two: what a slide shows, and what goes on. */
export type Parted = { readonly shown: readonly Block[]; readonly rest: readonly Block[] };

/** Whether blocks have room; where more has room, less has too. */
export type Fits = (blocks: readonly Block[]) => boolean;

/**
 * As many blocks as have room, at least a part of the first one. Lists are parted between their items, tables between rows, sections
 * between what stands in them; a paragraph and code only where nothing else would be shown.
 */
export const partedWhere = (blocks: readonly Block[], fits: Fits, alone = true): Parted => {
  if (blocks.length === 0 || fits(blocks)) return { shown: blocks, rest: [] };
  const count = mostThatFit(blocks.length - 1, (most) => fits(blocks.slice(0, most)));
  const kept = blocks.slice(0, count);
  const cut = blocks[count];
  const inPlace: Fits = (candidates) => fits([...kept, ...candidates]);
  const parts = cut === undefined ? undefined : partOf(cut, inPlace, alone && count === 0);
  if (parts !== undefined) {
    return {
      shown: [...kept, ...parts.shown],
      rest: [...parts.rest, ...blocks.slice(count + 1)],
    };
  }
  const taken = Math.max(1, count);
  return { shown: blocks.slice(0, taken), rest: blocks.slice(taken) };
};

/** The greatest number up to `most` that fits, where more never fits when less does not; 0 for none. */
export const mostThatFit = (most: number, fits: (count: number) => boolean): number => {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** A block in two; undefined where no part of it has room, or where it stays whole. */
const partOf = (block: Block, fits: Fits, alone: boolean): Parted | undefined => {
  switch (block.kind) {
    case "list":
      return partOfList(block, fits, alone);
    case "table":
      return partOfTable(block, fits);
    case "timeline":
      return partOfMany(block.entries, (entries) => ({ ...block, entries }), fits);
    case "cards":
      return partOfMany(block.cards, (cards) => ({ ...block, cards }), fits);
    case "definitionList":
      return partOfMany(block.entries, (entries) => ({ ...block, entries }), fits);
    case "columns":
      return partOfColumns(block, fits, alone);
    case "section":
      return partWithin(block.children, fits, alone, (children) => ({ ...block, children }));
    case "quote":
    case "group":
      return rewrapped(block.children, fits, alone, (children) => ({ ...block, children }));
    case "callout": {
      const first = (children: readonly Block[]): Block => ({ ...block, children });
      const later = (children: readonly Block[]): Block => ({ ...block, label: [], children });
      const parts = partWithin(block.children, fits, alone, first);
      return parts === undefined ? undefined : { ...parts, rest: [later(parts.rest)] };
    }
    case "codeBlock":
      return alone || linesOf(block) > shortCode ? partOfCode(block, fits) : undefined;
    case "paragraph":
      return alone ? partOfParagraph(block, fits) : undefined;
    default:
      return undefined;
  }
};

const partOfMany = <Thing>(
  things: readonly Thing[],
  withThings: (things: readonly Thing[]) => Block,
  fits: Fits,
): Parted | undefined => {
  const count = mostThatFit(things.length - 1, (most) => fits([withThings(things.slice(0, most))]));
  if (count === 0) return undefined;
  return { shown: [withThings(things.slice(0, count))], rest: [withThings(things.slice(count))] };
};

/** What stands in a block, in two; what goes on is no longer in it. */
const partWithin = (
  children: readonly Block[],
  fits: Fits,
  alone: boolean,
  around: (children: readonly Block[]) => Block,
): Parted | undefined => {
  const inside: Fits = (candidates) => fits([around(candidates)]);
  const { shown, rest } = partedWhere(children, inside, alone);
  return rest.length === 0 || !inside(shown) ? undefined : { shown: [around(shown)], rest };
};

const rewrapped = (
  children: readonly Block[],
  fits: Fits,
  alone: boolean,
  around: (children: readonly Block[]) => Block,
): Parted | undefined => {
  const parts = partWithin(children, fits, alone, around);
  return parts === undefined ? undefined : { ...parts, rest: [around(parts.rest)] };
};

const partOfList = (list: List, fits: Fits, alone: boolean): Parted | undefined => {
  const first = (count: number): List => ({ ...list, items: list.items.slice(0, count) });
  const from = (count: number): List => ({
    ...list,
    start: list.start + count,
    items: list.items.slice(count),
  });
  const count = mostThatFit(list.items.length - 1, (most) => fits([first(most)]));
  if (count > 0) return { shown: [first(count)], rest: [from(count)] };
  const item = list.items[0];
  if (item === undefined || !alone) return undefined;
  // An item that no slide holds goes on as text; its number was said.
  const parts = partWithin(item.children, fits, alone, (children) => ({
    ...list,
    items: [{ ...item, children }],
  }));
  if (parts === undefined) return undefined;
  return { ...parts, rest: list.items.length > 1 ? [...parts.rest, from(1)] : parts.rest };
};

/** What has no room of each column. */
const partOfColumns = (block: Columns, fits: Fits, alone: boolean): Parted | undefined => {
  const parts = block.columns.map((column) => {
    const inColumn: Fits = (children) => fits([{ ...block, columns: [{ ...column, children }] }]);
    return partedWhere(column.children, inColumn, alone);
  });
  const withParts = (which: "shown" | "rest"): Columns => ({
    ...block,
    columns: block.columns.map((column, index) => ({
      ...column,
      children: parts[index]?.[which] ?? [],
    })),
  });
  const isParted = parts.some(({ rest }) => rest.length > 0);
  return isParted ? { shown: [withParts("shown")], rest: [withParts("rest")] } : undefined;
};

const partOfTable = (table: Table, fits: Fits): Parted | undefined => {
  const first = (count: number): Table => ({ ...table, body: table.body.slice(0, count) });
  let count = mostThatFit(table.body.length - 1, (most) => fits([first(most)]));
  while (count > 0 && spansOver(table, count)) count -= 1;
  if (count === 0) return undefined;
  return {
    shown: [first(count)],
    rest: [continuedTable({ ...table, body: table.body.slice(count) })],
  };
};

/** Whether a cell of the rows before reaches into those from this one on. */
const spansOver = (table: Table, row: number): boolean =>
  table.body
    .slice(0, row)
    .some(({ cells }, index) => cells.some(({ rowSpan = 1 }) => index + rowSpan > row));

/** Code up to this many lines goes to the next slide rather than in two. */
const shortCode = 12;

const linesOf = ({ code }: CodeBlock): number => code.split("\n").length;

/** Its colours cover all of it, so that a part has none. */
const partOfCode = ({ tokens: _colours, ...block }: CodeBlock, fits: Fits): Parted | undefined =>
  partOfMany(block.code.split("\n"), (lines) => ({ ...block, code: lines.join("\n") }), fits);

/** At the end of a sentence; or else of a word. */
const partOfParagraph = (
  paragraph: Extract<Block, { readonly kind: "paragraph" }>,
  fits: Fits,
): Parted | undefined => {
  const text = textOf(paragraph.children);
  for (const pattern of [/[.!?…][)”»"]?\s+/gu, /\s+/gu]) {
    const ends = [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
    const first = (count: number): Block => ({
      ...paragraph,
      children: cutInlines(paragraph.children, ends[count - 1] ?? 0)[0],
    });
    const count = mostThatFit(ends.length, (most) => fits([first(most)]));
    if (count === 0) continue;
    const [, children] = cutInlines(paragraph.children, ends[count - 1] ?? 0);
    if (textOf(children).trim() === "") return undefined;
    return { shown: [first(count)], rest: [{ ...paragraph, children }] };
  }
  return undefined;
};

/** The same table going on elsewhere, a slide for example: no caption, and a head that is only seen. */
export const continuedTable = (table: Table): Table => ({ ...table, role: continued });

/** Whether it goes on from a table that stands before. */
export const isContinuedTable = ({ role }: Table): boolean => role === continued;

const continued = "continued";
