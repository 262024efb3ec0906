import type { Edit, XmlElement, XmlPart } from "../ooxml/index.ts";
import {
  childOf,
  descendants,
  dropAttribute,
  eachWithin,
  edited,
  escapeXml,
  insertAt,
  replaceElement,
  setAttribute,
  valOf,
} from "../ooxml/index.ts";
import type { TakenIds } from "./ids.ts";
import type { StyleMatches } from "./match-styles.ts";
import type { ListPlace, Numbering, NumberingMerge } from "./numbering.ts";
import type { Room } from "./tables.ts";
import { tableEdits } from "./tables.ts";

/** What turns elements of ours into elements of the template's file. */
export type Conversion = {
  readonly styles: StyleMatches;
  readonly ownNumbering: Numbering;
  readonly templateNumbering: Numbering;
  readonly lists: NumberingMerge;
  readonly ids: TakenIds;
  /** Names of bookmarks that had to change. */
  readonly bookmarkNames: Map<string, string>;
  readonly bookmarkIds: Map<string, number>;
  /** Number of a note of ours in the template. */
  readonly noteId: (kind: string, id: string) => string;
  /** Relationship in the template's part for one of ours. */
  readonly relation: (id: string) => string;
  /** Properties for the section that ends in a paragraph; called in order. */
  readonly section: () => string;
  /** Stops that a paragraph with tabs has to say itself, by the id of its style of ours; empty for none. */
  readonly tabStops: (styleId: string) => string;
  /** Of ours and of the template. */
  readonly ownRoom: Room;
  readonly room: Room;
};

/** The stretch of a part of ours with everything in it converted. `elements` are those of the stretch. */
export function converted(
  part: XmlPart,
  elements: readonly XmlElement[],
  conversion: Conversion,
): string {
  const [first] = elements;
  const last = elements.at(-1);
  if (first === undefined || last === undefined) return "";
  const edits: Edit[] = [];
  const convert = (element: XmlElement): boolean => {
    edits.push(...editsOf(part.text, element, conversion));
    // What a section refers to is the template's.
    return element.name !== "w:sectPr";
  };
  for (const element of elements) {
    if (convert(element)) eachWithin(element, convert);
  }
  const shifted = edits.map(({ from, to, text }) => ({
    from: from - first.start,
    to: to - first.start,
    text,
  }));
  return edited(part.text.slice(first.start, last.end), shifted);
}

function editsOf(source: string, element: XmlElement, to: Conversion): readonly Edit[] {
  const set = (name: string, value: string | number): readonly Edit[] =>
    setAttribute(source, element, name, String(value));
  const related = Object.entries(element.attributes).flatMap(([name, value]) =>
    name.startsWith("r:") ? set(name, to.relation(value)) : [],
  );
  if (related.length > 0 && element.name !== "w:hyperlink") return related;
  const { attributes } = element;
  switch (element.name) {
    case "w:p":
      return [
        ...listEdits(element, to),
        ...tabEdits(element, to),
        ...paragraphIds(source, element, to),
      ];
    case "w:pStyle":
    case "w:rStyle":
    case "w:tblStyle":
      return set("w:val", to.styles.idOf(attributes["w:val"] ?? ""));
    case "w:framePr":
      // The template has no column for what stands beside the text.
      return [replaceElement(element, "")];
    case "w:sectPr":
      return [replaceElement(element, to.section())];
    case "w:bookmarkStart":
    case "w:bookmarkEnd":
      return bookmark(source, element, to);
    case "w:hyperlink": {
      const anchor = attributes["w:anchor"];
      const name = anchor === undefined ? undefined : to.bookmarkNames.get(anchor);
      return [...related, ...(name === undefined ? [] : set("w:anchor", name))];
    }
    case "w:instrText":
      return instruction(element, to);
    case "w:footnoteReference":
    case "w:endnoteReference":
      return set("w:id", to.noteId(element.name.slice(2, -9), attributes["w:id"] ?? ""));
    case "wp:docPr":
      return set("id", to.ids.picture());
    case "w:sdtPr":
      return controlId(source, element, to);
    case "w:tbl":
      return tableEdits(source, element, to.ownRoom, to.room);
    case "wp:extent":
    case "a:ext":
      return pictureSize(source, element, to);
    default:
      return [];
  }
}

/** A paragraph of ours stays in a list of the same kind: the template's where it has one, or else ours. */
function listEdits(paragraph: XmlElement, to: Conversion): readonly Edit[] {
  const properties = childOf(paragraph, "w:pPr");
  const style = childOf(properties, "w:pStyle")?.attributes["w:val"];
  if (isTakenOut(properties)) return [];
  const direct = directPlace(properties);
  const ownPlace = direct ?? (style === undefined ? undefined : to.ownNumbering.placeOf(style));
  if (ownPlace === undefined || properties === undefined || style === undefined) return [];
  const match = to.styles.matchOf(style);
  const found = match?.kind === "found" ? match.style.id : undefined;
  const there = found === undefined ? undefined : to.templateNumbering.placeOf(found);
  if (direct === undefined) {
    // The style's own list; that of an added style comes along with it.
    const isKept = there !== undefined || match?.kind === "added";
    return isKept ? [] : [insertAt(listOffset(properties), listXml(carried(ownPlace, to)))];
  }
  const written = childOf(properties, "w:numPr");
  if (written === undefined) return [];
  // Levels below the deepest style are ours alone.
  const isRestart = there !== undefined && isCounted(direct, to);
  const place = isRestart
    ? { list: to.lists.restarted(direct.list, direct.level, there), level: there.level }
    : carried(direct, to);
  return [replaceElement(written, listXml(place))];
}

