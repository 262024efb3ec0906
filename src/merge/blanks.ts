import { fieldName } from "./field-name.ts";

/** A place for a value: `{{record.name}}`, or `{{record.name?}}` where nothing may be printed. */
export type Blank = {
  readonly field: string;
  readonly optional: boolean;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
};

/** The places for values in a text, in order. */
export function blanksIn(text: string): readonly Blank[] {
  if (!text.includes("{{")) return [];
  return [...text.matchAll(/\{\{\s{0,9}record\.(\p{L}[^{}\n]{0,99}?)(\??)\s{0,9}\}\}/gu)].map(
    (match) => ({
      field: fieldName(match[1] ?? ""),
      optional: match[2] === "?",
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
}

/** The text with every place filled; a field that is not there is the empty text. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  let filled = "";
  let at = 0;
  for (const { field, start, end } of blanksIn(text)) {
    filled += text.slice(at, start) + valueIn(values, field);
    at = end;
  }
  return at === 0 ? text : filled + text.slice(at);
}

export function valueIn(values: Readonly<Record<string, string>>, field: string): string {
  return Object.hasOwn(values, field) ? (values[field] ?? "") : "";
}
