import type { Metadata } from "../document/index.ts";
import { plainText } from "../source/index.ts";
import { wordsOf } from "./helpers/arguments.ts";
import { fieldOf, headValue } from "./view/fields.ts";
import type { Making } from "./view/making.ts";
import { titleOf } from "./view/title.ts";
import { bothLanguages } from "./view/words.ts";

/** What the file says of itself. */
export function metadataOf(making: Making, sourceHash: string | undefined): Metadata {
  const { model, asOf } = making;
  const given = (path: string): string | undefined =>
    headValue(making, path) === undefined ? undefined : wordsOf(fieldOf(making, path)) || undefined;
  const author = given("author") ?? given("organization");
  const subject = given("subject") ?? given("subtitle");
  const keywords = keywordsOf(making);
  const version = given("version");
  const fileNumber = given("file-number");
  const classification = classificationOf(making);
  return {
    ...(author !== undefined && { author }),
    ...(subject !== undefined && { subject }),
    ...(keywords.length > 0 && { keywords }),
    ...(asOf !== undefined && { asOf }),
    ...(version !== undefined && { version }),
    ...(classification !== undefined && { classification }),
    ...(fileNumber !== undefined && { fileNumber }),
    status: model.head.status,
    ...(sourceHash !== undefined && { source: { file: model.file, hash: sourceHash } }),
  };
}

function keywordsOf(making: Making): readonly string[] {
  const value = headValue(making, "keywords");
  if (value?.kind === "list") {
    return value.items.flatMap((item) => (item.kind === "text" ? [item.text] : []));
  }
  return value?.kind === "text" ? value.text.split(",").map((word) => word.trim()) : [];
}

function classificationOf(making: Making): string | undefined {
  const value = headValue(making, "classification");
  if (value?.kind !== "text") return undefined;
  const both = bothLanguages(making, `classification-${value.text}`, (text) => text);
  return both === undefined ? value.text : wordsOf(both);
}

/** Plain text, for the window and lists of files. */
export function documentTitle(making: Making): string {
  const title = titleOf(making);
  return title.kind === "text" ? title.text.trim() : plainText([...title.nodes]);
}
