import type { Report } from "../diagnostics/index.ts";
import type { WordFile } from "../ooxml/index.ts";
import { childOf, WordFileFault } from "../ooxml/index.ts";
import { fieldsOf } from "./fields.ts";
import { stories } from "./ids.ts";

/**
 * Addresses that a reader may follow by a click: of the web, of mail, and files beside the document. Others ask a server of the house or
 * start a program.
 */
const followed = /^(https?|mailto|tel|ftp):|^(?![a-z][a-z\d+.-]*:|[/\\])/i;

/** What is taken out when a document is made, and so is never fetched. */
const dropped = ["attachedTemplate", "mailMergeSource", "mailMergeHeaderSource"];

/** Refuses a template that would make every document of the office unsafe. Throws a `WordFileFault`. */
export function requireSafeTemplate(template: WordFile): void {
  if (template.hasMacros)
    throw new WordFileFault(
      "word-file-has-no-macros",
      "carries macros",
      "Save it in Word as a template without macros (.dotx).",
    );
  if (template.isStrict)
    throw new WordFileFault(
      "word-file-is-transitional",
      "is a Strict Open XML document",
      'Open it in Word and save it as "Word Document (.docx)" or "Word Template (.dotx)".',
    );
  for (const part of ["", ...template.parts.keys()]) requireSafeRelations(template, part);
  for (const path of stories(template)) requireSafeFields(template, path);
}

function requireSafeRelations(template: WordFile, part: string): void {
  for (const { name, target, isExternal } of template.relations(part)) {
    if (name === "control" || name === "activeXControlBinary")
      throw new WordFileFault(
        "word-file-has-no-macros",
        "carries ActiveX controls",
        "Take the controls out in Word; content controls do the same without code.",
      );
    if (!isExternal || dropped.includes(name)) continue;
    if (name === "hyperlink" && followed.test(target)) continue;
    throw new WordFileFault(
      "word-file-is-safe",
      `refers to "${target}" outside the file (${name})`,
      "Put what it shows into the file itself, or take it out.",
    );
  }
}

/** Fields that start a program or read a file when the document is opened (17.16.5). */
const fetching = [
  ...["DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "RD"],
];

function requireSafeFields(template: WordFile, path: string): void {
  for (const { instruction } of fieldsOf(template.xml(path))) {
    const name = /^\S*/.exec(instruction)?.[0].toUpperCase() ?? "";
    if (fetching.includes(name))
      throw new WordFileFault(
        "word-file-is-safe",
        `has a field ${name} in "${path}"`,
        "Take the field out, or turn it into text with Ctrl+Shift+F9.",
      );
  }
}

/** What stays behind in the template, with a word where somebody might miss it. */
export function tellDropped(template: WordFile, file: string, report: Report): void {
  const isSigned = [...template.parts.keys()].some((path) => path.startsWith("_xmlsignatures/"));
  if (isSigned)
    report({
      rule: "word-template-is-plain",
      severity: "warning",
      message: `The Word template "${file}" is signed, and the documents made with it are not.`,
      hints: ["A signature holds for one file only; sign the document when it is done."],
    });
  const settings = template.related("settings");
  if (settings === undefined || !isMailMerge(template, settings)) return;
  report({
    rule: "word-template-is-plain",
    severity: "warning",
    message: `The Word template "${file}" is tied to a list of addresses for a mail merge, and the documents made with it are not.`,
    hints: ['To make one document for each row of a list, see "dossier build --data".'],
  });
}

function isMailMerge(template: WordFile, settings: string): boolean {
  return childOf(template.xml(settings).root, "w:mailMerge") !== undefined;
}
