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

/** The usual template with a theme whose first accent is this colour. */
export function withAccent(colour: string): Uint8Array {
  const scheme = `<a:clrScheme name="Office"><a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="${colour}"/></a:accent1></a:clrScheme>`;
  return withPart(
    "theme",
    `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements>${scheme}</a:themeElements></a:theme>`,
  );
}
