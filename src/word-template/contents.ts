import type { Edit, XmlElement, XmlPart } from "../ooxml/index.ts";
import { childOf, childrenOf, descendants, escapeXml, valOf } from "../ooxml/index.ts";
import type { Field } from "./fields.ts";
import { fieldsOf } from "./fields.ts";
import type { Merge } from "./merge.ts";
import type { ContentPlace } from "./place.ts";
import { textSizeOf } from "./sections.ts";

/** A heading of ours as a line of contents. */
type Line = {
  /** 1 to 9. */
  readonly level: number;
  readonly text: string;
  /** Its bookmark in the merged file. */
  readonly bookmark: string;
  /** As our own contents have it. Absent: they are not in the file. */
  readonly page: string | undefined;
};

/** The tables of contents of the template outside the place of the content. */
export function ownContents(merge: Merge, place: ContentPlace): readonly Field[] {
  const part = merge.template.xml(merge.template.main);
  return fieldsOf(part).filter(
    ({ instruction, at }) =>
      /^TOC\b(?!.*\\c\b)/i.test(instruction) && (at < place.from || at >= place.to),
  );
}

/**
 * Changes that make a table of contents of the template list our headings (17.16.5.68). It is marked to be brought up to date when the file
 * is opened (17.16.18), since pages of the template stand before ours. Undefined where it cannot be parted from what is around.
 */
export function filledContents(
  merge: Merge,
  field: Field,
  place: ContentPlace,
  bookmarkNames: ReadonlyMap<string, string>,
): Edit | undefined {
  const part = merge.template.xml(merge.template.main);
  const body = childOf(part.root, "w:body");
  const around = body === undefined ? undefined : paragraphsAround(body, field);
  if (around === undefined) return undefined;
  const { first, last } = around;
  if (!isAlone(part, around, field) || (first.start < place.to && place.from < last.end))
    return undefined;
  const [from, to] = levelsOf(field.instruction);
  const lines = linesOf(merge, bookmarkNames).filter(({ level }) => level >= from && level <= to);
  if (lines.length === 0) return undefined;
  const tabs = tabsOf(part, first, textSizeOf(place.section).width);
  const written = lines.map((line, index) => {
    const properties = `<w:pPr>${styleOf(merge, line.level)}${tabs}</w:pPr>`;
    const start = index === 0 ? opening(field.instruction) : "";
    const end = index === lines.length - 1 ? mark("end") : "";
    return `<w:p>${properties}${start}${entry(line)}${end}</w:p>`;
  });
  return { from: first.start, to: last.end, text: written.join("") };
}

/** What stands between our own tables of contents, for which there is no room beside those of the template. */
export function withoutContents(blocks: readonly XmlElement[]): readonly (readonly XmlElement[])[] {
  const stretches: XmlElement[][] = [[]];
  for (const block of blocks) {
    if (isContents(block)) stretches.push([]);
    else stretches.at(-1)?.push(block);
  }
  return stretches;
}

function isContents(block: XmlElement): boolean {
  const gallery = descendants(childOf(block, "w:sdtPr") ?? block, "w:docPartGallery")[0];
  return block.name === "w:sdt" && gallery?.attributes["w:val"] === "Table of Contents";
}

type Around = { readonly first: XmlElement; readonly last: XmlElement };

/** The paragraphs that the field begins and ends in, if one thing holds both. */
function paragraphsAround(holder: XmlElement, field: Field): Around | undefined {
  const holds = (at: number) => (child: XmlElement) => child.start <= at && at < child.end;
  const first = holder.children.find(holds(field.at));
  const last = holder.children.find(holds(field.end - 1));
  if (first === undefined || last === undefined) return undefined;
  if (first.name === "w:p" && last.name === "w:p") return { first, last };
  return first === last ? paragraphsAround(first, field) : undefined;
}

