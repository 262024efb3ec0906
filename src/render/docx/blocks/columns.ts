import type { FileChild } from "docx";
import type { Cards, Columns } from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";
import { runs } from "../inline.ts";
import { paragraph } from "../paragraph.ts";
import type { Place, WriteBlocks } from "./place.ts";

/** One below another, each with its heading: what stands side by side in the PDF must not become a layout table. */
export function columns(
  node: Columns,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  return node.columns.flatMap((column) => [
    ...(column.heading === undefined
      ? []
      : [
          paragraph("Heading2", runs(column.heading.children, context), context, {
            node: column.id,
          }),
        ]),
    ...write(column.children, context, place),
  ]);
}

export function cards(
  node: Cards,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  return node.cards.flatMap((card) => [
    paragraph("CardHeading", runs(card.heading.children, context), context, { node: card.id }),
    ...write(card.children, context, place),
    ...(card.foot === undefined || card.foot.length === 0
      ? []
      : [paragraph("CardFoot", runs(card.foot, context), context)]),
  ]);
}
