import type { Nodes } from "mdast";
import { readTag } from "./html-tag.ts";

/**
 * Readings above words (`<ruby>`, `<rt>`) stand after them, in brackets as `<rp>` would give them: whoever wrote `<rp>` has brackets already.
 * So the reading is kept in every file, and nobody hears the two run together. The same list where there is none.
 */
export function withReadings(list: readonly Nodes[]): readonly Nodes[] {
  const hasReading = list.some((node) => node.type === "html" && /^<rt[\s>/]/i.test(node.value));
  if (!hasReading) return list;
  const result: Nodes[] = [];
  const ruby: Ruby = { bracketed: false, open: false };
  for (const node of list) {
    const tag = node.type === "html" ? readTag(node.value) : undefined;
    if (tag !== undefined) result.push(...bracketsBefore(tag.name, tag.closes, ruby));
    result.push(node);
    if (tag?.name === "rt" && !tag.closes && !ruby.bracketed) {
      result.push({ type: "text", value: "(" });
      ruby.open = true;
    }
  }
  return ruby.open ? [...result, closing] : result;
}

type Ruby = {
  /** The source has brackets of its own. */
  bracketed: boolean;
  /** A bracket of ours stands open. */
  open: boolean;
};

const closing: Nodes = { type: "text", value: ")" };

/** `</rt>` may be left out before what follows it (HTML 4.5.10). */
function bracketsBefore(name: string, closes: boolean, ruby: Ruby): readonly Nodes[] {
  const endsReading = /^(?:rt|rp|rtc|rb|ruby)$/.test(name) && ruby.open;
  if (endsReading) ruby.open = false;
  if (name === "ruby") ruby.bracketed = false;
  if (name === "rp" && !closes) ruby.bracketed = true;
  if (!endsReading) return [];
  return name === "rt" && closes ? [closing] : [closing, { type: "html", value: "</rt>" }];
}
