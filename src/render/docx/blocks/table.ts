import type { FileChild } from "docx";
import type { KeyValues, Table, TableCell, TableRow } from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";
import type { Child } from "../element.ts";
import { element, valued } from "../element.ts";
import { runs } from "../inline.ts";
import { paragraph } from "../paragraph.ts";
import { textWidth } from "../styles/measures.ts";
import { twips } from "../units.ts";
import type { Place, WriteBlocks } from "./place.ts";
import { columnWidths } from "./table-widths.ts";

export function table(
  node: Table,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  const { theme } = context;
  const full = textWidth(theme);
  const widths = columnWidths(node, full, theme);
  const rows = [
    ...node.head.map((row) => tableRow(row, node, widths, true, context, place, write)),
    ...node.body.map((row) => tableRow(row, node, widths, false, context, place, write)),
  ];
  const caption =
    node.caption === undefined
      ? []
      : [
          paragraph("Caption", runs(node.caption.children, context), context, {
            node: node.caption.id,
          }),
        ];
  return [
    ...caption,
    whole(
      "DossierTable",
      widths,
      { firstRow: node.head.length > 0, firstColumn: node.rowHeaders },
      rows,
    ),
  ];
}

/** A routing block: labels head the rows. */
export function keyValues(
  node: KeyValues,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  const label = context.theme.blocks.keyValues.labelWidth;
  const widths = [label, textWidth(context.theme) - label];
  const rows = node.entries.map((entry) =>
    element(
      "w:tr",
      undefined,
      element("w:trPr", undefined, element("w:cantSplit")),
      cell(widths[0] ?? 0, [
        paragraph("RoutingText", runs(entry.label, context), context, { node: entry.id }),
      ]),
      cell(
        widths[1] ?? 0,
        closed(
          write(entry.value, context, { ...place, body: "RoutingText", listLevel: 0 }),
          context,
        ),
      ),
    ),
  );
  return [whole("DossierRouting", widths, { firstRow: false, firstColumn: true }, rows)];
}

function whole(
  style: string,
  widths: readonly number[],
  look: { readonly firstRow: boolean; readonly firstColumn: boolean },
  rows: readonly Child[],
): FileChild {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return element(
    "w:tbl",
    undefined,
    element(
      "w:tblPr",
      undefined,
      valued("w:tblStyle", style),
      element("w:tblW", { "w:w": twips(total), "w:type": "dxa" }),
      element("w:tblLayout", { "w:type": "fixed" }),
      element("w:tblLook", {
        "w:val": lookBits(look),
        "w:firstRow": Number(look.firstRow),
        "w:lastRow": 0,
        "w:firstColumn": Number(look.firstColumn),
        "w:lastColumn": 0,
        "w:noHBand": 1,
        "w:noVBand": 1,
      }),
    ),
    element(
      "w:tblGrid",
      undefined,
      ...widths.map((width) => element("w:gridCol", { "w:w": twips(width) })),
    ),
    ...rows,
  );
}

/** The same in bits, for older readers (17.4.56): 0x20 first row, 0x80 first column, 0x600 no bands. */
function lookBits({
  firstRow,
  firstColumn,
}: {
  readonly firstRow: boolean;
  readonly firstColumn: boolean;
}): string {
  return ((firstRow ? 0x20 : 0) | (firstColumn ? 0x80 : 0) | 0x600)
    .toString(16)
    .toUpperCase()
    .padStart(4, "0");
}

function tableRow(
  row: TableRow,
  node: Table,
  widths: readonly number[],
  heads: boolean,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): FileChild {
  const cells = row.cells
    .slice(0, widths.length)
    .map((each, index) =>
      cell(widths[index] ?? 0, cellContent(each, node, index, context, place, write)),
    );
  while (cells.length < widths.length)
    cells.push(cell(widths[cells.length] ?? 0, [paragraph("TableText", [], context)]));
  return element(
    "w:tr",
    undefined,
    element(
      "w:trPr",
      undefined,
      element("w:cantSplit"),
      heads ? element("w:tblHeader") : undefined,
    ),
    ...cells,
  );
}

function cellContent(
  each: TableCell,
  node: Table,
  index: number,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  const alignment = node.columns[index]?.alignment ?? "start";
  const body =
    alignment === "end"
      ? "TableTextRight"
      : alignment === "centre"
        ? "TableTextCentre"
        : "TableText";
  return closed(write(each.children, context, { ...place, body, listLevel: 0 }), context);
}

function cell(width: number, content: readonly FileChild[]): FileChild {
  return element(
    "w:tc",
    undefined,
    element("w:tcPr", undefined, element("w:tcW", { "w:w": twips(width), "w:type": "dxa" })),
    ...content,
  );
}

/** A cell ends with a paragraph (17.4.65); an empty one is an empty paragraph. */
function closed(content: readonly FileChild[], context: DocxContext): readonly FileChild[] {
  return content.length > 0 ? content : [paragraph("TableText", [], context)];
}
