import type { Report } from "../diagnostics/index.ts";
import type { XmlElement } from "../ooxml/index.ts";
import { descendants } from "../ooxml/index.ts";
import { stories } from "./ids.ts";
import type { Merge } from "./merge.ts";
import { valuesOf } from "./properties.ts";
import { textSizeOf } from "./sections.ts";

/** Boilerplate in another language than the document is read out wrongly, and looks like a slip. */
export function tellLanguage(
  own: string | undefined,
  template: string | undefined,
  file: string,
  report: Report,
): void {
  const plain = (language: string): string => language.slice(0, 2).toLowerCase();
  if (own === undefined || template === undefined || plain(own) === plain(template)) return;
  report({
    rule: "word-template-speaks-the-language",
    severity: "warning",
    message: `The Word template "${file}" is in "${template}", and the document is in "${own}".`,
    hints: [
      "Use a template in the language of the document, or mark the boilerplate with its own language in Word.",
    ],
  });
}

/** The marking of our headers would be lost with them. */
export function tellMarking(
  merge: Merge,
  shown: ReadonlySet<string>,
  file: string,
  report: Report,
): void {
  const marking = valuesOf(merge.own).get("classification");
  if (marking === undefined || shown.has("classification")) return;
  const isThere = stories(merge.template).some((path) => {
    const text = descendants(merge.template.xml(path).root, "w:t").map((each) => each.text);
    return text.join("").toLowerCase().includes(marking.toLowerCase());
  });
  if (isThere) return;
  report({
    rule: "word-template-shows-the-marking",
    severity: "warning",
    message: `The Word template "${file}" shows the classification "${marking}" nowhere.`,
    hints: [
      "Put the field { DOCPROPERTY Classification } into its header: Insert, Quick Parts, Field, DocProperty.",
    ],
  });
}

/** A table of contents of the template that could not be filled lists what was in it when it was saved. */
export function tellContents(file: string, report: Report): void {
  report({
    rule: "word-template-has-no-contents",
    severity: "warning",
    message: `The Word template "${file}" has a table of contents of its own, which does not list the headings of this document yet.`,
    hints: [
      "Take it out and let Dossier write one, or update it in Word (Ctrl+A, F9) before the document is sent.",
    ],
  });
}

/** Slides on upright pages are read, but do not look like slides. */
export function tellTurned(
  ownSections: readonly XmlElement[],
  section: XmlElement | undefined,
  file: string,
  report: Report,
): void {
  const own = textSizeOf(ownSections[0]);
  if (section === undefined || own.isLandscape === textSizeOf(section).isLandscape) return;
  const [ours, theirs] = own.isLandscape ? ["wide", "upright"] : ["upright", "wide"];
  report({
    rule: "word-template-turns-the-same-way",
    severity: "warning",
    message: `The pages of the Word template "${file}" are ${theirs}, and those of this kind of document are ${ours}.`,
    hints: ['Name another template for this kind, or none, under "word-template", "kinds".'],
  });
}
