import type { StyleSheet, XmlElement } from "../ooxml/index.ts";
import { childOf, childrenOf, valOf } from "../ooxml/index.ts";
import { fillOf } from "./looks.ts";

/** What the style of a table gives to one of its cells. */
export type CellLook = {
  readonly fill: string | undefined;
  readonly run: readonly XmlElement[];
};

export type TableLook = (row: number, column: number) => CellLook;

/** Parts of a table style and when they hold, the weakest first (17.7.6.6). */
type Part = {
  readonly type: string;
  readonly holds: (row: number, column: number) => boolean;
};

export function tableLookOf(
  table: XmlElement,
  rows: number,
  columns: number,
  styles: StyleSheet,
  colours: ReadonlyMap<string, string>,
): TableLook {
  const properties = childOf(table, "w:tblPr");
  const chain = chainOf(valOf(properties, "w:tblStyle") ?? styles.defaultOf("table")?.id, styles);
  const parts = partsOf(childOf(properties, "w:tblLook"), rows, columns);
  return (row, column) => {
    let fill: string | undefined;
    const run: XmlElement[] = [];
    const add = (holder: XmlElement | undefined): void => {
      const shading = childOf(childOf(holder, "w:tcPr"), "w:shd");
      fill = fillOf(shading, colours) ?? fill;
      const look = childOf(holder, "w:rPr");
      if (look !== undefined) run.push(look);
    };
    for (const style of chain) {
      add(style);
      for (const { type, holds } of parts)
        if (holds(row, column))
          for (const part of childrenOf(style, "w:tblStylePr"))
            if (part.attributes["w:type"] === type) add(part);
    }
    return { fill, run };
  };
}

/** A style after those that it is based on. */
function chainOf(id: string | undefined, styles: StyleSheet): readonly XmlElement[] {
  const chain: XmlElement[] = [];
  const seen = new Set<string>();
  for (let at = id; at !== undefined && !seen.has(at); at = styles.byId(at)?.basedOn) {
    seen.add(at);
    const style = styles.byId(at);
    if (style !== undefined) chain.unshift(style.element);
  }
  return chain;
}

function partsOf(look: XmlElement | undefined, rows: number, columns: number): readonly Part[] {
  const bits = Number.parseInt(look?.attributes["w:val"] ?? "0", 16) || 0;
  const isSet = (name: string, bit: number): boolean => {
    const written = look?.attributes[`w:${name}`];
    return written === undefined ? (bits & bit) !== 0 : ["1", "true", "on"].includes(written);
  };
  const first = { row: isSet("firstRow", 0x20), column: isSet("firstColumn", 0x80) };
  const last = { row: isSet("lastRow", 0x40), column: isSet("lastColumn", 0x100) };
  const horizontal = !isSet("noHBand", 0x200);
  const vertical = !isSet("noVBand", 0x400);
  const band = (at: number, isFirst: boolean): number => (at - (isFirst ? 1 : 0)) % 2;
  return [
    { type: "band1Vert", holds: (_row, column) => vertical && band(column, first.column) === 0 },
    { type: "band2Vert", holds: (_row, column) => vertical && band(column, first.column) === 1 },
    { type: "band1Horz", holds: (row) => horizontal && band(row, first.row) === 0 },
    { type: "band2Horz", holds: (row) => horizontal && band(row, first.row) === 1 },
    { type: "lastCol", holds: (_row, column) => last.column && column === columns - 1 },
    { type: "firstCol", holds: (_row, column) => first.column && column === 0 },
    { type: "lastRow", holds: (row) => last.row && row === rows - 1 },
    { type: "firstRow", holds: (row) => first.row && row === 0 },
  ];
}
