import type { XmlElement } from "./xml.ts";

/** Replaces [from, to) of a text; offsets are those of the text before any change. */
export type Edit = { readonly from: number; readonly to: number; readonly text: string };

/**
 * The text with the edits, which must not overlap. Those at one place are made in the order given. An edit within a stretch that another
 * one replaces is lost with it.
 */
export function edited(text: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.from - b.edit.from || a.edit.to - b.edit.to || a.index - b.index);
  let result = "";
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.from < at) continue;
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
}

export function replaceElement(element: XmlElement, text: string): Edit {
  return { from: element.start, to: element.end, text };
}

export function insertAt(offset: number, text: string): Edit {
  return { from: offset, to: offset, text };
}

/** Sets an attribute that is there; none when it is not. `name` has our prefix, `source` is the text that the element stands in. */
export function setAttribute(
  source: string,
  element: XmlElement,
  name: string,
  value: string,
): readonly Edit[] {
  const span = attributeSpan(source, element, name);
  return span === undefined ? [] : [{ ...span, text: escapeXml(value).replace(/'/g, "&#39;") }];
}

/** Takes an attribute out, with the blank before it. */
export function dropAttribute(source: string, element: XmlElement, name: string): readonly Edit[] {
  const span = attributeSpan(source, element, name);
  if (span === undefined) return [];
  const before = source.slice(element.start, span.from);
  const blank = /\s[^\s=]+\s*=\s*["']$/.exec(before);
  if (blank === null) return [];
  return [{ from: element.start + blank.index, to: span.to + 1, text: "" }];
}

/** Sets an attribute, or adds it with the name as written in `raw`. */
export function putAttribute(
  source: string,
  element: XmlElement,
  name: string,
  raw: string,
  value: string,
): readonly Edit[] {
  const set = setAttribute(source, element, name, value);
  if (set.length > 0) return set;
  return [insertAt(element.start + 1 + element.rawName.length, ` ${raw}="${escapeXml(value)}"`)];
}

/** Of the value without its quotes. */
function attributeSpan(
  source: string,
  element: XmlElement,
  name: string,
): { readonly from: number; readonly to: number } | undefined {
  if (element.attributes[name] === undefined) return undefined;
  const raw = element.rawAttributes?.[name] ?? name;
  const tag = source.slice(element.start, element.contentStart);
  for (const match of tag.matchAll(/\s([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    const [whole, key, quoted = ""] = match;
    if (key !== raw) continue;
    const to = element.start + match.index + whole.length - 1;
    return { from: to - (quoted.length - 2), to };
  }
  return undefined;
}

/** Text as XML; characters that XML 1.0 cannot hold become U+FFFD. */
export function escapeXml(text: string): string {
  return (
    text
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/"/g, "&quot;")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
  );
}
