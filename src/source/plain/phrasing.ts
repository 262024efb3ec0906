import type { PhrasingContent, Text } from "mdast";
import type { Point } from "unist";
import { longestAttributes, readAttributes } from "../attributes.ts";
import { codes } from "../codes.ts";
import { kindOf } from "./character.ts";
import type { Line } from "./lines.ts";
import type { Scope } from "./scope.ts";

/** What is read as phrasing: the lines of a paragraph joined by line ends, or a part of one line. */
export type Phrase = {
  readonly value: string;
  readonly lines: readonly Line[];
  /** As of `Scope`. */
  readonly notes: ReadonlySet<string>;
};

export function phraseOf({ text, notes }: Scope, lines: readonly Line[]): Phrase {
  const [first] = lines;
  const value =
    first !== undefined && lines.length === 1
      ? text.slice(first.start, first.end)
      : lines.map(({ start, end }) => text.slice(start, end)).join("\n");
  return { value, lines, notes };
}

type Found = { readonly node: PhrasingContent; readonly end: number };

/**
 * The phrasing between two offsets of a phrase: text, emphasis, code, links, attributes, each in its plainest form. Undefined
 * for all else.
 */
export function readPhrasing(
  phrase: Phrase,
  from: number,
  to: number,
): PhrasingContent[] | undefined {
  const { value } = phrase;
  const nodes: PhrasingContent[] = [];
  let pending = from;
  for (let at = from; at < to; ) {
    const code = value.charCodeAt(at);
    if (isText(value, at, code)) {
      at++;
      continue;
    }
    const found = readMark(phrase, at, to, code);
    if (found === undefined) return undefined;
    if (at > pending) nodes.push(textNode(phrase, pending, at));
    nodes.push(found.node);
    at = found.end;
    pending = at;
  }
  // A list that has grown by one keeps room for sixteen more.
  if (nodes.length === 0) return to > from ? [textNode(phrase, from, to)] : [];
  if (to > pending) nodes.push(textNode(phrase, pending, to));
  return nodes;
}

/** Whether the character certainly stands for itself. */
function isText(value: string, at: number, code: number): boolean {
  if (code > 127) return true;
  const lower = code | 32;
  if (lower > 96 && lower < 123) return lower !== 119 || !isAddress(value, at);
  switch (code) {
    case codes.asterisk: {
      const next = value.charCodeAt(at + 1);
      return isSpace(next) && isSpace(value.charCodeAt(at - 1));
    }
    case codes.colon:
      return (
        value.charCodeAt(at + 1) !== codes.slash &&
        !/(?:mailto|xmpp)$/i.test(value.slice(Math.max(0, at - 6), at))
      );
    case codes.ampersand:
      return isSpace(value.charCodeAt(at + 1));
    case codes.exclamation:
      return value.charCodeAt(at + 1) !== codes.leftBracket;
    case codes.leftBracket:
    case codes.rightBracket:
    case codes.leftBrace:
    case codes.rightBrace:
    case codes.backslash:
    case codes.lessThan:
    case codes.dollar:
    case codes.tilde:
    case codes.underscore:
    case codes.graveAccent:
    case codes.at:
      return false;
    default:
      return code > 31 || code === 10;
  }
}

/** GFM makes links of `www.`, of `https://` and of what has an `@`. */
function isAddress(value: string, at: number): boolean {
  return /^www/i.test(value.slice(at, at + 3));
}

function isSpace(code: number): boolean {
  return code === 32;
}

function readMark(phrase: Phrase, at: number, to: number, code: number): Found | undefined {
  if (code === codes.asterisk) return readEmphasis(phrase, at, to);
  if (code === codes.leftBracket) return readNote(phrase, at, to) ?? readLink(phrase, at, to);
  if (code === codes.graveAccent) return readCode(phrase, at, to);
  if (code === codes.exclamation) return readImage(phrase, at, to);
  return code === codes.leftBrace ? readBraces(phrase, at, to) : undefined;
}

/** `*…*` and `**…**` that can only be an opening and its closing one, with no other between them. */
function readEmphasis(phrase: Phrase, at: number, to: number): Found | undefined {
  const { value } = phrase;
  const size = value.charCodeAt(at + 1) === codes.asterisk ? 2 : 1;
  const from = at + size;
  const close = value.indexOf("*", from);
  if (close <= from || close + size > to) return undefined;
  if (!value.startsWith("*".repeat(size), close)) return undefined;
  const end = close + size;
  if (value.charCodeAt(end) === codes.asterisk) return undefined;
  const first = kindOf(value.charCodeAt(from));
  const before = kindOf(at === 0 ? Number.NaN : value.charCodeAt(at - 1));
  if (first !== "letter" && (first !== "sign" || before !== "blank")) return undefined;
  const last = kindOf(value.charCodeAt(close - 1));
  const after = kindOf(value.charCodeAt(end));
  if ((last !== "letter" && last !== "sign") || (after !== "blank" && after !== "sign")) {
    return undefined;
  }
  const children = readPhrasing(phrase, from, close);
  if (children === undefined) return undefined;
  const position = positionOf(phrase, at, end);
  return { node: { type: size === 2 ? "strong" : "emphasis", children, position }, end };
}

