import type { Chunk } from "./chunks.ts";
import type { Excess } from "./limit-marks.ts";
import { isTable } from "./limit-marks.ts";
import type { Prefix } from "./line-prefix.ts";
import { readPrefix } from "./line-prefix.ts";

/** Lists, quotes and underlined headings in one chunk: the parser goes over all of it again for each. */
const mostBlocks = 3_000;
/** Lines of one paragraph: for each, it may go over all before it again. */
const mostLines = 5_000;

/**
 * Cuts chunks that hold more than the parser can read in the time that a person waits: nested lists without end, or
 * whatever stands in one container or paragraph. What is behind the cut is plain text.
 */
export function cutChunks(
  text: string,
  chunks: readonly Chunk[],
): { readonly chunks: readonly Chunk[]; readonly excesses: readonly Excess[] } {
  const cut: Chunk[] = [];
  const excesses: Excess[] = [];
  for (const chunk of chunks) {
    const excess = chunk.end - chunk.start > 2 * mostBlocks ? findCut(text, chunk) : undefined;
    if (excess === undefined) cut.push(chunk);
    else {
      cut.push({ ...chunk, end: excess.offset }, { ...excess.rest, plain: true });
      excesses.push({ rule: excess.rule, offset: excess.offset });
    }
  }
  return { chunks: cut, excesses };
}

type Cut = Excess & { readonly rest: Chunk };

function findCut(text: string, chunk: Chunk): Cut | undefined {
  const blocksIn = createBlockCount(text);
  const linesIn = createLineCount(text, chunk.end);
  let blocks = 0;
  let line = chunk.line;
  for (let start = chunk.start; start < chunk.end; line++) {
    const found = text.indexOf("\n", start);
    const end = found === -1 || found > chunk.end ? chunk.end : found;
    const prefix = readPrefix(text, start, end);
    blocks += blocksIn(start, end, prefix);
    const rule = blocks > mostBlocks ? "blocks-are-few" : "paragraphs-are-short";
    if (blocks > mostBlocks || linesIn(start, end, prefix) > mostLines) {
      return { rule, offset: start, rest: { start, end: chunk.end, line } };
    }
    start = end + 1;
  }
  return undefined;
}

type LineReader = (start: number, end: number, prefix: Prefix) => number;

/** For each line in turn how many blocks it opens, the underline of a heading counted twice. */
function createBlockCount(text: string): LineReader {
  let blank = true;
  let column = -1;
  let item = false;
  return (start, end, prefix) => {
    const afterBlank = blank;
    blank = prefix.end === end && !prefix.item;
    if (!afterBlank && isUnderline(text, prefix.item ? prefix.mark : prefix.end, end)) return 2;
    if (!isMarked(text, prefix)) {
      if (afterBlank && !blank) column = -1;
      return 0;
    }
    const sibling = prefix.mark - start === column && prefix.item === item;
    column = prefix.mark - start;
    item = prefix.item;
    return sibling && (item || !afterBlank) ? 0 : 1;
  };
}

/** For each line in turn how many lines of its paragraph were read. Those of code and of tables are not counted. */
function createLineCount(text: string, to: number): LineReader {
  let fence: string | undefined;
  let lines = 0;
  let counts = true;
  return (start, end, prefix) => {
    const blank = prefix.end === end && !prefix.item;
    const mark = /^(?:`{3,}|~{3,})/.exec(text.slice(prefix.end, prefix.end + 80))?.[0];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
      lines = 0;
    } else if (blank || prefix.item || fence !== undefined) lines = 0;
    else if (lines++ === 0) counts = prefix.end - start < 4 && !isTable(text, start, to);
    return counts ? lines : 0;
  };
}

function isMarked(text: string, prefix: Prefix): boolean {
  return prefix.item || text.charCodeAt(prefix.mark) === 62;
}

/** `===` or `---` under a line of text (CommonMark 4.3). */
function isUnderline(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (at === end || !(code === 61 || code === 45)) return false;
  let after = at;
  while (after < end && text.charCodeAt(after) === code) after++;
  while (after < end && (text.charCodeAt(after) === 32 || text.charCodeAt(after) === 9)) after++;
  return after === end;
}
