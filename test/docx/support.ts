import { strFromU8, unzipSync } from "fflate";
import type { DocumentTree, PageFacts } from "../../src/document/index.ts";
import type { Assets, ImageAsset } from "../../src/layout/index.ts";
import { renderDocx } from "../../src/render/docx/index.ts";
import type { Theme } from "../../src/theme/index.ts";
import { themeOf } from "../layout/support.ts";
import type { XmlElement } from "./xml.ts";
import { all, parseXml } from "./xml.ts";

export const products: readonly string[] = ["fact-sheet", "briefing-note", "report", "slides"];

/** A Word file by its parts. */
export type WordFile = {
  /** In the order of the package. */
  readonly paths: readonly string[];
  readonly part: (path: string) => XmlElement;
  readonly text: (path: string) => string;
};

/** One pixel, transparent. */
export const onePixel: Uint8Array = Uint8Array.from(
  atob(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  ),
  (character) => character.charCodeAt(0),
);

const onSeven = { get: () => "7" } as unknown as PageFacts["pageOf"];

/** The document as Word, each node on page 7 if nothing else is said; images are those given by name. */
export function bytesOf(
  document: DocumentTree,
  images: Readonly<Record<string, ImageAsset>> = {},
  frontPages = 0,
  pageOf: PageFacts["pageOf"] = onSeven,
  theme: Theme = themeOf(document.product),
): Promise<Uint8Array> {
  const facts: PageFacts = {
    pages: 9,
    frontPages,
    counts: new Map([
      ["main", "9"],
      ["front", "ii"],
      ["A", "3"],
      ["B", "1"],
    ]),
    pageOf,
    columnsOf: new Map(),
  };
  const assets: Assets = {
    face: () => undefined,
    fallbacks: [],
    image: (source) => images[source],
  };
  return renderDocx(document, theme, facts, assets, () => undefined);
}

export function open(bytes: Uint8Array): WordFile {
  const files = unzipSync(bytes);
  const text = (path: string): string => {
    const file = files[path];
    if (file === undefined) throw new Error(`No part ${path}`);
    return strFromU8(file);
  };
  return { paths: Object.keys(files), text, part: (path) => parseXml(text(path)) };
}

/** What a reader sees of a paragraph; tabs and line breaks are blanks, instructions of fields are nothing. */
export function textOfParagraph(paragraph: XmlElement): string {
  return paragraph.children
    .map((child) => {
      if (child.name === "w:t") return child.text;
      if (child.name === "w:tab" || child.name === "w:br") return " ";
      return child.name === "w:pPr" ? "" : textOfParagraph(child);
    })
    .join("");
}

export function paragraphsOf(part: XmlElement): readonly XmlElement[] {
  return all(part, "w:p");
}

/** Body, notes, headers and footers: the parts that hold text. */
export function textParts(file: WordFile): readonly XmlElement[] {
  return file.paths
    .filter((path) => /^word\/(document|footnotes|header\d+|footer\d+)\.xml$/.test(path))
    .map(file.part);
}

export function normal(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
