import type { Edit, XmlElement, XmlPart } from "../ooxml/index.ts";
import { childOf, insertAt } from "../ooxml/index.ts";

/** Size of a page and of the text on it, twips. */
export type TextSize = {
  readonly width: number;
  readonly isLandscape: boolean;
};

/** The usual page of Word where nothing is said: Letter with margins of an inch. */
const usual = { page: 12240, margin: 1440 };

export function textSizeOf(section: XmlElement | undefined): TextSize {
  const size = childOf(section, "w:pgSz")?.attributes;
  const margins = childOf(section, "w:pgMar")?.attributes;
  const columns = childOf(section, "w:cols")?.attributes;
  const value = (text: string | undefined, otherwise: number): number => {
    const read = Number.parseInt(text ?? "", 10);
    return Number.isNaN(read) ? otherwise : read;
  };
  const page = value(size?.["w:w"], usual.page);
  const height = value(size?.["w:h"], Number.POSITIVE_INFINITY);
  const gutter = value(margins?.["w:gutter"], 0);
  const text =
    page -
    value(margins?.["w:left"], usual.margin) -
    value(margins?.["w:right"], usual.margin) -
    gutter;
  const count = Math.max(1, value(columns?.["w:num"], 1));
  const column = (text - value(columns?.["w:space"], 720) * (count - 1)) / count;
  return { width: Math.max(720, Math.round(column)), isLandscape: page > height };
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

export type SectionPlan = {
  /** Properties for each section that ends within our content, in order. */
  readonly inner: readonly string[];
  /** Changes to the template's own properties, which end the last of our sections. */
  readonly edits: readonly Edit[];
};

/**
 * A section is told at its end. The template's stands after our content and so ends our last section; each of ours that ends before it is a
 * copy with our columns and our turn of the page. Only the first may begin as the template's begins: with its first-page header and its
 * page number; those after it run on as ours do. `own` are ours in order, the last one for the end; `running` are references to our headers and footers, where the template has none.
 */
export function planSections(
  template: XmlPart,
  section: XmlElement | undefined,
  own: readonly XmlElement[],
  running?: string,
): SectionPlan {
  if (own.length < 2) return { inner: [], edits: [] };
  const inner = own
    .slice(0, -1)
    .map((each, index) => sectionXml(template, section, each, own[0], index === 0, running));
  if (section === undefined) return { inner, edits: [] };
  const last = own.at(-1);
  const drop = ["w:titlePg", "w:type"].flatMap((name) => childOf(section, name) ?? []);
  const type = childOf(last, "w:type")?.attributes["w:val"] ?? "nextPage";
  const after = order.slice(order.indexOf("w:type") + 1);
  const next = section.children.find(({ name }) => after.includes(name));
  return {
    inner,
    edits: [
      ...drop.map(({ start, end }) => ({ from: start, to: end, text: "" })),
      insertAt(next?.start ?? section.contentEnd, `<w:type w:val="${type}"/>`),
      ...withoutRestart(template, section),
      ...(textSizeOf(last).isLandscape === textSizeOf(own[0]).isLandscape
        ? []
        : turnedEdit(section)),
    ],
  };
}

function withoutRestart({ text }: XmlPart, section: XmlElement): readonly Edit[] {
  const numbers = childOf(section, "w:pgNumType");
  if (numbers?.attributes["w:start"] === undefined) return [];
  const tag = text.slice(numbers.start, numbers.end);
  const start = /\s[\w:]*start\s*=\s*("[^"]*"|'[^']*')/.exec(tag);
  if (start === null) return [];
  const from = numbers.start + start.index;
  return [{ from, to: from + start[0].length, text: "" }];
}

function sectionXml(
  template: XmlPart,
  section: XmlElement | undefined,
  own: XmlElement,
  usual: XmlElement | undefined,
  isFirst: boolean,
  running: string | undefined,
): string {
  const pieces = new Map<string, string>();
  for (const child of section?.children ?? []) {
    if (child.name === "w:sectPrChange") continue;
    const before = pieces.get(child.name) ?? "";
    pieces.set(child.name, before + template.text.slice(child.start, child.end));
  }
  const type = childOf(own, "w:type")?.attributes["w:val"] ?? "nextPage";
  if (!isFirst) {
    for (const name of ["w:headerReference", "w:footerReference", "w:titlePg"]) pieces.delete(name);
    pieces.set("w:type", `<w:type w:val="${type}"/>`);
    const numbers = pieces.get("w:pgNumType");
    if (numbers !== undefined)
      pieces.set("w:pgNumType", numbers.replace(/\s[\w:]*start\s*=\s*("[^"]*"|'[^']*')/, ""));
  }
  if (isFirst && running !== undefined) {
    pieces.set("w:headerReference", running);
    if (childOf(own, "w:titlePg") !== undefined) pieces.set("w:titlePg", "<w:titlePg/>");
  }
  pieces.set("w:cols", columnsXml(own));
  // Turned against the pages around it, as for a wide table.
  if (textSizeOf(own).isLandscape !== textSizeOf(usual).isLandscape)
    pieces.set("w:pgSz", turned(section));
  return `<w:sectPr>${order.map((name) => pieces.get(name) ?? "").join("")}</w:sectPr>`;
}

function columnsXml(own: XmlElement): string {
  const columns = childOf(own, "w:cols");
  const count = columns?.attributes["w:num"];
  if (columns === undefined || count === undefined) return '<w:cols w:space="720"/>';
  // Of equal widths: those that we reckoned were for another page.
  return `<w:cols w:num="${count}" w:space="${columns.attributes["w:space"] ?? "720"}"/>`;
}

function turnedEdit(section: XmlElement): readonly Edit[] {
  const size = childOf(section, "w:pgSz");
  return size === undefined ? [] : [{ from: size.start, to: size.end, text: turned(section) }];
}

/** The page of the template on its side. */
function turned(section: XmlElement | undefined): string {
  const size = childOf(section, "w:pgSz")?.attributes;
  const [width, height] = [size?.["w:w"] ?? String(usual.page), size?.["w:h"] ?? "15840"];
  const isLandscape = Number(height) > Number(width);
  return `<w:pgSz w:w="${height}" w:h="${width}"${isLandscape ? ' w:orient="landscape"' : ""}/>`;
}

/** The section of the template with our headers and footers. */
export function withRunning(
  template: XmlPart,
  section: XmlElement | undefined,
  running: { readonly references: string; readonly hasFirstPage: boolean },
): readonly Edit[] {
  const first = running.hasFirstPage ? "<w:titlePg/>" : "";
  if (section === undefined) {
    const body = childOf(template.root, "w:body");
    if (body === undefined) return [];
    return [insertAt(body.contentEnd, `<w:sectPr>${running.references}${first}</w:sectPr>`)];
  }
  const after = order.slice(order.indexOf("w:titlePg") + 1);
  const next = section.children.find(({ name }) => after.includes(name));
  const isThere = childOf(section, "w:titlePg") !== undefined;
  return [
    insertAt(section.contentStart, running.references),
    ...(first === "" || isThere ? [] : [insertAt(next?.start ?? section.contentEnd, first)]),
  ];
}
