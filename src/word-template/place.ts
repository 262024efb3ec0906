import type { XmlElement, XmlPart } from "../ooxml/index.ts";
import { childOf, descendants, eachWithin } from "../ooxml/index.ts";

/** Where the content goes in the document of the template. */
export type ContentPlace = {
  /** Stretch of the text that makes room. */
  readonly from: number;
  readonly to: number;
  /** What holds it: the body, a cell. A section cannot end in a cell. */
  readonly isInBody: boolean;
  /** The section that the place is in: the next section properties after it. */
  readonly section: XmlElement | undefined;
};

/** Word allows no hyphen in the name of a bookmark, so an underscore or a blank is as good, and capitals do not count. */
function plainName(name: string): string {
  return name.trim().toLowerCase().replace(/[- ]/g, "_");
}

/**
 * The place of that name: a content control with this tag or title, or else a bookmark. Undefined when there is none. What stands in it
 * makes room; so do the whole paragraphs that a bookmark reaches into.
 */
export function findPlace(part: XmlPart, name: string): ContentPlace | undefined {
  const body = childOf(part.root, "w:body");
  if (body === undefined) return undefined;
  return search(body, plainName(name), part, true);
}

const holders = ["w:body", "w:tc", "w:sdtContent", "w:customXml"];

function search(
  holder: XmlElement,
  name: string,
  part: XmlPart,
  isInBody: boolean,
): ContentPlace | undefined {
  for (const [index, child] of holder.children.entries()) {
    const end = isNamed(child, name) ? index : bookmarkEnd(holder.children, index, name);
    if (end !== undefined) {
      const stretch = holder.children.slice(index, end + 1);
      // A paragraph that ends a section stays, since the section would be lost with it.
      const section = stretch.find(
        (each) => childOf(childOf(each, "w:pPr"), "w:sectPr") !== undefined,
      );
      const to = section?.start ?? stretch.at(-1)?.end ?? child.end;
      return placeOf(child.start, to, part, isInBody);
    }
    for (const inner of innerHolders(child)) {
      const found = search(inner, name, part, isInBody && inner.name !== "w:tc");
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** What can hold paragraphs, without text boxes: what stands in them is no part of the body's reading order. */
function innerHolders(element: XmlElement): readonly XmlElement[] {
  if (element.name === "w:p") return [];
  const found: XmlElement[] = [];
  eachWithin(element, (each) => {
    if (!holders.includes(each.name)) return each.name !== "w:p";
    found.push(each);
    return false;
  });
  return found;
}

function isNamed(element: XmlElement, name: string): boolean {
  const controls =
    element.name === "w:sdt" ? [element] : element.name === "w:p" ? inLine(element, "w:sdt") : [];
  return controls.some((control) => {
    const properties = childOf(control, "w:sdtPr");
    return ["w:tag", "w:alias"].some((key) => {
      const value = childOf(properties, key)?.attributes["w:val"];
      return value !== undefined && plainName(value) === name;
    });
  });
}

/** Elements in the line of a paragraph, without those of its text boxes. */
function inLine(paragraph: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  eachWithin(paragraph, (each) => {
    if (each.name === name) found.push(each);
    return each.name !== "mc:AlternateContent" && each.name !== "w:txbxContent";
  });
  return found;
}

/** Index of the block in which the bookmark ends that begins in the block at `from`. */
function bookmarkEnd(
  blocks: readonly XmlElement[],
  from: number,
  name: string,
): number | undefined {
  const block = blocks[from];
  if (block === undefined) return undefined;
  // A bookmark may also begin between blocks; within a table or a control it is found from inside.
  const starts =
    block.name === "w:bookmarkStart"
      ? [block]
      : block.name === "w:p"
        ? inLine(block, "w:bookmarkStart")
        : [];
  const start = starts.find(({ attributes }) => plainName(attributes["w:name"] ?? "") === name);
  if (start === undefined) return undefined;
  const id = start.attributes["w:id"];
  const ends = (element: XmlElement): boolean =>
    element.name === "w:bookmarkEnd"
      ? element.attributes["w:id"] === id
      : descendants(element, "w:bookmarkEnd").some(({ attributes }) => attributes["w:id"] === id);
  const last = blocks.findIndex((each, index) => index >= from && ends(each));
  return last === -1 ? from : last;
}

/** The end of the body: after its boilerplate, in place of empty paragraphs that wait for text there. */
export function endPlace(part: XmlPart): ContentPlace {
  const body = childOf(part.root, "w:body");
  if (body === undefined) throw new Error("Bug: a document without a body was taken as sound.");
  const blocks = body.children.filter(({ name }) => name !== "w:sectPr");
  let first = blocks.length;
  while (first > 0 && isEmptyParagraph(blocks[first - 1])) first--;
  const last = childOf(body, "w:sectPr");
  const to = last?.start ?? body.contentEnd;
  return placeOf(blocks[first]?.start ?? to, to, part, true);
}

/** The whole body makes room; only its last section stays. */
export function wholePlace(part: XmlPart): ContentPlace {
  const body = childOf(part.root, "w:body");
  if (body === undefined) throw new Error("Bug: a document without a body was taken as sound.");
  const to = childOf(body, "w:sectPr")?.start ?? body.contentEnd;
  return placeOf(body.contentStart, to, part, true);
}

function isEmptyParagraph(block: XmlElement | undefined): boolean {
  if (block?.name !== "w:p") return false;
  const content = block.children.filter(({ name }) => name !== "w:pPr");
  const isSection = childOf(childOf(block, "w:pPr"), "w:sectPr") !== undefined;
  return !isSection && content.every((each) => isHollow(each));
}

/** Nothing that prints. */
function isHollow(element: XmlElement): boolean {
  if (["w:bookmarkStart", "w:bookmarkEnd", "w:proofErr"].includes(element.name)) return true;
  return element.name === "w:r" && element.children.every(({ name }) => name === "w:rPr");
}

function placeOf(from: number, to: number, part: XmlPart, isInBody: boolean): ContentPlace {
  return { from, to, isInBody, section: sectionsOf(part).find(({ start }) => start >= to) };
}

/** All section properties of the body, in order, without those that a tracked change keeps. */
export function sectionsOf(part: XmlPart): readonly XmlElement[] {
  const found: XmlElement[] = [];
  eachWithin(part.root, (each) => {
    if (each.name === "w:sectPr") found.push(each);
    return each.name !== "w:sectPr" && each.name !== "w:r";
  });
  return found;
}
