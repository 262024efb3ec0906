import type { Card, Cards, Column, Columns } from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";
import type { FileChild } from "../element.ts";
import { restyle, styleOf } from "../element.ts";
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
  return node.columns.flatMap((each) => column(each, context, place, write));
}

export function column(
  node: Column,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  if (node.heading === undefined) return write(node.children, context, place);
  const heading = paragraph(
    context.theme.slides === undefined ? "Heading2" : "ColumnHeading",
    runs(node.heading.children, context),
    context,
    { node: node.id },
  );
  return [heading, ...write(node.children, context, place)];
}

export function cards(
  node: Cards,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  return node.cards.flatMap((each) => card(each, context, place, write));
}

export function card(
  node: Card,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  const hasFoot = node.foot !== undefined && node.foot.length > 0;
  const isAlone = node.children.length === 0 && !hasFoot;
  const text = write(node.children, context, { ...place, body: "CardText" });
  const last = text.at(-1);
  if (!hasFoot && last !== undefined && styleOf(last) === "CardText") restyle(last, "CardTextLast");
  return [
    paragraph(
      isAlone ? "CardHeadingAlone" : "CardHeading",
      runs(node.heading.children, context),
      context,
      { node: node.id },
    ),
    ...text,
    ...(hasFoot ? [paragraph("CardFoot", runs(node.foot ?? [], context), context)] : []),
  ];
}
