import type { StyleSheet, WordFile, XmlElement } from "../ooxml/index.ts";
import { childOf, childrenOf, eachWithin, valOf } from "../ooxml/index.ts";
import type { Surroundings } from "./looks.ts";
import { fillOf, runLook } from "./looks.ts";
import type { ReadParagraph, ReadRun, ReadTable } from "./reading.ts";
import type { CellLook } from "./table-looks.ts";
import { tableLookOf } from "./table-looks.ts";

/** Where a block stands. */
type Where = {
  readonly background: string;
  readonly cell: readonly XmlElement[];
  readonly isInTable: boolean;
  readonly isInBox: boolean;
};

export type PartReader = {
  readonly file: WordFile;
  readonly part: string;
  readonly styles: StyleSheet;
  readonly colours: ReadonlyMap<string, string>;
  readonly paragraphs: ReadParagraph[];
  readonly tables: ReadTable[];
};

/** Reads the blocks of a holder, such as the body, a cell or a header, in order. */
export function readBlocks(holder: XmlElement, where: Where, reader: PartReader): void {
  let previous: ReadParagraph | undefined;
  const blocks = blocksOf(holder);
  const isTableOrEnd = (at: number): boolean => blocks[at]?.name !== "w:p";
  for (const [index, block] of blocks.entries()) {
    const isNeeded = isTableOrEnd(index + 1) && (index > 0 || where.isInTable || where.isInBox);
    const place = { ...where, isNeeded: isNeeded && isTableOrEnd(index - 1) };
    if (block.name === "w:p") previous = readParagraph(block, place, previous, reader);
    else {
      readTable(block, where, reader);
      previous = undefined;
    }
  }
}

/** Paragraphs and tables, through what only wraps them. */
function blocksOf(holder: XmlElement): readonly XmlElement[] {
  return holder.children.flatMap((child) => {
    if (child.name === "w:p" || child.name === "w:tbl") return [child];
    return wrappers.includes(child.name) ? blocksOf(chosen(child)) : [];
  });
}

const wrappers = [
  ...["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag"],
  ...["mc:AlternateContent", "mc:Choice", "mc:Fallback", "w:footnote", "w:endnote"],
];

/** Of alternatives the first, which is what Word shows. */
function chosen(element: XmlElement): XmlElement {
  if (element.name !== "mc:AlternateContent") return element;
  return childOf(element, "mc:Choice") ?? childOf(element, "mc:Fallback") ?? element;
}

function readTable(table: XmlElement, where: Where, reader: PartReader): void {
  const rows = rowsOf(table);
  const columns = Math.max(0, ...rows.map((row) => cellsOf(row).length));
  const lookOf = tableLookOf(table, rows.length, columns, reader.styles, reader.colours);
  reader.tables.push({
    element: table,
    part: reader.part,
    number: reader.paragraphs.length + 1,
    rows,
    isNested: where.isInTable,
    isInBox: where.isInBox,
  });
  for (const [row, element] of rows.entries())
    for (const [column, cell] of cellsOf(element).entries())
      readBlocks(cell, inCell(cell, lookOf(row, column), where, reader), reader);
}

function rowsOf(table: XmlElement): readonly XmlElement[] {
  return table.children.flatMap((child) => {
    if (child.name === "w:tr") return [child];
    return wrappers.includes(child.name) ? rowsOf(chosen(child)) : [];
  });
}

export function cellsOf(row: XmlElement): readonly XmlElement[] {
  return row.children.flatMap((child) => {
    if (child.name === "w:tc") return [child];
    return wrappers.includes(child.name) ? cellsOf(chosen(child)) : [];
  });
}

function inCell(cell: XmlElement, look: CellLook, where: Where, reader: PartReader): Where {
  const own = fillOf(childOf(childOf(cell, "w:tcPr"), "w:shd"), reader.colours);
  return {
    ...where,
    isInTable: true,
    background: own ?? look.fill ?? where.background,
    cell: [...where.cell, ...look.run],
  };
}

