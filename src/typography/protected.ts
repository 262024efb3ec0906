import type { Edit } from "./edit.ts";

/** Starts and ends, ascending, of what is no words: addresses of the web and of mail, paths, file names. */
export function protectedStretches(text: string): readonly (readonly [number, number])[] {
  if (!/[@/\\_]|www\./.test(text)) return [];
  const pattern =
    /(?:[A-Za-z][A-Za-z0-9+.-]*:\/\/|[Ww]{3}\.|[Mm][Aa][Ii][Ll][Tt][Oo]:)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\S*[\\_]\S*|(?:\.{0,2}\/[\w.-]+){2,}\/?/g;
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length]);
}

/** In order of place; of those that overlap the first. Without those that touch what is protected. */
export function editsWithin(
  edits: readonly Edit[],
  untouched: readonly (readonly [number, number])[],
): readonly Edit[] {
  const ordered = [...edits].sort((a, b) => a.at - b.at || a.end - b.end);
  const kept: Edit[] = [];
  let end = 0;
  for (const edit of ordered) {
    if (edit.at < end) continue;
    if (untouched.some(([from, to]) => edit.at < to && edit.end > from)) continue;
    if (untouched.some(([from, to]) => edit.at === edit.end && edit.at > from && edit.at <= to)) {
      continue;
    }
    kept.push(edit);
    end = edit.end;
  }
  return kept;
}
