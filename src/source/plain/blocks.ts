import type { Blockquote, FootnoteDefinition, Heading, Paragraph, RootContent } from "mdast";
import { codes } from "../codes.ts";
import { readContainer } from "./container.ts";
import { readFence } from "./fence.ts";
import type { Line } from "./lines.ts";
import { endOf, endsInBlank, indented, isEmpty, startOf } from "./lines.ts";
import { isItem, readList } from "./list.ts";
import { phraseOf, readPhrasing } from "./phrasing.ts";
import type { FoundBlock, Scope } from "./scope.ts";
import { readTable } from "./table.ts";

const deepest = 30;

/** The blocks of some lines; undefined when one of them is not of the plain kinds, or not surely. */
export function readBlocks(scope: Scope, lines: readonly Line[]): RootContent[] | undefined {
  if (scope.depth > deepest) return undefined;
  const nodes: RootContent[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined || isEmpty(line)) {
      at++;
      continue;
    }
    const found = readBlock(scope, lines, at, line);
    if (found === undefined) return undefined;
    nodes.push(found.node);
    at = found.next;
  }
  return nodes;
}

function readBlock(
  scope: Scope,
  lines: readonly Line[],
  at: number,
  line: Line,
): FoundBlock | undefined {
  const { text, inItem } = scope;
  if (isItem(text, line)) return readList(scope, lines, at);
  const first = text.charCodeAt(line.start);
  if (first === codes.greaterThan) return readQuote(scope, lines, at);
  if (!inItem) {
    if (first === codes.numberSign) return readHeading(scope, line, at);
    if (first === codes.bar) return readTable(scope, lines, at);
    if (first === codes.colon) return readContainer(scope, lines, at);
    if (text.startsWith("```", line.start)) return readFence(text, lines, at);
    if (text.startsWith("[^", line.start)) {
      return readNoteText(scope, lines, at) ?? readParagraph(scope, lines, at);
    }
  }
  return readParagraph(scope, lines, at);
}

/** `## Text`, with one space and no closing marks (CommonMark 4.2). */
function readHeading(scope: Scope, line: Line, at: number): FoundBlock | undefined {
  const { text } = scope;
  let depth = 1;
  while (text.charCodeAt(line.start + depth) === codes.numberSign) depth++;
  const from = line.start + depth + 1;
  if (depth > 6 || text.charCodeAt(from - 1) !== 32 || from >= line.end) return undefined;
  if (text.charCodeAt(from) === 32 || endsInBlank(text, line)) return undefined;
  if (text.charCodeAt(line.end - 1) === codes.numberSign) return undefined;
  const content = { ...line, start: from, column: line.column + depth + 1 };
  const phrase = phraseOf(scope, [content]);
  const children = readPhrasing(phrase, 0, phrase.value.length);
  if (children === undefined) return undefined;
  const position = { start: startOf(line), end: endOf(line) };
  const node: Heading = { type: "heading", depth: depth as Heading["depth"], children, position };
  return { node, next: at + 1 };
}

/** Lines that each begin with what begins no other block, up to a blank line or a block that may follow without one. */
function readParagraph(scope: Scope, lines: readonly Line[], at: number): FoundBlock | undefined {
  const { text } = scope;
  let next = at;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined || isEmpty(line)) break;
    if (next > at && endsParagraph(scope, line)) break;
    if (!beginsText(text, line, next === at) || endsInBlank(text, line)) return undefined;
  }
  const own = lines.slice(at, next);
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const phrase = phraseOf(scope, own);
  const children = readPhrasing(phrase, 0, phrase.value.length);
  if (children === undefined) return undefined;
  const position = { start: startOf(first), end: endOf(last) };
  const node: Paragraph = { type: "paragraph", children, position };
  return { node, next };
}

function endsParagraph({ text, inItem }: Scope, line: Line): boolean {
  // Of numbered items only a first one (CommonMark 5.2).
  if (isItem(text, line)) {
    return (
      !isDigit(text.charCodeAt(line.start)) || /^1[.)]/.test(text.slice(line.start, line.start + 2))
    );
  }
  return !inItem && /^#{1,6} /.test(text.slice(line.start, line.start + 7));
}

/** `[^name]: Text` in one line, with a blank one or the end behind it; deeper in the text the parser has its own rules for it. */
function readNoteText(scope: Scope, lines: readonly Line[], at: number): FoundBlock | undefined {
  const { text, depth } = scope;
  const line = lines[at];
  const following = lines[at + 1];
  if (line === undefined || depth > 0 || (following !== undefined && !isEmpty(following))) {
    return undefined;
  }
  const own = text.slice(line.start, Math.min(line.end, line.start + 110));
  const label = /^\[\^([A-Za-z0-9-]{1,100})\]: (?=[^ \t])/.exec(own)?.[1];
  if (label === undefined) return undefined;
  const content = indented(line, label.length + 5);
  if (isItem(text, content)) return undefined;
  const found = readParagraph({ ...scope, depth: 1, inItem: true }, [content], 0);
  if (found === undefined) return undefined;
  const position = { start: startOf(line), end: endOf(line) };
  const node: FootnoteDefinition = {
    type: "footnoteDefinition",
    identifier: label.toLowerCase(),
    label,
    children: [found.node as Paragraph],
    position,
  };
  return { node, next: at + 1 };
}

/** Letters, figures that number nothing, opening signs, and marks of phrasing that begin no block. */
function beginsText(text: string, line: Line, first: boolean): boolean {
  const code = text.charCodeAt(line.start);
  if (code > 127) return code !== 0xa0 && code !== 0xfeff;
  const lower = code | 32;
  if (lower > 96 && lower < 123) return true;
  if (isDigit(code)) return !/^\d{1,9}[.)]/.test(text.slice(line.start, line.start + 10));
  if (code === codes.asterisk) return /^\*{1,2}[^\s*]/.test(text.slice(line.start, line.start + 3));
  if (code === codes.leftBrace) return first;
  if (code === codes.graveAccent) return !text.startsWith("``", line.start);
  return "([\"',.;?/%@^)".includes(String.fromCharCode(code));
}

/** Lines that all begin with `> `, or are a bare `>`, up to a blank line (CommonMark 5.1). */
function readQuote(scope: Scope, lines: readonly Line[], at: number): FoundBlock | undefined {
  const { text } = scope;
  const inside: Line[] = [];
  let next = at;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined || isEmpty(line)) break;
    if (text.charCodeAt(line.start) !== codes.greaterThan) return undefined;
    const bare = line.end === line.start + 1;
    if (!bare && text.charCodeAt(line.start + 1) !== 32) return undefined;
    inside.push(indented(line, bare ? 1 : 2));
  }
  const first = lines[at];
  const last = lines[next - 1];
  if (first === undefined || last === undefined) return undefined;
  const children = readBlocks({ ...scope, depth: scope.depth + 1, inItem: true }, inside);
  if (children === undefined) return undefined;
  const position = { start: startOf(first), end: endOf(last) };
  const node: Blockquote = {
    type: "blockquote",
    children: children as Blockquote["children"],
    position,
  };
  return { node, next };
}

function isDigit(code: number): boolean {
  return code > 47 && code < 58;
}
