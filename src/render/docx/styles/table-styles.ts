import type { Theme } from "../../../theme/index.ts";
import { eighths, twips } from "../units.ts";
import { tag, val } from "../xml.ts";
import { colourAttributes, fillAttributes } from "./colours.ts";
import { cellPadding } from "./measures.ts";

/** Table styles (17.7.6): rules, paddings, bold heads and bands, so that a table can be restyled in one place. */
export function tableStyles(theme: Theme): readonly string[] {
  const normal = tag(
    "w:style",
    { "w:type": "table", "w:default": 1, "w:styleId": "TableNormal" },
    val("w:name", "Normal Table"),
    val("w:uiPriority", 99),
    tag("w:semiHidden"),
    tag("w:unhideWhenUsed"),
    tag("w:tblPr", {}, tag("w:tblInd", { "w:w": 0, "w:type": "dxa" }), cellMargins(0, 0, 0, 0)),
  );
  return [normal, ...ruled(theme), routing(theme), facts(theme)];
}

/** What one style adds to the table that Word makes of itself. */
type TableStyle = {
  /** As Word shows it. Its id is the same without spaces. */
  readonly name: string;
  readonly borders: readonly string[];
  readonly margins: string;
  /** Under the first row, for tables that have heads. */
  readonly headBelow?: string;
  /** Of all cells. */
  readonly shading?: string;
  /** Its cells head their rows, but are not bold. */
  readonly plainFirstColumn?: boolean;
  /** Room beside the text of the last column, points, whose text ends where the table does. Absent: like others. */
  readonly lastColumnRight?: number;
  /** Of every second row, where a table asks for bands. */
  readonly band?: string;
};

/** Tables of the text, and on slides the small ones of an annex. */
function ruled(theme: Theme): readonly string[] {
  const { table } = theme.blocks;
  const { top, left, bottom, right } = cellPadding(theme);
  // On a slide the rule above stands under the title already.
  const above = theme.slides === undefined ? table.above : undefined;
  const borders = [
    ...(above === undefined ? [] : [border(theme, "top", above)]),
    border(theme, "bottom", table.foot),
    border(theme, "insideH", table.between),
  ];
  const shared = {
    borders,
    headBelow: border(theme, "bottom", table.headBelow),
  };
  const band = table.stripe ?? theme.colours["tint"];
  // On stripes text does not stand at their very edge.
  const side = Math.max(left, right / 2);
  const pad = theme.slides?.layouts["annex-table"]?.measures["pad"];
  return [
    tableStyle(theme, {
      ...shared,
      name: "Dossier Table",
      margins: cellMargins(top, left, bottom, right),
      lastColumnRight: left,
    }),
    tableStyle(theme, {
      ...shared,
      name: "Dossier Table Striped",
      margins: cellMargins(top, side, bottom, side),
      ...(band === undefined ? {} : { band }),
    }),
    ...(pad === undefined
      ? []
      : [
          tableStyle(theme, {
            ...shared,
            name: "Dossier Table Small",
            margins: cellMargins(pad, left, pad, right),
            lastColumnRight: left,
          }),
        ]),
  ];
}

function routing(theme: Theme): string {
  const { aboveAndBelow, between, rowPadding } = theme.blocks.keyValues;
  return tableStyle(theme, {
    name: "Dossier Routing",
    borders: [
      border(theme, "top", aboveAndBelow),
      border(theme, "bottom", aboveAndBelow),
      border(theme, "insideH", between),
    ],
    margins: cellMargins(rowPadding, 0, rowPadding, 8),
  });
}

/** On a tint, as wide as the heading above it. */
function facts(theme: Theme): string {
  const { padding } = theme.blocks.box;
  const between = theme.blocks.quickFacts.gap / 2 + 0.5;
  const { tint } = theme.colours;
  return tableStyle(theme, {
    name: "Dossier Facts",
    borders: [border(theme, "insideH", "hair")],
    margins: cellMargins(between, padding.left, between, padding.right),
    plainFirstColumn: true,
    ...(tint === undefined ? {} : { shading: tint }),
  });
}

const bold = tag("w:rPr", {}, tag("w:b"), tag("w:bCs"));

/** In the order of CT_Style (17.7.4.17). */
function tableStyle(theme: Theme, style: TableStyle): string {
  const { borders, headBelow, shading, band, lastColumnRight } = style;
  return tag(
    "w:style",
    { "w:type": "table", "w:customStyle": 1, "w:styleId": style.name.replaceAll(" ", "") },
    val("w:name", style.name),
    val("w:basedOn", "TableNormal"),
    val("w:uiPriority", 99),
    tag("w:qFormat"),
    tag(
      "w:tblPr",
      {},
      val("w:tblStyleRowBandSize", 1),
      val("w:tblStyleColBandSize", 1),
      ...(borders.length === 0 ? [] : [tag("w:tblBorders", {}, ...borders)]),
      style.margins,
    ),
    ...(shading === undefined ? [] : [tag("w:tcPr", {}, fill(theme, shading))]),
    ...(headBelow === undefined
      ? []
      : [part("firstRow", bold, tag("w:tcPr", {}, tag("w:tcBorders", {}, headBelow)))]),
    part("firstCol", style.plainFirstColumn === true ? "" : bold, ""),
    ...(lastColumnRight === undefined
      ? []
      : [
          part(
            "lastCol",
            "",
            tag("w:tcPr", {}, tag("w:tcMar", {}, cellMargin("right", lastColumnRight))),
          ),
        ]),
    ...(band === undefined ? [] : [part("band2Horz", "", tag("w:tcPr", {}, fill(theme, band)))]),
  );
}

function part(type: string, run: string, cell: string): string {
  return run + cell === "" ? "" : tag("w:tblStylePr", { "w:type": type }, run, cell);
}

function fill(theme: Theme, colour: string): string {
  return tag("w:shd", fillAttributes(theme, colour));
}

function border(theme: Theme, side: string, rule: string): string {
  const { width, colour } = theme.rules[rule] ?? { width: 0.5, colour: "000000" };
  return tag(`w:${side}`, {
    "w:val": "single",
    "w:sz": eighths(width),
    "w:space": 0,
    ...colourAttributes(theme, colour, "w:color"),
  });
}

function cellMargins(top: number, left: number, bottom: number, right: number): string {
  return tag(
    "w:tblCellMar",
    {},
    cellMargin("top", top),
    cellMargin("left", left),
    cellMargin("bottom", bottom),
    cellMargin("right", right),
  );
}

function cellMargin(side: string, points: number): string {
  return tag(`w:${side}`, { "w:w": twips(points), "w:type": "dxa" });
}
