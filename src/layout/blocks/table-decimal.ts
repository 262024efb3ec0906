import type { Inline, PlacedCell, Table } from "../../document/index.ts";
import { textOf } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";
import { styleOf } from "./flow-helpers.ts";
import { textExtent } from "./text-frame.ts";

/** How the numbers of a column stand below one another: all end as far before the edge as the longest of what follows the whole number. */
export type DecimalColumn = {
  /** Width of the longest part from the decimal mark on. */
  readonly rest: Points;
  /** Width of the longest whole number. */
  readonly whole: Points;
  /** Of a cell, by its id: how far it moves to the left; absent: it ends at the edge. */
  readonly moves: ReadonlyMap<string, Points>;
};

/** What follows a whole number is a unit, a note or decimals; what is longer is a sentence. */
const longestRest = 16;

/** Of the columns that ask for it, and of those with numbers at the right edge that differ in what follows the whole number. */
export const decimalColumns = (
  table: Table,
  body: readonly (readonly PlacedCell[])[],
  contexts: readonly { readonly body: FlowContext }[],
): readonly (DecimalColumn | undefined)[] => {
  const found = contexts.map((_, column): Candidate | undefined => {
    const alignment = table.columns[column]?.alignment;
    if (alignment !== "decimal" && alignment !== "end") return undefined;
    return { asked: alignment === "decimal", cells: [], odd: 0 };
  });
  if (found.every((candidate) => candidate === undefined)) return found as readonly undefined[];
  const mark = markOf(contexts[0]?.body.language ?? "");
  for (const row of body) {
    for (const { cell, column, columnSpan } of row) {
      const candidate = columnSpan === 1 ? found[column] : undefined;
      if (candidate !== undefined) take(candidate, cell, mark);
    }
  }
  return found.map((candidate, column) => {
    const context = contexts[column]?.body;
    return candidate && context && settled(candidate, context);
  });
};

type Candidate = {
  readonly asked: boolean;
  readonly cells: NumberCell[];
  /** Cells with other words. */
  odd: number;
};

type NumberCell = {
  readonly id: string;
  readonly whole: readonly Inline[];
  readonly rest: readonly Inline[];
  readonly restText: string;
};

const take = (candidate: Candidate, cell: PlacedCell["cell"], mark: string): void => {
  const [block, second] = cell.children;
  if (block === undefined) return;
  const text = block.kind === "paragraph" && second === undefined ? textOf(block.children) : "";
  const length = block.kind === "paragraph" ? wholeLength(text, mark) : undefined;
  if (block.kind !== "paragraph" || length === undefined) {
    candidate.odd += /^\D{1,6}$/.test(text) ? 0 : 1;
    return;
  }
  candidate.cells.push({
    id: cell.id,
    whole: cut(block.children, 0, length),
    rest: cut(block.children, length, Number.POSITIVE_INFINITY),
    restText: text.slice(length),
  });
};

/** French writes 1 234,5, English 1,234.5. */
const markOf = (language: string): string =>
  /^(?:en|ja|zh|ko|ar|he|fa|ur)\b/.test(language) ? "." : ",";

/** Up to the last figure before the decimal mark; undefined when the text is no number. */
const wholeLength = (text: string, mark: string): number | undefined => {
  const parts = mark === "." ? ",\u00A0\u202F '’" : ".\u00A0\u202F '’";
  const whole = new RegExp(`^[^\\p{L}\\d]{0,6}\\d+(?:[${parts}]\\d{3}(?!\\d))*`, "u").exec(
    text,
  )?.[0];
  if (whole !== undefined) {
    return text.length - whole.length <= longestRest ? whole.length : undefined;
  }
  // .5 and ,5
  return new RegExp(`^[^\\p{L}\\d]{0,6}\\${mark}\\d+\\D{0,6}$`, "u").test(text)
    ? text.indexOf(mark)
    : undefined;
};

/** Running text between two places, counted as `textOf` does. */
const cut = (children: readonly Inline[], from: number, to: number): readonly Inline[] => {
  let at = 0;
  return children.flatMap((child): readonly Inline[] => {
    const start = at;
    at += textOf([child]).length;
    if (child.kind === "text") {
      const value = child.value.slice(Math.max(0, from - start), Math.max(0, to - start));
      return value === "" ? [] : [{ ...child, value }];
    }
    if ("children" in child) {
      const inner = cut(child.children, from - start, to - start);
      return inner.length === 0 ? [] : [{ ...child, children: inner }];
    }
    // What has no letters of its own, such as a note's number, follows the number.
    return (at > start ? start >= from && start < to : to === Number.POSITIVE_INFINITY)
      ? [child]
      : [];
  });
};

const settled = (candidate: Candidate, context: FlowContext): DecimalColumn | undefined => {
  const { cells, odd, asked } = candidate;
  const alike = new Set(cells.map(({ restText }) => restText)).size < 2;
  if (cells.length === 0 || (!asked && (odd > 0 || alike))) return undefined;
  const style = styleOf(context, "body");
  const known = new Map<string, Points>();
  const widthOf = (inlines: readonly Inline[], text: string): Points => {
    const plain = inlines.every((inline) => inline.kind === "text");
    const before = plain ? known.get(text) : undefined;
    if (before !== undefined) return before;
    const width = inlines.length === 0 ? 0 : textExtent(inlines, style, context).max;
    if (plain) known.set(text, width);
    return width;
  };
  let rest = 0;
  let whole = 0;
  const rests = cells.map((cell) => {
    const width = widthOf(cell.rest, cell.restText);
    rest = Math.max(rest, width);
    whole = Math.max(whole, widthOf(cell.whole, textOf(cell.whole)));
    return width;
  });
  const moves = new Map(cells.map(({ id }, index) => [id, rest - (rests[index] ?? 0)]));
  return { rest, whole, moves };
};
