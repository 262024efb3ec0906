import type { Edit, XmlElement, XmlPart } from "../ooxml/index.ts";
import { childOf, escapeXml, insertAt } from "../ooxml/index.ts";

/** Size of a page and of the text on it, twips. */
export type TextSize = {
  readonly width: number;
  /** Width of the text when the page is turned on its side. */
  readonly turnedWidth: number;
  readonly isLandscape: boolean;
};

/** The usual page of Word where nothing is said: Letter with margins of an inch. */
const usual = { page: 12240, height: 15840, margin: 1440 };

export function textSizeOf(section: XmlElement | undefined): TextSize {
  const size = childOf(section, "w:pgSz")?.attributes;
  const margins = childOf(section, "w:pgMar")?.attributes;
  const columns = childOf(section, "w:cols")?.attributes;
  const value = (text: string | undefined, otherwise: number): number => {
    const read = Number.parseInt(text ?? "", 10);
    return Number.isNaN(read) ? otherwise : read;
  };
  const page = value(size?.["w:w"], usual.page);
  const height = value(size?.["w:h"], usual.height);
  const beside =
    value(margins?.["w:left"], usual.margin) +
    value(margins?.["w:right"], usual.margin) +
    value(margins?.["w:gutter"], 0);
  const text = page - beside;
  const count = Math.max(1, value(columns?.["w:num"], 1));
  const column = (text - value(columns?.["w:space"], 720) * (count - 1)) / count;
  return {
    width: Math.max(720, Math.round(column)),
    turnedWidth: Math.max(720, height - beside),
    isLandscape: page > height,
  };
}

const order = [
  "w:headerReference",
  "w:footerReference",
  "w:footnotePr",
  "w:endnotePr",
  "w:type",
  "w:pgSz",
  "w:pgMar",
  "w:paperSrc",
  "w:pgBorders",
  "w:lnNumType",
  "w:pgNumType",
  "w:cols",
  "w:formProt",
  "w:vAlign",
  "w:noEndnote",
  "w:titlePg",
  "w:textDirection",
  "w:bidi",
  "w:rtlGutter",
  "w:docGrid",
];

/** References to headers and footers of ours that a section of ours has; absent where the template has headers or footers of its own. */
export type RunningOf = ((own: XmlElement) => string) | undefined;

export type SectionPlan = {
  /** Properties for each section that ends within our content, in order. */
  readonly inner: readonly string[];
  /** Changes to the template's own properties, which end the last of our sections. */
  readonly edits: readonly Edit[];
};

/**
 * A section is told at its end. The template's stands after our content and so ends our last section; each of ours that ends before it is a
 * copy with our columns, our turn of the page and our way to number pages. Only the first may begin as the template's begins: with its
 * first-page header and its page number; those after it run on as ours do. `own` are ours in order, the last one for the end.
 */
export function planSections(
  template: XmlPart,
  section: XmlElement | undefined,
  own: readonly XmlElement[],
  running: RunningOf,
): SectionPlan {
  const last = own.at(-1);
  if (last === undefined || (own.length < 2 && running === undefined))
    return { inner: [], edits: [] };
  const xmlOf = (each: XmlElement, index: number): string =>
    sectionXml(template, section, { own: each, usual: own[0], isFirst: index === 0, running });
  return {
    inner: own.slice(0, -1).map(xmlOf),
    edits:
      section === undefined
        ? newEnd(template, xmlOf(last, own.length - 1))
        : endEdits(template, section, {
            own: last,
            usual: own[0],
            isFirst: own.length < 2,
            running,
          }),
  };
}

/** A section of ours. */
type OwnSection = {
  readonly own: XmlElement;
  /** The first of ours, whose pages are turned as most are. */
  readonly usual: XmlElement | undefined;
  readonly isFirst: boolean;
  readonly running: RunningOf;
};

function newEnd(template: XmlPart, xml: string): readonly Edit[] {
  const body = childOf(template.root, "w:body");
  return body === undefined ? [] : [insertAt(body.contentEnd, xml)];
}

