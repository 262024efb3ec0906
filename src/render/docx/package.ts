import type { Document } from "docx";
import { Packer } from "docx";
import { strFromU8, strToU8 } from "fflate";
import { packZip } from "../../ooxml/index.ts";
import type { Body } from "./body.ts";

type Parts = ReadonlyMap<string, string | Uint8Array>;

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
export function pack(
  file: Document,
  body: Body,
  edits: Parts,
  options: { readonly rightToLeft: boolean },
): Uint8Array {
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
          ? headersFirst(mirrored(body.within(written), options.rightToLeft))
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

const sectionStart = "<w:sectPr>";

/**
 * The references to headers and footers, which `docx` gives to the last section, stand in the first; later ones inherit them
 * (17.10.1). The last section is in the last piece, which is `docx`'s.
 */
function headersFirst(pieces: readonly string[]): readonly string[] {
  const index = pieces.findIndex((piece) => piece.includes(sectionStart));
  const last = pieces.length - 1;
  const piece = pieces[index];
  const end = pieces[last];
  if (piece === undefined || end === undefined || index === last) return pieces;
  const from = end.lastIndexOf(sectionStart);
  const references = end.slice(from).match(/<w:(?:header|footer)Reference [^>]*\/>/g) ?? [];
  const rest = references.reduce((text, reference) => text.replace(reference, ""), end);
  const at = piece.indexOf(sectionStart) + sectionStart.length;
  const first = piece.slice(0, at) + references.join("") + piece.slice(at);
  return pieces.map((each, place) => (place === index ? first : place === last ? rest : each));
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
