import { readAttributes } from "./attributes.ts";

import type { FenceReader } from "./fence-reader.ts";
import { createFenceReader } from "./fence-reader.ts";
import { createVerbatimEnds } from "./verbatim-syntax.ts";

/** A stretch of the text that can be read by itself. Chunks follow each other without a gap. */
export type Chunk = {
  /** Offset of its first character, the start of a line. */
  readonly start: number;
  /** Offset after its last. */
  readonly end: number;
  /** Lines before it. */
  readonly line: number;
  /** Present when it is not to be read as Markdown. */
  readonly plain?: true;
};

/**
 * Divides a text where no block can reach over the cut: between a blank line and a line that begins at its first column
 * and continues nothing, outside of code, verbatim HTML and containers. The blocks of the whole are those of the chunks one
 * after another (definitions apart, which hold for all). Where the scan is not sure, it does not divide.
 */
export function divide(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  const scan = createScan(text);
  let chunk = { start: 0, line: 0 };
  let line = 0;
  for (let start = 0; start < text.length; line++) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    const first = text.charCodeAt(start);
    const inside = start > chunk.start;
    if (inside && scan.isBetweenBlocks() && beginsAnew(text, start, first)) {
      chunks.push({ ...chunk, end: start });
      chunk = { start, line };
    }
    scan.read(start, end);
    if (!scan.isSure()) break;
    start = end + 1;
  }
  chunks.push({ ...chunk, end: text.length });
  return chunks;
}

/** Not blank or indented, no item or description (it could go on a list), no attributes (they look back), no quote mark. */
function beginsAnew(text: string, start: number, first: number): boolean {
  if (first === 32 || first === 9 || first === 10 || first === 58 || first === 123) return false;
  if ((first >= 48 && first <= 57) || first === 43 || first === 45) return false;
  const next = text.charCodeAt(start + 1);
  return first !== 42 || !(next === 32 || next === 9 || next === 10 || Number.isNaN(next));
}

type Scan = {
  /** Takes the next line. */
  readonly read: (start: number, end: number) => void;
  /** The last line was blank, and no code, verbatim HTML or container is open. */
  readonly isBetweenBlocks: () => boolean;
  readonly isSure: () => boolean;
};

type State = {
  sure: boolean;
  /** The line before was blank. */
  blank: boolean;
  /** The fence of open code. */
  code: string | undefined;
  container: FenceReader | undefined;
  readonly verbatimEndOf: (start: number) => number | undefined;
  /** Offset where an open comment or element ends. */
  verbatimEnd: number;
  /** Columns by which lines belong to the open item; 0: none is open. */
  item: number;
  /** Whether that is an item, or could be text of a paragraph that looks like one. */
  itemIsSure: boolean;
};

function createScan(text: string): Scan {
  const state: State = {
    sure: true,
    blank: true,
    code: undefined,
    container: undefined,
    verbatimEndOf: createVerbatimEnds(text),
    verbatimEnd: 0,
    item: 0,
    itemIsSure: true,
  };
  return {
    isSure: () => state.sure,
    isBetweenBlocks: () => state.blank && state.code === undefined && state.container === undefined,
    read(start, end) {
      if (start < state.verbatimEnd) {
        state.blank = false;
        return;
      }
      let at = start;
      while (at < end && text.charCodeAt(at) === 32) at++;
      const tab = text.charCodeAt(at) === 9;
      const blank = tab ? text.slice(at, end).trim() === "" : at === end;
      if (state.container !== undefined) readInContainer(state, text.slice(start, end + 1));
      else if (state.code !== undefined) readInCode(state, text.slice(at, end), at - start);
      else if (!blank) {
        // A tab's columns are not counted here: it may belong to an item or not.
        if (tab && state.item > 0) state.itemIsSure = false;
        if (!tab) readLine(state, text, at, end, at - start);
      }
      state.blank = blank;
    },
  };
}

function readInContainer(state: State, line: string): void {
  const closes = state.container?.outside() === true && /^ {0,3}:{3,}[ \t]*\n?$/.test(line);
  if (closes) state.container = undefined;
  else state.container?.read(line);
}

/** CommonMark 4.5: closed by as many marks or more, with nothing after them. */
function readInCode(state: State, line: string, indent: number): void {
  const fence = state.code ?? "";
  if (indent > 3 || !line.startsWith(fence)) return;
  const rest = line.trimEnd();
  if (rest === (fence[0] ?? "").repeat(rest.length)) state.code = undefined;
}

function readLine(state: State, text: string, at: number, end: number, indent: number): void {
  const afterBlank = state.blank;
  state.blank = false;
  const first = text.charCodeAt(at);
  if (state.item > 0 && indent >= state.item) readInItem(state, first, indent);
  else if (indent > 3) return;
  else if (first === 96 || first === 126) {
    openCode(state, text.slice(at, end));
  } else if (first === 58 && text.startsWith(":::", at)) {
    openContainer(state, text.slice(at, end));
  } else {
    const verbatimEnd = first === 60 ? state.verbatimEndOf(at) : undefined;
    if (verbatimEnd !== undefined) {
      state.verbatimEnd = verbatimEnd;
      state.item = 0;
      return;
    }
    const marker = readMarker(text.slice(at, Math.min(end, at + 200)), indent);
    if (marker > 0) {
      state.itemIsSure = afterBlank || (state.item > 0 && state.itemIsSure);
      state.item = marker;
    } else if (afterBlank) state.item = 0;
  }
}

/** What is within an item is of no concern, if it is one. */
function readInItem(state: State, first: number, indent: number): void {
  const could = indent <= 3 && (first === 96 || first === 126 || first === 58 || first === 60);
  if (could && !state.itemIsSure) state.sure = false;
}

function openCode(state: State, line: string): void {
  const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[0];
  if (fence === undefined) return;
  state.code = fence;
  state.item = 0;
}

function openContainer(state: State, line: string): void {
  if (!/^:{3,}[A-Za-z]/.test(line)) return;
  const match =
    /^:{3,}[A-Za-z][A-Za-z0-9-]*[ \t]*(?:\[[^[\]\\]*\])?[ \t]*(?:\{((?:[^{}"']|"[^"]*"|'[^']*')*)\})?[ \t]*$/.exec(
      line,
    );
  const inside = match?.[1];
  if (match === null || (inside !== undefined && readAttributes(inside) === undefined)) {
    // Perhaps text, perhaps a container with a label that only the parser understands.
    state.sure = false;
    return;
  }
  state.container = createFenceReader();
  state.item = 0;
}

/** The columns that lines of this item, note or description are indented by; 0 when the line begins none. */
function readMarker(line: string, indent: number): number {
  if (/^([-*])[ \t]*(?:\1[ \t]*){2,}$/.test(line)) return 0;
  if (/^\[\^[^\]\s]+\]:/.test(line)) return 4;
  const match = /^([-+*:]|\d{1,9}[.)])( {1,4}(?! )|(?= {5})|$|(?=\t))/.exec(line);
  if (match === null || (match[1] === ":" && match[2] === "")) return 0;
  const blanks = match[2] ?? "";
  return indent + (match[1] ?? "").length + Math.max(1, blanks.length);
}