function readParagraph(
  element: XmlElement,
  where: Where & { readonly isNeeded: boolean },
  follows: ReadParagraph | undefined,
  reader: PartReader,
): ReadParagraph {
  const properties = childOf(element, "w:pPr");
  const styleId = valOf(properties, "w:pStyle") ?? reader.styles.defaultOf("paragraph")?.id;
  const boxes: XmlElement[] = [];
  const runs = readRuns(
    element,
    {
      styles: reader.styles,
      colours: reader.colours,
      paragraphStyle: styleId,
      paragraph: properties,
      background: where.background,
      cell: where.cell,
    },
    boxes,
  );
  const look = styleId === undefined ? undefined : reader.styles.ownLookOf(styleId);
  const styleName = (styleId === undefined ? undefined : reader.styles.byId(styleId)?.name) ?? "";
  const outline =
    valOf(properties, "w:outlineLvl") ?? look?.paragraph.get("w:outlineLvl")?.attributes["w:val"];
  const framed = childOf(properties, "w:framePr") ?? look?.paragraph.get("w:framePr");
  const paragraph: ReadParagraph = {
    element,
    part: reader.part,
    number: reader.paragraphs.length + 1,
    text: runs.map(({ text }) => text).join(""),
    runs,
    styleName,
    styleId,
    level: levelOf(styleName, outline),
    isListItem: isListItem(properties, look?.paragraph.get("w:numPr")?.xml),
    isInTable: where.isInTable,
    isInBox: where.isInBox || framed !== undefined,
    holdsThings: holdsThings(element),
    isNeeded: where.isNeeded || childOf(properties, "w:sectPr") !== undefined,
    isRuled: (childOf(properties, "w:pBdr") ?? look?.paragraph.get("w:pBdr")) !== undefined,
    follows,
  };
  reader.paragraphs.push(paragraph);
  for (const box of boxes)
    readBlocks(box, { ...where, background: "", cell: [], isInBox: true }, reader);
  return paragraph;
}

function levelOf(styleName: string, outline: string | undefined): number | undefined {
  const level = outline === undefined ? Number.NaN : Number(outline);
  if (level >= 0 && level <= 8) return level + 1;
  const named = /^heading ([1-9])$/i.exec(styleName)?.[1];
  return named === undefined || outline === "9" ? undefined : Number(named);
}

function isListItem(properties: XmlElement | undefined, ofStyle: string | undefined): boolean {
  const direct = childOf(properties, "w:numPr");
  if (direct !== undefined) return valOf(direct, "w:numId") !== "0";
  return ofStyle !== undefined && !/numId[^>]*val=["']0["']/.test(ofStyle);
}

function holdsThings(element: XmlElement): boolean {
  const things = [
    ...["w:drawing", "w:pict", "w:object", "m:oMath", "m:oMathPara", "w:sym", "w:footnoteRef"],
    ...["w:br", "w:fldChar", "w:fldSimple", "w:commentReference", "w:separator"],
    ...["w:continuationSeparator", "w:footnoteReference", "w:endnoteReference", "w:ruby"],
  ];
  let found = false;
  eachWithin(element, ({ name }) => {
    found = found || things.includes(name);
    return !found;
  });
  return found;
}

/** Runs in order; boxes that hang in them are gathered, to be read after the paragraph. */
function readRuns(
  paragraph: XmlElement,
  around: Surroundings,
  boxes: XmlElement[],
): readonly ReadRun[] {
  const runs: ReadRun[] = [];
  const visit = (element: XmlElement): boolean => {
    if (element.name === "w:r") {
      const text = textOf(element);
      if (text !== "") {
        const look = runLook(element, around);
        if (!look.isHidden) runs.push({ text, look });
      }
    }
    if (element.name === "w:txbxContent") {
      boxes.push(element);
      return false;
    }
    if (element.name === "mc:AlternateContent") {
      eachWithin(chosen(element), visit);
      return false;
    }
    return element.name !== "w:del" && element.name !== "w:moveFrom";
  };
  eachWithin(paragraph, visit);
  return runs;
}

function textOf(run: XmlElement): string {
  return run.children
    .map(({ name, text, attributes }) => {
      if (name === "w:t") return text;
      if (name === "w:tab" || name === "w:ptab") return "\t";
      if (name === "w:br" || name === "w:cr") return attributes["w:type"] === "page" ? "" : "\n";
      return name === "w:noBreakHyphen" ? "-" : "";
    })
    .join("");
}

/** Text within an element, such as a link. */
export function plainText(element: XmlElement): string {
  let text = "";
  eachWithin(element, (each) => {
    if (each.name === "w:r") text += textOf(each);
    return each.name !== "w:txbxContent";
  });
  return text;
}

export function tabStops(paragraph: ReadParagraph, styles: StyleSheet): number {
  const own = childrenOf(childOf(childOf(paragraph.element, "w:pPr"), "w:tabs"), "w:tab").length;
  const look =
    paragraph.styleId === undefined ? undefined : styles.ownLookOf(paragraph.styleId).paragraph;
  const ofStyle = [...(look?.get("w:tabs")?.xml ?? "").matchAll(/<[\w.-]*:?tab\s/g)].length;
  const indent =
    childOf(childOf(paragraph.element, "w:pPr"), "w:ind")?.attributes["w:hanging"] ??
    look?.get("w:ind")?.attributes["w:hanging"];
  // What hangs has a stop where the other lines begin.
  return own + ofStyle + (Number(indent ?? 0) > 0 ? 1 : 0);
}
