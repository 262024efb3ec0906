import type { open } from "../docx/support.ts";
import type { XmlElement } from "../docx/xml.ts";
import { all, attributeOf } from "../docx/xml.ts";
import { plain } from "./outline.ts";

export type Paragraph = {
  readonly element: XmlElement;
  readonly style: string;
  /** Without the label of its list. */
  readonly text: string;
  /** 1 for the title, one more for each outline level, 0 above contents. Absent: no heading. */
  readonly level?: number;
  /** As Word would print it, without its full stop. Absent: no item. */
  readonly label?: string;
  /** Of its list, 1 for the outermost. */
  readonly depth?: number;
};

export type WordReader = {
  readonly paragraphs: (within: XmlElement) => readonly Paragraph[];
  readonly text: (within: XmlElement) => string;
  /** Where a relationship of the body or of the notes leads. */
  readonly target: (id: string, part?: "document" | "footnotes") => string;
};

type File = ReturnType<typeof open>;

/** Reads paragraphs as Word does: looks up what styles say, and counts lists. */
export function createReader(file: File): WordReader {
  const styles = new Map(
    all(file.part("word/styles.xml"), "w:style").map((style) => [
      style.attributes["w:styleId"] ?? "",
      style,
    ]),
  );
  const relationsOf = (part: string): ReadonlyMap<string | undefined, string | undefined> => {
    const path = `word/_rels/${part}.xml.rels`;
    const found = file.paths.includes(path) ? all(file.part(path), "Relationship") : [];
    return new Map(found.map(({ attributes }) => [attributes["Id"], attributes["Target"]]));
  };
  const relations = {
    document: relationsOf("document"),
    footnotes: relationsOf("footnotes"),
  };
  const count = counter(file.part("word/numbering.xml"));
  /** A property that the style says, or else the one it is based on. */
  const inherited = (id: string, name: string): string | undefined => {
    for (
      let at: string | undefined = id;
      at !== undefined;
      at = attributeOf(styles.get(at) ?? nothing, "w:basedOn")
    ) {
      const own = styles.get(at);
      const found = own === undefined ? undefined : attributeOf(own, name);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const labelOf = (properties: XmlElement, style: string, said: string): Label | undefined => {
    const task = /^\w*ListTask(\d?)/.exec(style);
    if (task !== null) return { label: said.slice(0, 1), depth: Number(task[1] || 1) };
    const number = attributeOf(properties, "w:numId") ?? inherited(style, "w:numId");
    if (number === undefined || number === "0") return undefined;
    const level = Number(attributeOf(properties, "w:ilvl") ?? inherited(style, "w:ilvl") ?? 0);
    return { label: count(number, level), depth: level + 1 };
  };
  /** A heading with its number, which is no item. */
  const headingOf = (
    element: XmlElement,
    style: string,
    said: string,
    level: number,
    number?: Label,
  ) => ({
    element,
    style,
    text: number === undefined ? said : `${number.label} ${said}`,
    level,
  });
  const read = (element: XmlElement): Paragraph => {
    const properties = element.children.find(({ name }) => name === "w:pPr") ?? nothing;
    const style = attributeOf(properties, "w:pStyle") ?? "Normal";
    const said = plain(textOf(element));
    const label = labelOf(properties, style, said);
    const level = levelOf(style, inherited(style, "w:outlineLvl"));
    if (level !== undefined) return headingOf(element, style, said, level, label);
    const text = label !== undefined && /^[☐☒]/.test(said) ? said.slice(1).trim() : said;
    return { element, style, text, ...label };
  };
  return {
    paragraphs: (within) => paragraphsOf(within).map(read),
    text: textOf,
    target: (id, part = "document") => relations[part].get(id) ?? "nowhere",
  };
}

type Label = { readonly label: string; readonly depth: number };

/** The heading of contents stands in no contents: it has no level, which is told as 0. */
function levelOf(style: string, outline: string | undefined): number | undefined {
  if (style === "Title") return 1;
  if (style === "TOCHeading") return 0;
  return outline === undefined ? undefined : Number(outline) + 2;
}

const nothing: XmlElement = { name: "", attributes: {}, children: [], text: "" };

function paragraphsOf(within: XmlElement): readonly XmlElement[] {
  return within.children.flatMap((child) => (child.name === "w:p" ? [child] : paragraphsOf(child)));
}

/** What a reader sees: tabs and line ends are blanks, instructions and marks of notes are nothing. */
function textOf(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (child.name === "w:t" || child.name === "m:t") return child.text;
      if (child.name === "w:tab" || child.name === "w:br") return " ";
      if (child.name === "w:pPr" || isNoteMark(child)) return "";
      return textOf(child);
    })
    .join("");
}

/** A mark of a note has no text, or stands in the style of such marks. */
function isNoteMark(run: XmlElement): boolean {
  return run.name === "w:r" && attributeOf(run, "w:rStyle") === "FootnoteReference";
}

/** Counts as 17.9 tells: by instance and level, a deeper level begins anew after a higher one. */
function counter(numbering: XmlElement): (number: string, level: number) => string {
  const counts = new Map<string, number[]>();
  const definitions = new Map(
    all(numbering, "w:abstractNum").map((each) => [each.attributes["w:abstractNumId"], each]),
  );
  const instances = new Map(
    all(numbering, "w:num").map((each) => [each.attributes["w:numId"], each]),
  );
  return (number, level) => {
    const instance = instances.get(number) ?? nothing;
    const definition = definitions.get(attributeOf(instance, "w:abstractNumId") ?? "") ?? nothing;
    const levels = all(definition, "w:lvl");
    const own = levels.find(({ attributes }) => attributes["w:ilvl"] === String(level)) ?? nothing;
    if (attributeOf(own, "w:numFmt") === "bullet") return "•";
    const override = all(instance, "w:lvlOverride").find(
      ({ attributes }) => attributes["w:ilvl"] === String(level),
    );
    const start = Number(
      attributeOf(override ?? own, override === undefined ? "w:start" : "w:startOverride") ?? 1,
    );
    const known = counts.get(number) ?? [];
    known.length = Math.min(known.length, level + 1);
    known[level] = known[level] === undefined ? start : known[level] + 1;
    counts.set(number, known);
    const pattern = attributeOf(own, "w:lvlText") ?? "";
    return pattern
      .replace(/%(\d)/g, (_whole, at: string) => String(known[Number(at) - 1]))
      .replace(/\.$/, "");
  };
}
