import type { FileChild } from "docx";
import type { Figure } from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";
import { image, runs } from "../inline.ts";
import { paragraph } from "../paragraph.ts";
import { stripLeft, textWidth } from "../styles/measures.ts";

export function figure(node: Figure, context: DocxContext): readonly FileChild[] {
  const widest =
    textWidth(context.theme) -
    stripLeft(context.theme, context.theme.styles["body"]?.strip ?? "main");
  const picture = image(node.image, context, widest);
  return [
    ...(picture.length === 0 ? [] : [paragraph("Figure", picture, context, { node: node.id })]),
    ...(node.caption === undefined
      ? []
      : [
          paragraph("FigureCaption", runs(node.caption.children, context), context, {
            node: node.caption.id,
          }),
        ]),
  ];
}
