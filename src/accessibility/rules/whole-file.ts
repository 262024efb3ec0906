import { childrenOf } from "../../ooxml/index.ts";
import type { Reading } from "../reading.ts";
import type { Tell } from "../tell.ts";

/** A file without headings that is longer than this many paragraphs of text cannot be gone through. */
const longWithoutHeadings = 30;

/** The title and the language, which a screen reader says and speaks first (WCAG 2.1, 2.4.2, 3.1.1; PDF/UA-1 7.1, 7.2 for what is made of it). */
export function checkWholeFile(reading: Reading, tell: Tell): void {
  if (propertyOf(reading, "dc:title").trim() === "")
    tell({
      rule: "word-file-has-title",
      severity: "error",
      message: "The file has no title among its properties.",
      at: { part: propertiesPath(reading) ?? "docProps/core.xml" },
      hints: ["Give one in Word: File, Info, Title."],
    });
  const style = reading.styles.defaultOf("paragraph");
  const language = reading.styles.lookOf(style?.id).run.get("w:lang")?.attributes["w:val"] ?? "";
  if (!/^[A-Za-z]{2,3}(-|$)/.test(language))
    tell({
      rule: "word-file-has-language",
      severity: "error",
      message: "The file does not say what language it is in.",
      at: { part: reading.file.related("styles") ?? reading.file.main },
      hints: ["Select all in Word, then choose Review, Language, Set Proofing Language."],
    });
  const written = reading.paragraphs.filter(({ text }) => text.trim() !== "");
  if (written.length > longWithoutHeadings && written.every(({ level }) => level === undefined))
    tell({
      rule: "word-headings-are-there",
      severity: "error",
      message: `The file has ${written.length} paragraphs and no heading.`,
      at: { part: reading.file.main },
      hints: ["Give the headings the styles Heading 1, Heading 2 and so on."],
    });
}

function propertyOf(reading: Reading, name: string): string {
  const path = propertiesPath(reading);
  if (path === undefined) return "";
  return childrenOf(reading.file.xml(path).root, name)[0]?.text ?? "";
}

function propertiesPath({ file }: Reading): string | undefined {
  return file.relations("").find((each) => each.name === "core-properties")?.path;
}
