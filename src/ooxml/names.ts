/**
 * Namespaces by the prefix that we call them, whatever a file calls them. Those of Strict files (ISO/IEC 29500-1) have the same names
 * here, so that they can be read; they cannot be mixed with the transitional ones when something is written.
 */
const namespaces: readonly (readonly [prefix: string, ...uris: readonly string[]])[] = [
  [
    "w",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ],
  [
    "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ],
  [
    "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
  ],
  [
    "a",
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main",
  ],
  [
    "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "http://purl.oclc.org/ooxml/drawingml/picture",
  ],
  [
    "m",
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
  ],
  ["mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"],
  ["v", "urn:schemas-microsoft-com:vml"],
  ["o", "urn:schemas-microsoft-com:office:office"],
  ["w14", "http://schemas.microsoft.com/office/word/2010/wordml"],
  ["w15", "http://schemas.microsoft.com/office/word/2012/wordml"],
  ["wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"],
  ["adec", "http://schemas.microsoft.com/office/drawing/2017/decorative"],
  ["ct", "http://schemas.openxmlformats.org/package/2006/content-types"],
  ["rel", "http://schemas.openxmlformats.org/package/2006/relationships"],
  ["cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"],
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["dcterms", "http://purl.org/dc/terms/"],
  [
    "ep",
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
  ],
  [
    "cust",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties",
  ],
  [
    "vt",
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
  ],
  [
    "ds",
    "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "http://purl.oclc.org/ooxml/officeDocument/customXml",
  ],
  ["cover", "http://schemas.microsoft.com/office/2006/coverPageProps"],
  ["xml", "http://www.w3.org/XML/1998/namespace"],
  ["xmlns", "http://www.w3.org/2000/xmlns/"],
];

/** Our prefix by address; made when the first part is read. */
export function prefixesByUri(): ReadonlyMap<string, string> {
  return new Map(
    namespaces.flatMap(([prefix, ...uris]) => uris.map((uri) => [uri, prefix] as const)),
  );
}

/** Where Strict files begin their namespaces. */
export const strictStart = "http://purl.oclc.org/ooxml/";

/** The last step of a type of relationship: `header`, `image`, `hyperlink`; transitional and strict addresses end alike. */
export function relationName(type: string): string {
  return type.slice(type.lastIndexOf("/") + 1);
}
