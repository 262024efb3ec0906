import type { Table as TableNode } from "mdast";
import type { Alignment, TableColumn } from "../../document/index.ts";
import type { Building } from "./building.ts";
import { lengthOf } from "./length.ts";
import { placed, settingOf } from "./place.ts";

/**
 * Columns as the table asks for them. `{align="left decimal"}` wins over the marks of Markdown. `{widths="2 1 30mm 20% >=2cm auto"}`:
 * shares, lengths, percent of the whole width, bounds of a width that comes from the content (`20mm..60mm`), and the content's own.
 */
export function columnsOf(
  building: Building,
  node: TableNode,
  width: number,
): readonly TableColumn[] {
  const aligned = wordsOf(settingOf(node, "align"));
  const widths = wordsOf(settingOf(node, "widths"));
  const unknown = new Set<string>();
  const columns = Array.from({ length: width }, (_, index): TableColumn => {
    const asked = alignmentNamed(aligned[index], unknown);
    const alignment = asked ?? alignmentNamed(node.align?.[index] ?? "left", unknown) ?? "start";
    return { alignment, ...widthNamed(widths[index], unknown) };
  });
  for (const word of unknown) {
    building.report({
      rule: "column-setting-is-known",
      severity: "warning",
      message: `"${word}" says neither an alignment nor a width of a column.`,
      ...placed(building, node),
      hints: [
        'In "align" write left, right, centre or decimal; in "widths" a share such as 2, a length such as 30mm, 20%, or auto.',
      ],
    });
  }
  return columns;
}

const wordsOf = (setting: string | undefined): readonly string[] =>
  (setting ?? "").split(/[\s,;]+/).filter((word) => word !== "");

function alignmentNamed(word: string | undefined, unknown: Set<string>): Alignment | undefined {
  switch (word?.toLowerCase()) {
    case undefined:
      return undefined;
    case "left":
    case "start":
      return "start";
    case "right":
    case "end":
      return "end";
    case "center":
    case "centre":
      return "centre";
    case "decimal":
      return "decimal";
    default:
      unknown.add(word ?? "");
      return undefined;
  }
}

type Width = Pick<TableColumn, "share" | "width" | "least" | "most">;

function widthNamed(word: string | undefined, unknown: Set<string>): Width {
  if (word === undefined || word === "auto") return {};
  const share = /^(\d{1,3}(?:\.\d+)?)(?:fr)?$/.exec(word)?.[1];
  if (share !== undefined && Number(share) > 0) return { share: Number(share) };
  const percent = /^(\d{1,3}(?:\.\d+)?)%$/.exec(word)?.[1];
  if (percent !== undefined && Number(percent) > 0) return { share: Number(percent) / 100 };
  const width = lengthOf(word);
  if (width !== undefined) return { width };
  const [low = "", high = "", more] = word.replace(/^>=/, "").replace(/^<=/, "..").split("..");
  const least = lengthOf(low);
  const most = lengthOf(high);
  const isRange = more === undefined && (least !== undefined || low === "");
  if (isRange && (most !== undefined || high === "") && (least ?? most) !== undefined) {
    return { ...(least !== undefined && { least }), ...(most !== undefined && { most }) };
  }
  unknown.add(word);
  return {};
}
