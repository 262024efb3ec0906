import type { WordFile, XmlElement } from "../ooxml/index.ts";
import { childrenOf, edited, escapeXml } from "../ooxml/index.ts";
import type { Output } from "./output.ts";

/** What the file says about itself, by plain name in small letters: `title`, `author`, `classification`; empty values are left out. */
export type Values = ReadonlyMap<string, string>;

const customNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
const variantNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";

/** Stands where a document has no date, since Word wants one. */
const noDate = "2000-01-01T00:00:00Z";

function partOf(file: WordFile, name: string): string | undefined {
  return file.relations("").find((relation) => relation.name === name)?.path;
}

/** Properties of our file that fields and controls of the template may ask for. */
export function valuesOf(own: WordFile): Values {
  const values = new Map<string, string>();
  const put = (name: string, value: string): void => {
    if (value.trim() !== "" && value !== noDate) values.set(name.toLowerCase(), value);
  };
  const core = partOf(own, "core-properties");
  for (const { name, text } of core === undefined ? [] : own.xml(core).root.children)
    put(name.slice(name.indexOf(":") + 1), text);
  const custom = partOf(own, "custom-properties");
  for (const property of custom === undefined ? [] : own.xml(custom).root.children)
    put(property.attributes["name"] ?? "", property.children[0]?.text ?? "");
  for (const [other, name] of Object.entries(synonyms)) {
    const value = values.get(name);
    if (value !== undefined && !values.has(other)) values.set(other, value);
  }
  return values;
}

/** Names that fields of Word and authors of templates use. */
const synonyms: Readonly<Record<string, string>> = {
  author: "creator",
  organization: "creator",
  status: "contentstatus",
  comments: "description",
  date: "modified",
  "file-number": "filenumber",
  "publish date": "modified",
  publishdate: "modified",
  lastsavedby: "lastmodifiedby",
};

/** Ours are of this document; what the template alone says (category, company) stays. */
export function mergeProperties(own: WordFile, template: WordFile, output: Output): void {
  mergeCore(own, template, output);
  mergeCustom(own, template, output);
  dropStatistics(template, output);
}

function mergeCore(own: WordFile, template: WordFile, output: Output): void {
  const ours = partOf(own, "core-properties");
  if (ours === undefined) return;
  const { text, root } = own.xml(ours);
  const there = partOf(template, "core-properties");
  const said = new Set(root.children.map(({ name }) => name));
  const kept = ["cp:category", "dc:description", "dc:identifier", "cp:contentType"];
  const added = (there === undefined ? [] : template.xml(there).root.children)
    .filter(({ name, text: value }) => kept.includes(name) && !said.has(name) && value !== "")
    .map(({ name, text: value }) => `<${name}>${escapeXml(value)}</${name}>`);
  const xml = text.slice(0, root.contentEnd) + added.join("") + text.slice(root.contentEnd);
  putPart(own, ours, there, xml, output);
}

/** Over the template's part, or as a part of its own. */
function putPart(
  own: WordFile,
  ours: string,
  there: string | undefined,
  xml: string,
  output: Output,
): void {
  if (there !== undefined) {
    output.text(there, xml);
    return;
  }
  const type = own.contentTypeOf(ours) ?? "application/xml";
  const path = output.add(ours, new TextEncoder().encode(xml), type);
  const relation = own.relations("").find((each) => each.path === ours);
  output.relate("", relation?.type ?? "", path, false);
}

function mergeCustom(own: WordFile, template: WordFile, output: Output): void {
  const ours = partOf(own, "custom-properties");
  if (ours === undefined) return;
  const there = partOf(template, "custom-properties");
  const properties = own.xml(ours).root.children;
  if (there === undefined) {
    putPart(own, ours, undefined, own.xml(ours).text, output);
    return;
  }
  const names = new Set(properties.map(({ attributes }) => attributes["name"]?.toLowerCase()));
  const { text, root } = template.xml(there);
  const replaced = root.children.filter(({ attributes }) =>
    names.has(attributes["name"]?.toLowerCase()),
  );
  const most = root.children.reduce(
    (id, each) => Math.max(id, Number(each.attributes["pid"]) || 1),
    1,
  );
  const added = properties.map((property, index) => customXml(property, most + 1 + index));
  output.text(
    there,
    edited(text, [
      ...replaced.map(({ start, end }) => ({ from: start, to: end, text: "" })),
      { from: root.contentEnd, to: root.contentEnd, text: added.join("") },
    ]),
  );
}

function customXml({ attributes, children }: XmlElement, id: number): string {
  const name = escapeXml(attributes["name"] ?? "");
  const value = escapeXml(children[0]?.text ?? "");
  return `<property xmlns="${customNamespace}" fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${id}" name="${name}"><vt:lpwstr xmlns:vt="${variantNamespace}">${value}</vt:lpwstr></property>`;
}

/** Numbers of pages and words are the template's own, and untrue of the document. */
function dropStatistics(template: WordFile, output: Output): void {
  const path = partOf(template, "extended-properties");
  if (path === undefined) return;
  const { text, root } = template.xml(path);
  const stale = [
    ...["TotalTime", "Pages", "Words", "Characters", "Lines", "Paragraphs", "Slides", "Notes"],
    ...["CharactersWithSpaces", "TitlesOfParts", "HeadingPairs", "HLinks", "HyperlinksChanged"],
  ];
  const dropped = stale.flatMap((name) => childrenOf(root, `ep:${name}`));
  if (dropped.length === 0) return;
  output.text(
    path,
    edited(
      text,
      dropped.map(({ start, end }) => ({ from: start, to: end, text: "" })),
    ),
  );
}
