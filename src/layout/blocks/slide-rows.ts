import type { Block, List } from "../../document/index.ts";
import type { Points, TextStyle } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { flowBlocks, narrowed, shift, stack } from "./flow-helpers.ts";
import { inBox, ruleAt, ruleWidth } from "./furniture.ts";
import { withText } from "./table-cells.ts";
import { emptyFrame, textFrame } from "./text-frame.ts";

/** Something that stands in a row between two rules. */
export type SlideRow = {
  readonly node: string;
  /** Number of an item of an ordered list. */
  readonly label?: string;
  readonly blocks: readonly Block[];
  /** What is said from this row on, for a next slide. */
  readonly from: () => readonly Block[];
};

/** Items of lists and other blocks, each a row. */
export const rowsOf = (blocks: readonly Block[]): readonly SlideRow[] =>
  blocks.flatMap((block, at): readonly SlideRow[] => {
    const following = blocks.slice(at + 1);
    if (block.kind !== "list") {
      return [{ node: block.id, blocks: [block], from: () => [block, ...following] }];
    }
    return block.items.map((item, index) => ({
      node: item.id,
      blocks: item.children,
      from: () => [listFrom(block, index), ...following],
      ...(block.ordered ? { label: `${block.start + index}` } : {}),
    }));
  });

const listFrom = (list: List, index: number): List =>
  index === 0 ? list : { ...list, start: list.start + index, items: list.items.slice(index) };

export type RowsLook = {
  /** Left edge and width of the rules. */
  readonly x: Points;
  readonly width: Points;
  readonly textX: Points;
  readonly text: TextStyle;
  readonly number: TextStyle;
  readonly padTop: Points;
  readonly padBottom: Points;
  readonly first: string;
  readonly between: string;
};

export type SetRow = { readonly items: readonly PageItem[]; readonly height: Points };

/** A row with its rule above. */
export const setRow = (
  row: SlideRow,
  look: RowsLook,
  first: boolean,
  context: FlowContext,
): SetRow => {
  const rule = first ? look.first : look.between;
  const top = ruleWidth(context, rule) + look.padTop;
  const style = { ...inBox(look.text), after: look.text.leading / 4 };
  const inside = withText(narrowed(context, look.x + look.width - look.textX), style);
  const text = stack(flowBlocks(row.blocks, inside));
  const number =
    row.label === undefined
      ? emptyFrame
      : textFrame(
          {
            node: row.node,
            part: "label",
            children: [{ kind: "text", value: row.label }],
            style: inBox(look.number),
            width: Math.max(1, look.textX - look.x),
          },
          context,
        );
  return {
    items: [
      ruleAt(context, rule, { x: look.x, y: 0, width: look.width }),
      ...shift(number.items, look.x, top),
      ...shift(text.items, look.textX, top),
    ],
    height: top + Math.max(text.height, number.height) + look.padBottom,
  };
};

/** Rows that have room, one below another; at least the first. */
export const fittingRows = (rows: readonly SetRow[], height: Points): number => {
  let y = 0;
  for (const [index, row] of rows.entries()) {
    y += row.height;
    if (index > 0 && y > height + 0.01) return index;
  }
  return rows.length;
};

/** One below another; room that is left goes between the rows, up to `most` for each. */
export const pileRows = (
  rows: readonly SetRow[],
  height: Points,
  most: Points,
): { readonly items: readonly PageItem[]; readonly height: Points } => {
  const total = rows.reduce((sum, row) => sum + row.height, 0);
  const extra = Math.max(0, Math.min(most, (height - total) / Math.max(1, rows.length)));
  const items: PageItem[] = [];
  let y = 0;
  for (const row of rows) {
    // The rule keeps its place, the text moves to the middle of its row.
    const [rule, ...text] = row.items;
    if (rule !== undefined) items.push(...shift([rule], 0, y));
    items.push(...shift(text, 0, y + extra / 2));
    y += row.height + extra;
  }
  return { items, height: y };
};