const inNoLink = new Set<string>(["link", "image", "footnoteReference"]);

/** `[^name]` of a note that is defined, with nothing behind it that could make it something else. */
function readNote(phrase: Phrase, at: number, to: number): Found | undefined {
  const { value, notes } = phrase;
  if (notes.size === 0 || value.charCodeAt(at + 1) !== codes.caret) return undefined;
  const close = value.indexOf("]", at);
  if (close === -1 || close >= to) return undefined;
  const label = value.slice(at + 2, close);
  if (!/^[A-Za-z0-9-]{1,100}$/.test(label) || /[[({:]/.test(value.charAt(close + 1)))
    return undefined;
  const identifier = label.toLowerCase();
  if (!notes.has(identifier)) return undefined;
  const end = close + 1;
  const position = positionOf(phrase, at, end);
  return { node: { type: "footnoteReference", identifier, label, position }, end };
}

/** `[text](address)` without brackets in the text, and without a title. */
function readLink(phrase: Phrase, at: number, to: number): Found | undefined {
  const { value } = phrase;
  const middle = value.indexOf("](", at);
  if (middle <= at + 1 || value.charCodeAt(at + 1) === codes.caret) return undefined;
  const end = addressEnd(value, middle + 2, to);
  if (end === undefined) return undefined;
  const url = value.slice(middle + 2, end);
  if (url.includes("&") && url.includes(";")) return undefined;
  const children = readPhrasing(phrase, at + 1, middle);
  if (children === undefined || children.some(({ type }) => inNoLink.has(type))) return undefined;
  const position = positionOf(phrase, at, end + 1);
  return { node: { type: "link", title: null, url, children, position }, end: end + 1 };
}

/** `![alternative](address)` without marks in the alternative. */
function readImage(phrase: Phrase, at: number, to: number): Found | undefined {
  const { value } = phrase;
  const middle = value.indexOf("](", at);
  const end = middle === -1 ? undefined : addressEnd(value, middle + 2, to);
  if (end === undefined) return undefined;
  const url = value.slice(middle + 2, end);
  const alt = value.slice(at + 2, middle);
  if (/[[\]\n\\&<`*_~${}!@]/.test(alt) || (url.includes("&") && url.includes(";")))
    return undefined;
  const position = positionOf(phrase, at, end + 1);
  return { node: { type: "image", title: null, url, alt, position }, end: end + 1 };
}

/** Offset of the `)`; undefined when the address is empty or holds what needs more thought. */
function addressEnd(value: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    const code = value.charCodeAt(at);
    if (code === codes.rightParenthesis) return at > from ? at : undefined;
    if (code < 33 || code === 127 || code === codes.leftParenthesis) return undefined;
    if (code === codes.lessThan || code === codes.backslash) return undefined;
  }
  return undefined;
}

/** Between single backticks, on one line. */
function readCode(phrase: Phrase, at: number, to: number): Found | undefined {
  const { value } = phrase;
  const close = value.indexOf("`", at + 1);
  if (close <= at + 1 || close >= to || value.charCodeAt(close + 1) === codes.graveAccent) {
    return undefined;
  }
  const inside = value.slice(at + 1, close);
  if (inside.startsWith(" ") || inside.endsWith(" ") || inside.includes("\n")) return undefined;
  const position = positionOf(phrase, at, close + 1);
  return { node: { type: "inlineCode", value: inside, position }, end: close + 1 };
}

/** Attributes after a link, or those that end the phrase. */
function readBraces(phrase: Phrase, at: number, to: number): Found | undefined {
  const { value } = phrase;
  const close = value.indexOf("}", at);
  if (close === -1 || close >= to || close - at > longestAttributes) return undefined;
  const inside = value.slice(at + 1, close);
  if (/[{\n']/.test(inside) || (inside.split('"').length & 1) === 0) return undefined;
  if (readAttributes(inside) === undefined) return undefined;
  const end = close + 1;
  const before = at === 0 ? 32 : value.charCodeAt(at - 1);
  const glued = before === codes.rightParenthesis || before === codes.rightBracket;
  const ends = before === 32 && end === value.length;
  if (!glued && !ends) return undefined;
  const mark = {
    type: "attributesMark",
    value: value.slice(at, end),
    position: positionOf(phrase, at, end),
  };
  return { node: mark as unknown as Text, end };
}

function textNode(phrase: Phrase, from: number, to: number): Text {
  const value = phrase.value.slice(from, to);
  return { type: "text", value, position: positionOf(phrase, from, to) };
}

function positionOf(phrase: Phrase, from: number, to: number): { start: Point; end: Point } {
  return { start: pointAt(phrase, from, false), end: pointAt(phrase, to, true) };
}

/** What ends behind a line end does so at the first column of the next line, before its indentation. */
function pointAt({ lines }: Phrase, index: number, isEnd: boolean): Point {
  let rest = index;
  for (const line of lines) {
    const length = line.end - line.start;
    if (rest <= length) {
      const back = isEnd && rest === 0 ? line.column - 1 : 0;
      const column = line.column + rest - back;
      return { line: line.number, column, offset: line.start + rest - back };
    }
    rest -= length + 1;
  }
  throw new Error("Bug: an offset outside of its phrase.");
}
