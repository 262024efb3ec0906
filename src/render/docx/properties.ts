import type { DocumentTree } from "../../document/index.ts";
import { programVersion } from "../../document/index.ts";
import { escapeXml } from "../../ooxml/index.ts";
import { escapeText } from "./text.ts";
import { tag } from "./xml.ts";

/** Stands in the file where the source gives no date, since a clock would change the bytes of each build. */
const noDate = "2000-01-01";

/** docProps/core.xml (ECMA-376 Part 2, 11). */
export function coreProperties(document: DocumentTree): string {
  const { metadata } = document;
  const time = `${metadata.asOf ?? noDate}T00:00:00Z`;
  const date = (name: string): string => tag(name, { "xsi:type": "dcterms:W3CDTF" }, time);
  const text = (name: string, value: string | undefined): string =>
    value === undefined || value === "" ? "" : tag(name, {}, escapeXml(value));
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    text("dc:title", document.title),
    text("dc:subject", metadata.subject),
    text("dc:creator", metadata.author ?? ""),
    text("cp:keywords", metadata.keywords?.join("; ")),
    text("cp:lastModifiedBy", metadata.author),
    tag("cp:revision", {}, "1"),
    date("dcterms:created"),
    date("dcterms:modified"),
    text("dc:language", document.language),
    text("cp:version", metadata.version),
    text("cp:contentStatus", metadata.status),
    "</cp:coreProperties>",
  ].join("");
}

/** What the office and a later reading of the file look for (docProps/custom.xml, ECMA-376 Part 1, 22.3). */
export function customProperties(document: DocumentTree): string {
  const { metadata } = document;
  const given: readonly (readonly [string, string | undefined])[] = [
    ["Classification", metadata.classification],
    ["FileNumber", metadata.fileNumber],
    ["Status", metadata.status],
    ["DossierProduct", document.product],
    ["DossierSource", metadata.source?.file],
    ["DossierSourceHash", metadata.source?.hash],
    ["DossierVersion", programVersion],
  ];
  const properties = given
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value = ""], index) =>
      tag(
        "property",
        { fmtid: "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", pid: index + 2, name },
        tag("vt:lpwstr", {}, escapeXml(escapeText(value))),
      ),
    );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">',
    ...properties,
    "</Properties>",
  ].join("");
}

/** docProps/app.xml */
export const applicationProperties =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Dossier</Application></Properties>';
