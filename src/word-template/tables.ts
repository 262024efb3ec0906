import type { Edit, XmlElement } from "../ooxml/index.ts";
import { childOf, eachWithin, replaceElement, setAttribute } from "../ooxml/index.ts";

/** Room that text has beside the margins, twips. */
export type Room = {
  /** Between the margins. */
  readonly width: number;
  /** Where running text begins, from the margin. */
  readonly indent: number;
};

/**
 * A table keeps its share of the room that it has, and one that is indented with the running text goes with it. Columns are made as wide as
 * their longest word in the type of the template asks for, since ours were measured in our type (17.4.52).
 */
export function tableEdits(
  source: string,
  table: XmlElement,
  own: Room,
  there: Room,
): readonly Edit[] {
  const properties = childOf(table, "w:tblPr");
  const indent = childOf(properties, "w:tblInd");
  const before = Number(indent?.attributes["w:w"] ?? 0);
  const after = before > 0 ? Math.max(0, before - own.indent) + there.indent : before;
  const share = (there.width - after) / (own.width - before);
  const layout = childOf(properties, "w:tblLayout");
  const edits: Edit[] = layout === undefined ? [] : [replaceElement(layout, "")];
  if (indent !== undefined && after !== before)
    edits.push(...setAttribute(source, indent, "w:w", String(after)));
  if (share === 1 || !(share > 0)) return edits;
  eachWithin(table, (each) => {
    edits.push(...widthEdits(source, each, share));
  });
  return edits;
}

function widthEdits(source: string, element: XmlElement, share: number): readonly Edit[] {
  const { name, attributes } = element;
  const isSized = name === "w:tblW" || name === "w:tcW";
  if (name !== "w:gridCol" && !(isSized && attributes["w:type"] === "dxa")) return [];
  const width = Number(attributes["w:w"]);
  if (!(width > 0)) return [];
  return setAttribute(source, element, "w:w", String(Math.round(width * share)));
}
