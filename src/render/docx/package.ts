import { strFromU8, strToU8, unzipSync } from "fflate";
import { packZip } from "../../ooxml/index.ts";

/**
 * The package again with the same bytes on every machine: fixed times, `[Content_Types].xml` first and the rest by name, pictures
 * numbered in the order of the text (ECMA-376 Part 2, 10.2.4 leaves the order free; readers like this one best).
 */
export function repack(
  bytes: Uint8Array,
  edits: ReadonlyMap<string, string | Uint8Array>,
  options: { readonly rightToLeft: boolean },
): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(bytes);
  for (const [path, part] of edits) files[path] = typeof part === "string" ? strToU8(part) : part;
  const body = files["word/document.xml"];
  if (body !== undefined)
    files["word/document.xml"] = strToU8(
      mirrored(headersFirst(strFromU8(body)), options.rightToLeft),
    );
  let pictures = 0;
  for (const path of Object.keys(files).sort()) {
    const file = files[path];
    if (
      file === undefined ||
      !/^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(path)
    )
      continue;
    const xml = strFromU8(file);
    if (xml.includes("<wp:docPr"))
      files[path] = strToU8(
        xml
          .replace(
            /(<wp:docPr\b[^>]*? id=")\d+"/g,
            (_match, start: string) => `${start}${++pictures}"`,
          )
          .replace(/<wp:docPr\b(?![^>]* descr="[^"])([^>]*)\/>/g, decorative),
      );
  }
  return packZip(new Map(Object.entries(files)));
}

/** The references to headers and footers, which `docx` gives to the last section, stand in the first; later ones inherit them (17.10.1). */
function headersFirst(xml: string): string {
  const first = xml.indexOf("<w:sectPr>");
  const last = xml.lastIndexOf("<w:sectPr>");
  if (first === last) return xml;
  const references = xml.slice(last).match(/<w:(?:header|footer)Reference [^>]*\/>/g) ?? [];
  const start = first + "<w:sectPr>".length;
  const end = references.reduce((rest, reference) => rest.replace(reference, ""), xml.slice(last));
  return xml.slice(0, start) + references.join("") + xml.slice(start, last) + end;
}

/** The last section, which `docx` writes, runs from right to left as the others do (17.6.1). */
function mirrored(xml: string, rightToLeft: boolean): string {
  return rightToLeft ? xml.replace(/<w:docGrid\b/g, "<w:bidi/><w:docGrid") : xml;
}

/** A picture without words, marked as Word marks a decorative one: an extension of 2017 (MS-ODRAWXML). */
const decorative = [
  '<wp:docPr$1><a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">',
  '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">',
  '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>',
  "</a:ext></a:extLst></wp:docPr>",
].join("");
