/** Levels of lists and quotes. Word has nine levels of lists. */
const mostLevels = 50;

export type Prefix = {
  /** Offset of what follows the indentation and the marks. */
  readonly end: number;
  /** Whether the last mark is that of an item or description. */
  readonly item: boolean;
  /** Offset of that mark. */
  readonly mark: number;
};

/** Goes over the indentation and the marks of quotes, items and descriptions at the start of a line; names the marks too deep. */
export function readPrefix(
  text: string,
  start: number,
  end: number,
  tooDeep?: (offset: number) => void,
): Prefix {
  let at = start;
  let mark = start;
  let levels = 0;
  let item = false;
  for (;;) {
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    const after = markEnd(text, at, end);
    if (after === at) return { end: at, item, mark };
    // Each level of a list is indented by two columns or more.
    levels = Math.max(levels + 1, Math.floor((at - start) / 2) + 1);
    if (levels > mostLevels) tooDeep?.(after - 1);
    item = text.charCodeAt(at) !== 62;
    mark = at;
    at = after;
  }
}

/** The offset after a mark that opens a quote, item or description at `at`; `at` when there is none. */
function markEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  if (code === 62) return at + 1;
  let after = at;
  if (code === 42 || code === 43 || code === 45 || code === 58) after = at + 1;
  else {
    while (after < end && after - at < 9 && isDigit(text.charCodeAt(after))) after++;
    const last = text.charCodeAt(after);
    if (after === at || !(last === 41 || last === 46)) return at;
    after++;
  }
  return after === end || isBlank(text.charCodeAt(after)) ? after : at;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