function carried(place: ListPlace, to: Conversion): ListPlace {
  return { list: to.lists.carried(place.list), level: place.level };
}

/** Lists that count have a number of their own each, so that they can begin anew. */
function isCounted(place: ListPlace, to: Conversion): boolean {
  const abstract = to.ownNumbering.lists.get(place.list)?.abstract;
  const level = abstract?.children.find(
    ({ attributes }) => attributes["w:ilvl"] === String(place.level),
  );
  return childOf(level, "w:numFmt")?.attributes["w:val"] !== "bullet";
}

/** List 0 takes a paragraph out of the list of its style (17.9.18). */
function isTakenOut(properties: XmlElement | undefined): boolean {
  return valOf(childOf(properties, "w:numPr"), "w:numId") === "0";
}

function directPlace(properties: XmlElement | undefined): ListPlace | undefined {
  const numbering = childOf(properties, "w:numPr");
  const list = childOf(numbering, "w:numId")?.attributes["w:val"];
  if (list === undefined || list === "0") return undefined;
  return { list, level: Number(childOf(numbering, "w:ilvl")?.attributes["w:val"] ?? 0) };
}

function listXml({ list, level }: ListPlace): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}

const beforeList = [
  ...["w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl"],
];

/** Before the first property that comes after numbering (CT_PPrBase, 17.3.1.26). */
function listOffset(properties: XmlElement): number {
  return offsetAfter(properties, beforeList);
}

function tabEdits(paragraph: XmlElement, to: Conversion): readonly Edit[] {
  const properties = childOf(paragraph, "w:pPr");
  const style = valOf(properties, "w:pStyle");
  const isSaid = childOf(properties, "w:tabs") !== undefined;
  if (properties === undefined || style === undefined || isSaid) return [];
  const stops = to.tabStops(style);
  if (stops === "" || descendants(paragraph, "w:tab").length === 0) return [];
  const before = [...beforeList, "w:numPr", "w:suppressLineNumbers", "w:pBdr", "w:shd"];
  return [insertAt(offsetAfter(properties, before), stops)];
}

function offsetAfter(properties: XmlElement, before: readonly string[]): number {
  const next = properties.children.find(({ name }) => !before.includes(name));
  return next?.start ?? properties.contentEnd;
}

function paragraphIds(source: string, element: XmlElement, to: Conversion): readonly Edit[] {
  const id = element.attributes["w14:paraId"];
  return id !== undefined && to.ids.hasParagraphId(id)
    ? dropAttribute(source, element, "w14:paraId")
    : [];
}

function bookmark(source: string, element: XmlElement, to: Conversion): readonly Edit[] {
  const { "w:id": id = "", "w:name": name } = element.attributes;
  let number = to.bookmarkIds.get(id);
  if (number === undefined) {
    number = to.ids.bookmark();
    to.bookmarkIds.set(id, number);
  }
  const renamed = name === undefined ? undefined : to.bookmarkNames.get(name);
  return [
    ...setAttribute(source, element, "w:id", String(number)),
    ...(renamed === undefined ? [] : setAttribute(source, element, "w:name", renamed)),
  ];
}

/** Fields name bookmarks too: `PAGEREF _Toc1 \h`. */
function instruction(element: XmlElement, to: Conversion): readonly Edit[] {
  if (to.bookmarkNames.size === 0) return [];
  const text = element.text.replace(/[^\s"]+/g, (word) => to.bookmarkNames.get(word) ?? word);
  return text === element.text
    ? []
    : [{ from: element.contentStart, to: element.contentEnd, text: escapeXml(text) }];
}

function controlId(source: string, properties: XmlElement, to: Conversion): readonly Edit[] {
  const id = childOf(properties, "w:id");
  if (id === undefined) return [];
  return setAttribute(source, id, "w:val", to.ids.control(id.attributes["w:val"] ?? ""));
}

/** English Metric Units in a twip. */
const emuOfTwip = 635;

/** Pictures only shrink. */
function pictureSize(source: string, element: XmlElement, to: Conversion): readonly Edit[] {
  const width = Number(element.attributes["cx"]);
  const height = Number(element.attributes["cy"]);
  const share = (to.room.width * emuOfTwip) / width;
  if (!(share < 1) || !(height > 0)) return [];
  return [
    ...setAttribute(source, element, "cx", String(Math.round(width * share))),
    ...setAttribute(source, element, "cy", String(Math.round(height * share))),
  ];
}
