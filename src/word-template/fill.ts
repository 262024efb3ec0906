import type { Report } from "../diagnostics/index.ts";
import type { Edit, XmlElement, XmlPart } from "../ooxml/index.ts";
import { childOf, descendants, eachWithin, insertAt, replaceElement } from "../ooxml/index.ts";
import { pictured } from "./dates.ts";
import { fieldsOf, runXml } from "./fields.ts";
import type { Values } from "./properties.ts";

/** What a template shows of the document's properties. */
export type Filled = {
  readonly edits: readonly Edit[];
  /** Names of the properties that are shown, small letters. */
  readonly shown: ReadonlySet<string>;
};

const coreStore = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}";
const coverStore = "{55AF091B-3C7A-41E3-B477-F2FDAA23CFDA}";

/** Fills fields such as { TITLE } and { DOCPROPERTY Status } and the content controls of a part with what the document says. */
export function fillPart(
  part: XmlPart,
  values: Values,
  language: string,
  file: string,
  report: Report,
): Filled {
  const edits: Edit[] = [];
  const shown = new Set<string>();
  const put = (name: string, picture: string | undefined, fill: (text: string) => Edit[]): void => {
    const value = values.get(name);
    shown.add(name);
    if (value !== undefined) edits.push(...fill(printed(value, picture, language)));
  };
  for (const field of fieldsOf(part)) {
    const name = propertyOf(field.instruction);
    if (name === undefined) continue;
    if (isUnknown(field.instruction, name, values)) tellUnknown(name, file, report);
    const picture = /\\@\s*"([^"]*)"/.exec(field.instruction)?.[1];
    put(name, picture, (text) => {
      const edit = field.fill(text);
      return edit === undefined ? [] : [edit];
    });
  }
  for (const control of controlsOf(part)) {
    const name = controlName(control);
    const picture = descendants(control, "w:dateFormat")[0]?.attributes["w:val"];
    if (name !== undefined) put(name, picture, (text) => [...controlEdits(part, control, text)]);
  }
  return { edits, shown };
}

function printed(value: string, picture: string | undefined, language: string): string {
  return /^\d{4}-\d\d-\d\d(T|$)/.test(value) ? pictured(value, picture, language) : value;
}

/** The property that a field asks for, in small letters. */
function propertyOf(instruction: string): string | undefined {
  const words = [...instruction.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );
  const [first = "", second] = words;
  const name = first.toUpperCase();
  if (name === "DOCPROPERTY" || name === "INFO") return second?.toLowerCase();
  const plain = ["TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS", "LASTSAVEDBY"];
  if (plain.includes(name)) return name.toLowerCase();
  return undefined;
}

/** Word prints an error where a property is asked for that no file has. */
function isUnknown(instruction: string, name: string, values: Values): boolean {
  const builtIn = [
    ...["title", "subject", "author", "keywords", "comments", "category", "company", "manager"],
    ...["pages", "words", "characters", "template", "createtime", "lastsavedtime", "lastsavedby"],
    ...["lastprinted", "revisionnumber", "security", "totaleditingtime", "nameofapplication"],
    ...["paragraphs", "lines", "bytes", "charactersWithSpaces", "hyperlinkbase"],
  ];
  return /^DOCPROPERTY\s/i.test(instruction) && !values.has(name) && !builtIn.includes(name);
}

function tellUnknown(name: string, file: string, report: Report): void {
  report({
    rule: "word-property-exists",
    severity: "warning",
    message: `The Word template "${file}" shows the property "${name}", which this document does not have.`,
    hints: [
      "Documents have Title, Subject, Author, Keywords, Status, Classification and FileNumber, as far as the head of the source gives them.",
    ],
  });
}

function controlsOf(part: XmlPart): readonly XmlElement[] {
  return descendants(part.root, "w:sdt");
}

/** By its binding to a property of the file, or by a tag such as `dossier-title`. */
function controlName(control: XmlElement): string | undefined {
  const properties = childOf(control, "w:sdtPr");
  const binding = childOf(properties, "w:dataBinding")?.attributes;
  const store = binding?.["w:storeItemID"]?.toUpperCase();
  if (store === coreStore || store === coverStore) {
    const last = /([\w.-]+)(?:\[\d+\])?\s*$/.exec(binding?.["w:xpath"] ?? "")?.[1];
    return last?.toLowerCase();
  }
  const tag = childOf(properties, "w:tag")?.attributes["w:val"] ?? "";
  return /^dossier[-_](?!content$)(.+)$/i.exec(tag)?.[1]?.toLowerCase();
}

function controlEdits(part: XmlPart, control: XmlElement, text: string): readonly Edit[] {
  const content = childOf(control, "w:sdtContent");
  if (content === undefined) return [];
  const hint = childOf(childOf(control, "w:sdtPr"), "w:showingPlcHdr");
  const runs: XmlElement[] = [];
  eachWithin(content, (each) => {
    if (each.name === "w:r") runs.push(each);
    return each.name !== "w:r" && each.name !== "w:sdt";
  });
  const [first, ...rest] = runs;
  const look = hint === undefined ? childOf(first, "w:rPr") : undefined;
  const run = runXml(text, look === undefined ? "" : part.text.slice(look.start, look.end));
  const edits: Edit[] = hint === undefined ? [] : [{ from: hint.start, to: hint.end, text: "" }];
  if (first !== undefined)
    return [
      ...edits,
      { from: first.start, to: first.end, text: run },
      ...rest.map(({ start, end }) => ({ from: start, to: end, text: "" })),
    ];
  const [paragraph] = descendants(content, "w:p");
  const holder = paragraph ?? content;
  if (holder.contentEnd < holder.end) return [...edits, insertAt(holder.contentEnd, run)];
  // An empty tag has no inside to write into; an empty control may be one of paragraphs or one of runs.
  if (paragraph === undefined) return edits;
  const tag = part.text.slice(paragraph.start, paragraph.end).replace(/\s*\/>$/, ">");
  return [...edits, replaceElement(paragraph, `${tag}${run}</${paragraph.rawName}>`)];
}
