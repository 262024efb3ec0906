import { strToU8, zipSync } from "fflate";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import type { ImageAsset } from "../../src/layout/index.ts";
import type { WordTemplateOptions } from "../../src/word-template/index.ts";
import { applyWordTemplate } from "../../src/word-template/index.ts";
import type { WordFile } from "../docx/support.ts";
import { bytesOf, onePixel, open } from "../docx/support.ts";
import { documentOf } from "../template/support.ts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const wordNames: string = `xmlns:w="${word}" xmlns:r="${office}"`;
const packageTypes = "application/vnd.openxmlformats-package";
const wordTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** Parts by path. What stands here stands in place of the usual part of that path; undefined takes it out. */
export type Parts = Readonly<Record<string, string | Uint8Array | undefined>>;

const styles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles ${wordNames}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="24"/><w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="character" w:default="1" w:styleId="Policepardfaut"><w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableauNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>
<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/><w:basedOn w:val="Standard"/><w:rPr><w:sz w:val="56"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:color w:val="7A0019"/><w:sz w:val="36"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="Heading 2"/><w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Listepuces"><w:name w:val="List Bullet"/><w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Listenumros"><w:name w:val="List Number"/><w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Facts"><w:name w:val="Office Facts"/><w:basedOn w:val="Standard"/></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Lead"><w:name w:val="Word of the Lead"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>`;

const numbering = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:numbering ${wordNames}><w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="Listepuces"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Listenumros"/><w:lvlText w:val="%1)"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="4"/></w:num></w:numbering>`;

export const header: string = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:hdr ${wordNames}><w:p><w:r><w:t>Office of Coastal Records</w:t></w:r></w:p></w:hdr>`;

/** A4 with margins of 4 cm at the sides, and the header. */
export const section: string =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="2268" w:bottom="1134" w:left="2268" w:header="708" w:footer="708" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>';

export function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

export function documentXml(body: string, names: string = wordNames): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${names}><w:body>${body}</w:body></w:document>`;
}

/** A cover page in a section of its own, boilerplate, a bookmark for the content, boilerplate. */
export const usualBody: string = [
  `<w:p><w:pPr><w:pStyle w:val="Titre"/></w:pPr><w:r><w:t>Cover of the office</w:t></w:r></w:p>`,
  '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="4000" w:right="1134" w:bottom="1134" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:pPr></w:p>',
  paragraph("Before the content."),
  '<w:p><w:bookmarkStart w:id="7" w:name="dossier_content"/><w:r><w:t>Text goes here.</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p>',
  paragraph("After the content."),
  section,
].join("");

/** A template of an office as Word writes one, with ids of styles in French and German. */
export function templateOf(body: string = usualBody, changes: Parts = {}): Uint8Array {
  const parts: Parts = {
    "[Content_Types].xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${packageTypes}.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordTypes}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordTypes}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${wordTypes}.numbering+xml"/><Override PartName="/word/settings.xml" ContentType="${wordTypes}.settings+xml"/><Override PartName="/word/header1.xml" ContentType="${wordTypes}.header+xml"/></Types>`,
    "_rels/.rels": relations([["rId1", "officeDocument", "word/document.xml"]]),
    "word/document.xml": documentXml(body),
    "word/_rels/document.xml.rels": relations([
      ["rId1", "styles", "styles.xml"],
      ["rId2", "numbering", "numbering.xml"],
      ["rId3", "settings", "settings.xml"],
      ["rId4", "header", "header1.xml"],
    ]),
    "word/styles.xml": styles,
    "word/numbering.xml": numbering,
    "word/settings.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:settings ${wordNames}><w:defaultTabStop w:val="708"/></w:settings>`,
    "word/header1.xml": header,
    ...changes,
  };
  const files = Object.entries(parts).flatMap(([path, content]) =>
    content === undefined
      ? []
      : [[path, typeof content === "string" ? strToU8(content) : content] as const],
  );
  return zipSync(Object.fromEntries(files));
}

/** `[id, last step of the type, target, mode]` */
export function relations(all: readonly (readonly string[])[]): string {
  const written = all.map(
    ([id, name, target, mode]) =>
      `<Relationship Id="${id}" Type="${office}/${name}" Target="${target}"${mode === undefined ? "" : ` TargetMode="${mode}"`}/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join("")}</Relationships>`;
}

/** The usual part of a template with a change. */
export function usualPart(path: string, from: string, to: string): string {
  const text = open(templateOf()).text(path);
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  return text.replace(from, to);
}

const dot: ImageAsset = { format: "png", width: 4000, height: 2000, density: 96, bytes: onePixel };

/** The report of a source as Word. */
export function reportOf(markdown: string, language = "en"): Promise<Uint8Array> {
  const { value } = documentOf(markdown, { product: "report", file: "t.md", language });
  return bytesOf(value, { "dot.png": dot });
}

export type Applied = {
  /** Throws when there is no file. */
  readonly file: () => WordFile;
  readonly bytes: Uint8Array | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly rules: readonly string[];
};

export async function apply(
  markdown: string | Uint8Array,
  template: Uint8Array,
  options: Partial<WordTemplateOptions> = {},
): Promise<Applied> {
  const diagnostics: Diagnostic[] = [];
  const own = typeof markdown === "string" ? await reportOf(markdown) : markdown;
  const bytes = applyWordTemplate(
    own,
    template,
    {
      file: "brand.docx",
      place: "dossier-content",
      body: "keep",
      styles: new Map(),
      ...options,
    },
    (diagnostic) => void diagnostics.push(diagnostic),
  );
  return {
    bytes,
    diagnostics,
    rules: diagnostics.map(({ rule }) => rule),
    file() {
      if (bytes === undefined)
        throw new Error(diagnostics.map(({ message }) => message).join("\n"));
      return open(bytes);
    },
  };
}
