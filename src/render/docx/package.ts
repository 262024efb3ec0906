import type { Document } from "docx";
import { Packer } from "docx";
import { strFromU8, strToU8 } from "fflate";
import { packZip } from "../../ooxml/index.ts";
import type { Body } from "./body.ts";
import { runningMark } from "./sections.ts";

type Parts = ReadonlyMap<string, string | Uint8Array>;

export type PackOptions = {
  readonly rightToLeft: boolean;
  /** Keys of the headers and footers that the first sections of the file bring, which are for nothing else. */
  readonly running: readonly string[];
  /** Key of those of the last section. Absent: those of the one before it. */
  readonly lastRunning: string | undefined;
};

/** The parts by their paths, as `Packer` compresses them; what it gives us would have to be unpacked again. */
function partsOf(file: Document): Parts {
  const { compiler } = Packer as unknown as {
    readonly compiler: { readonly compile: (file: Document) => Parts };
  };
  return compiler.compile(file);
}

/**
 * The package with the same bytes on every machine: fixed times, `[Content_Types].xml` first and the rest by name, pictures
 * numbered in the order of the text (ECMA-376 Part 2, 10.2.4 leaves the order free; readers like this one best).
 * @param edits parts in place of those of `docx`, and further ones
 */
export function pack(file: Document, body: Body, edits: Parts, options: PackOptions): Uint8Array {
  const parts = new Map([...partsOf(file), ...edits]);
  const number = createNumbering();
  const files = new Map<string, Uint8Array>();
  for (const path of [...parts.keys()].sort()) {
    const part = parts.get(path);
    if (part === undefined) continue;
    const isText = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(path);
    if (!isText) files.set(path, typeof part === "string" ? strToU8(part) : part);
    else {
      const written = typeof part === "string" ? part : strFromU8(part);
      const pieces =
        path === "word/document.xml"
          ? withRunning(mirrored(body.within(written), options.rightToLeft), options)
          : [written];
      files.set(path, encoded(pieces.map(number)));
    }
  }
  return packZip(files);
}

function encoded(pieces: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts = pieces.map((piece) => encoder.encode(piece));
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Gives the pictures of one text after another their numbers. */
function createNumbering(): (xml: string) => string {
  let pictures = 0;
  return (xml) =>
    xml.includes("<wp:docPr")
      ? xml
          .replace(
            /(<wp:docPr\b[^>]*? id=")\d+"/g,
            (_match, start: string) => `${start}${++pictures}"`,
          )
          .replace(/<wp:docPr\b(?![^>]* descr="[^"])([^>]*)\/>/g, decorative)
      : xml;
}

/**
 * The references to headers and footers in the sections that ask for them; later ones inherit them (17.10.1). `docx` has written each kind
 * in a section of its own before the text, and the last section, which is its own, in the last piece.
 */
function withRunning(
  pieces: readonly string[],
  { running, lastRunning }: PackOptions,
): readonly string[] {
  const references: string[] = [];
  const bringing = /<w:p><w:pPr><w:sectPr\b.*?<\/w:sectPr><\/w:pPr><\/w:p>/g;
  const start = (pieces[0] ?? "").replace(bringing, (section) => {
    const found = section.match(/<w:(?:header|footer)Reference [^>]*\/>/g) ?? [];
    references.push(found.join(""));
    return "";
  });
  if (references.length !== running.length) throw new Error("Bug: headers without a section.");
  const of = (key: string | undefined): string => references[running.indexOf(key ?? "")] ?? "";
  const mark = new RegExp(`<${runningMark} w:val="(\\w+)"/>`, "g");
  return pieces.map((piece, index) => {
    if (index === 0) return start;
    if (index < pieces.length - 1)
      return piece.includes(`<${runningMark}`)
        ? piece.replace(mark, (_mark, key: string) => of(key))
        : piece;
    const at = piece.lastIndexOf("<w:sectPr>") + "<w:sectPr>".length;
    return piece.slice(0, at) + of(lastRunning) + piece.slice(at);
  });
}

/** The last section, which `docx` writes, runs from right to left as the others do (17.6.1). */
function mirrored(pieces: readonly string[], rightToLeft: boolean): readonly string[] {
  if (!rightToLeft) return pieces;
  return pieces.map((piece) => piece.replace(/<w:docGrid\b/g, "<w:bidi/><w:docGrid"));
}

/** A picture without words, marked as Word marks a decorative one: an extension of 2017 (MS-ODRAWXML). */
const decorative = [
  '<wp:docPr$1><a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">',
  '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">',
  '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>',
  "</a:ext></a:extLst></wp:docPr>",
].join("");