/** The template's properties as those of our last section. Its references stay: where there are any, they are the template's. */
function endEdits(template: XmlPart, section: XmlElement, last: OwnSection): readonly Edit[] {
  const changed = piecesOf(template, section, last);
  const names = ["w:type", "w:pgSz", "w:pgNumType", "w:titlePg"];
  const references = changed.get("w:headerReference") ?? "";
  return [
    ...(last.running === undefined ? [] : [insertAt(section.contentStart, references)]),
    ...names.flatMap((name) => pieceEdits(template, section, name, changed.get(name) ?? "")),
  ];
}

function pieceEdits(
  { text }: XmlPart,
  section: XmlElement,
  name: string,
  piece: string,
): readonly Edit[] {
  const there = childOf(section, name);
  if (there !== undefined && text.slice(there.start, there.end) === piece) return [];
  if (there !== undefined) return [{ from: there.start, to: there.end, text: piece }];
  const after = order.slice(order.indexOf(name) + 1);
  const next = section.children.find((each) => after.includes(each.name));
  return piece === "" ? [] : [insertAt(next?.start ?? section.contentEnd, piece)];
}

function sectionXml(template: XmlPart, section: XmlElement | undefined, own: OwnSection): string {
  const pieces = piecesOf(template, section, own);
  pieces.set("w:cols", columnsXml(own.own));
  return `<w:sectPr>${order.map((name) => pieces.get(name) ?? "").join("")}</w:sectPr>`;
}

/** What a section is made of by name: the template's, and what it has of ours. */
function piecesOf(
  template: XmlPart,
  section: XmlElement | undefined,
  { own, usual: first, isFirst, running }: OwnSection,
): Map<string, string> {
  const pieces = new Map<string, string>();
  for (const child of section?.children ?? []) {
    if (child.name === "w:sectPrChange") continue;
    const before = pieces.get(child.name) ?? "";
    pieces.set(child.name, before + template.text.slice(child.start, child.end));
  }
  if (!isFirst) {
    const type = childOf(own, "w:type")?.attributes["w:val"] ?? "nextPage";
    for (const name of ["w:headerReference", "w:footerReference", "w:titlePg"]) pieces.delete(name);
    pieces.set("w:type", `<w:type w:val="${type}"/>`);
  }
  if (running !== undefined) {
    pieces.set("w:headerReference", running(own));
    pieces.set("w:titlePg", childOf(own, "w:titlePg") === undefined ? "" : "<w:titlePg/>");
  }
  const numbers = numbersXml(own) ?? numbersOf(pieces.get("w:pgNumType"), isFirst);
  if (numbers !== undefined) pieces.set("w:pgNumType", numbers);
  // Turned against the pages around it, as for a wide table.
  if (textSizeOf(own).isLandscape !== textSizeOf(first).isLandscape)
    pieces.set("w:pgSz", turned(section));
  return pieces;
}

/** How a section of ours numbers its pages, where it says something of it: roman in front matter, from one again in an annex (17.6.12). */
function numbersXml(own: XmlElement): string | undefined {
  const said = Object.entries(childOf(own, "w:pgNumType")?.attributes ?? {});
  if (said.length === 0) return undefined;
  const written = said.map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  return `<w:pgNumType${written.join("")}/>`;
}

/** The template's way to number pages; only its first page begins anew. */
function numbersOf(written: string | undefined, isFirst: boolean): string | undefined {
  return isFirst ? written : written?.replace(/\s[\w:]*start\s*=\s*("[^"]*"|'[^']*')/, "");
}

function columnsXml(own: XmlElement): string {
  const columns = childOf(own, "w:cols");
  const count = columns?.attributes["w:num"];
  if (columns === undefined || count === undefined) return '<w:cols w:space="720"/>';
  // Of equal widths: those that we reckoned were for another page.
  return `<w:cols w:num="${count}" w:space="${columns.attributes["w:space"] ?? "720"}"/>`;
}

/** The page of the template on its side. */
function turned(section: XmlElement | undefined): string {
  const size = childOf(section, "w:pgSz")?.attributes;
  const [width, height] = [
    size?.["w:w"] ?? String(usual.page),
    size?.["w:h"] ?? String(usual.height),
  ];
  const isLandscape = Number(height) > Number(width);
  return `<w:pgSz w:w="${height}" w:h="${width}"${isLandscape ? ' w:orient="landscape"' : ""}/>`;
}
