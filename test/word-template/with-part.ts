import { relations, templateOf, usualPart } from "./support.ts";

const wordTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The usual template with one more part of the document, such as its footnotes. */
export function withPart(name: string, xml: string, body?: string): Uint8Array {
  return templateOf(body, {
    [`word/${name}.xml`]: xml,
    "[Content_Types].xml": usualPart(
      "[Content_Types].xml",
      "</Types>",
      `<Override PartName="/word/${name}.xml" ContentType="${wordTypes}.${name}+xml"/></Types>`,
    ),
    "word/_rels/document.xml.rels": relations([
      ["rId1", "styles", "styles.xml"],
      ["rId2", "numbering", "numbering.xml"],
      ["rId3", "settings", "settings.xml"],
      ["rId4", "header", "header1.xml"],
      ["rId5", name, `${name}.xml`],
    ]),
  });
}