/** Nothing but the field is in its paragraphs that would be lost with them. */
function isAlone(part: XmlPart, { first, last }: Around, field: Field): boolean {
  const outside = [first, last]
    .flatMap((paragraph) => descendants(paragraph, "w:t"))
    .some(({ start, text }) => (start < field.at || start >= field.end) && text.trim() !== "");
  const stretch = part.text.slice(first.start, last.end);
  const count = (name: string): number => stretch.split(`<w:${name}`).length;
  return (
    !outside &&
    !/<w:(?:sectPr|drawing|pict|object)\b/.test(stretch) &&
    count("bookmarkStart") === count("bookmarkEnd") &&
    count("commentRangeStart") === count("commentRangeEnd")
  );
}

/** `\o "1-3"`; without it, Word takes three levels. */
function levelsOf(instruction: string): readonly [from: number, to: number] {
  const levels = /\\o\s*"?(\d)-(\d)/.exec(instruction);
  return levels === null ? [1, 3] : [Number(levels[1]), Number(levels[2])];
}

function linesOf({ own }: Merge, bookmarkNames: ReadonlyMap<string, string>): readonly Line[] {
  const part = own.xml(own.main);
  const pages = new Map(
    [
      ...part.text.matchAll(
        /PAGEREF (_Toc\d+)[^<]*<\/w:instrText><\/w:r>(?:<w:r><w:fldChar [^>]*\/><\/w:r>)?<w:r>(?:<w:rPr>.{0,99}?<\/w:rPr>)?<w:t[^>]*>([^<]*)</g,
      ),
    ].map(([, name = "", page = ""]) => [name, page]),
  );
  return descendants(part.root, "w:p").flatMap((paragraph): readonly Line[] => {
    const style = valOf(childOf(paragraph, "w:pPr"), "w:pStyle") ?? "";
    const level = style === "AnnexTitle" ? 1 : Number(/^Heading([1-9])/.exec(style)?.[1] ?? 0);
    const name = childrenOf(paragraph, "w:bookmarkStart")
      .map(({ attributes }) => attributes["w:name"] ?? "")
      .find((each) => each.startsWith("_Toc"));
    if (level === 0 || name === undefined) return [];
    const text = descendants(paragraph, "w:t").map((each) => each.text);
    const bookmark = bookmarkNames.get(name) ?? name;
    return [{ level, text: text.join("").trim(), bookmark, page: pages.get(name) }];
  });
}

function styleOf({ fit, styles }: Merge, level: number): string {
  const there = fit.template.byName("paragraph", `toc ${level}`)?.id;
  const added = styles.matchOf(`TOC${level}`) === undefined ? undefined : `TOC${level}`;
  const id = there ?? (added === undefined ? undefined : styles.idOf(added));
  return id === undefined ? "" : `<w:pStyle w:val="${escapeXml(id)}"/>`;
}

/** Word writes the stop of the page numbers into each line; so it stays where the template has it. */
function tabsOf({ text }: XmlPart, first: XmlElement, width: number): string {
  const tabs = childOf(childOf(first, "w:pPr"), "w:tabs");
  if (tabs !== undefined) return text.slice(tabs.start, tabs.end);
  return `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${width}"/></w:tabs>`;
}

function opening(instruction: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>${asked(instruction)}${mark("separate")}`;
}

function entry({ text, bookmark, page }: Line): string {
  const name = escapeXml(bookmark);
  const number =
    page === undefined
      ? ""
      : `<w:r><w:tab/></w:r>${mark("begin")}${asked(`PAGEREF ${name} \\h`)}${mark("separate")}${said(page)}${mark("end")}`;
  return `<w:hyperlink w:anchor="${name}" w:history="1">${said(text)}${number}</w:hyperlink>`;
}

const asked = (instruction: string): string =>
  `<w:r><w:instrText xml:space="preserve"> ${escapeXml(instruction)} </w:instrText></w:r>`;
const said = (text: string): string =>
  `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
const mark = (type: "begin" | "separate" | "end"): string =>
  `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
