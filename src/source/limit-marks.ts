import { readPrefix } from "./line-prefix.ts";

/** A rule that the text breaks, and the offset where it does so first. */
export type Excess = {
  readonly rule: "nesting-is-shallow" | "marks-are-few" | "blocks-are-few" | "paragraphs-are-short";
  readonly offset: number;
};
export type Exceed = (rule: Excess["rule"], offset: number) => void;

/** Runs of emphasis marks, and of brackets, in one paragraph, item, heading or row. */
const mostRuns = 1_000;
/** Marks that look for their end, times the length of what they look through. */
const mostSteps = 20_000_000;

/** Limits the marks of what stands between two blank lines, each paragraph, item, heading and row by itself. */
export function limitMarks(text: string, start: number, end: number, exceed: Exceed): void {
  const begins = createUnits(text, start, end);
  let unit = start;
  for (let line = start; line < end; line = lineEnd(text, line, end) + 1) {
    if (line > unit && begins(line)) {
      limitUnit(text, unit, line, exceed);
      unit = line;
    }
  }
  limitUnit(text, unit, end, exceed);
}

/** Says whether a line certainly does not go on with the paragraph before it. */
function createUnits(text: string, start: number, end: number): (line: number) => boolean {
  const table = isTable(text, start, end);
  let inList = false;
  let content = 0;
  return (line) => {
    if (table) return true;
    const prefix = readPrefix(text, line, lineEnd(text, line, end));
    const indent = prefix.mark - line;
    if (prefix.item && indent - content <= 3) {
      const number = /^\d+/.exec(text.slice(prefix.mark, prefix.mark + 10))?.[0];
      // Only an item with the number 1 breaks off a paragraph (CommonMark 5.2).
      if (number !== undefined && number !== "1" && !inList) return false;
      inList = true;
      content = prefix.end - line;
      return prefix.end < lineEnd(text, line, end);
    }
    return (
      !prefix.item &&
      prefix.end - line <= 3 &&
      /^#{1,6}[ \t]/.test(text.slice(prefix.end, prefix.end + 8))
    );
  };
}

/** The second line is a delimiter row with as many cells as the first (GFM 4.10). */
export function isTable(text: string, start: number, end: number): boolean {
  const first = lineEnd(text, start, end);
  const second = lineEnd(text, first + 1, end);
  if (second - start > 100_000) return false;
  const row = text.slice(first + 1, second).replace(/^[ \t>]*/, "");
  if (!/^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/.test(row)) return false;
  const head = text.slice(start, first).replace(/^[ \t>]*/, "");
  return row.includes("|") && cells(row) === cells(head);
}

function cells(row: string): number {
  return row
    .trim()
    .replace(/^\||\\.|\|$/g, "")
    .split("|").length;
}

function limitUnit(text: string, start: number, end: number, exceed: Exceed): void {
  const searches = Math.min(mostRuns, Math.floor(mostSteps / (end - start)));
  const most = { attention: mostRuns, closing: mostRuns, search: searches };
  const counts = { attention: 0, closing: 0, search: 0 };
  let before = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind !== undefined) {
      // Equal marks beside each other are one, but for brackets.
      if (code !== before || code === 91 || code === 93) counts[kind]++;
      if (counts[kind] > most[kind]) exceed("marks-are-few", at);
    }
    before = code;
  }
}

/**
 * `*`, `_`, `~`: each closing one is compared with every opening one. `]` looks back for its `[`. `[`, `<`, `$` and a backtick
 * look for their end through all that follows.
 */
function kindOf(code: number): "attention" | "closing" | "search" | undefined {
  if (code === 42 || code === 95 || code === 126) return "attention";
  if (code === 93) return "closing";
  return code === 91 || code === 60 || code === 96 || code === 36 ? "search" : undefined;
}

function lineEnd(text: string, from: number, end: number): number {
  const found = text.indexOf("\n", from);
  return found === -1 || found > end ? end : found;
}
