import type { Theme } from "../../../theme/index.ts";
import { eighths, twips } from "../units.ts";
import { tag, val } from "../xml.ts";

/** Table styles (17.7.6): rules, paddings and bold heads, so that a table can be restyled in one place. */
export function tableStyles(theme: Theme): readonly string[] {
  const { table, keyValues } = theme.blocks;
  const normal = tag(
    "w:style",
    { "w:type": "table", "w:default": 1, "w:styleId": "TableNormal" },
    val("w:name", "Normal Table"),
    val("w:uiPriority", 99),
    tag("w:semiHidden"),
    tag("w:unhideWhenUsed"),
    tag("w:tblPr", {}, tag("w:tblInd", { "w:w": 0, "w:type": "dxa" }), cellMargins(0, 0, 0, 0)),
  );
  const p = table.padding;
  const above = border(theme, "top", table.above ?? table.between, table.above === undefined);
  const dossier = tableStyle(
    { id: "DossierTable", name: "Dossier Table" },
    [above, border(theme, "bottom", table.foot), border(theme, "insideH", table.between)],
    cellMargins(p.top, p.left, p.bottom, p.right),
    part(
      "firstRow",
      bold(),
      tag("w:tcPr", {}, tag("w:tcBorders", {}, border(theme, "bottom", table.headBelow))),
    ),
  );
  const outer = keyValues.aboveAndBelow;
  const routing = tableStyle(
    { id: "DossierRouting", name: "Dossier Routing" },
    [
      border(theme, "top", outer),
      border(theme, "bottom", outer),
      border(theme, "insideH", keyValues.between),
    ],
    cellMargins(keyValues.rowPadding, 0, keyValues.rowPadding, 8),
  );
  return [normal, dossier, routing];
}

const bold = (): string => tag("w:rPr", {}, tag("w:b"), tag("w:bCs"));

/** A style of ours: rules, paddings, and a first column in bold. */
function tableStyle(
  style: { readonly id: string; readonly name: string },
  borders: readonly string[],
  margins: string,
  ...parts: readonly string[]
): string {
  return tag(
    "w:style",
    { "w:type": "table", "w:customStyle": 1, "w:styleId": style.id },
    val("w:name", style.name),
    val("w:basedOn", "TableNormal"),
    val("w:uiPriority", 99),
    tag("w:qFormat"),
    tag(
      "w:tblPr",
      {},
      val("w:tblStyleRowBandSize", 1),
      val("w:tblStyleColBandSize", 1),
      tag("w:tblBorders", {}, ...borders),
      margins,
    ),
    ...parts,
    part("firstCol", bold(), ""),
  );
}

function part(type: string, run: string, cell: string): string {
  return tag("w:tblStylePr", { "w:type": type }, run, cell);
}

function border(theme: Theme, side: string, rule: string, none = false): string {
  const { width, colour } = theme.rules[rule] ?? { width: 0.5, colour: "000000" };
  return none
    ? tag(`w:${side}`, { "w:val": "nil" })
    : tag(`w:${side}`, {
        "w:val": "single",
        "w:sz": eighths(width),
        "w:space": 0,
        "w:color": colour,
      });
}

function cellMargins(top: number, left: number, bottom: number, right: number): string {
  const side = (name: string, points: number): string =>
    tag(`w:${name}`, { "w:w": twips(points), "w:type": "dxa" });
  return tag(
    "w:tblCellMar",
    {},
    side("top", top),
    side("left", left),
    side("bottom", bottom),
    side("right", right),
  );
}
