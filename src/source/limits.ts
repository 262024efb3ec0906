import type { Exceed, Excess } from "./limit-marks.ts";
import { limitMarks } from "./limit-marks.ts";
import { readPrefix } from "./line-prefix.ts";

/** Each level of containers is read once more by the parser. */
const mostContainers = 8;
/** Shorter paragraphs cannot hold too many marks. */
const shortBlock = 1_000;

/**
 * Finds the marks that would take the parser longer than a person waits: levels upon levels, and thousands of marks in one
 * paragraph, each of which is compared with every other. `hidden` are their offsets, ascending: what is beyond the limits
 * is to be read as the text that it most likely is. One pass; nothing is hidden in a text that a person would write.
 */
export function findExcess(text: string): {
  readonly hidden: readonly number[];
  readonly excesses: readonly Excess[];
} {
  const hidden = new Set<number>();
  const excesses = new Map<Excess["rule"], number>();
  const exceed: Exceed = (rule, offset) => {
    if (!excesses.has(rule)) excesses.set(rule, offset);
    hidden.add(offset);
  };
  let containers = 0;
  let block = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    const prefix = readPrefix(text, start, end, (offset) => exceed("nesting-is-shallow", offset));
    if (text.startsWith(":::", prefix.end)) {
      containers = limitContainers(text, prefix.end, end, containers, exceed);
    }
    if (prefix.end === end && !prefix.item) {
      if (start - block > shortBlock) limitMarks(text, block, start, exceed);
      block = end + 1;
    }
    start = end + 1;
  }
  if (text.length - block > shortBlock) limitMarks(text, block, text.length, exceed);
  return {
    hidden: [...hidden].sort((a, b) => a - b),
    excesses: [...excesses].map(([rule, offset]) => ({ rule, offset })),
  };
}

/** Counts the fences, and hides those too deep; gives the depth after this line. */
function limitContainers(
  text: string,
  at: number,
  end: number,
  depth: number,
  exceed: Exceed,
): number {
  const line = text.slice(at, Math.min(end, at + 200));
  const opens = /^:{3,}[A-Za-z]/.test(line);
  if (!opens && !/^:{3,}[ \t]*$/.test(line)) return depth;
  const here = opens ? depth + 1 : depth;
  if (here > mostContainers) {
    for (let colon = at; text.charCodeAt(colon) === 58; colon++)
      exceed("nesting-is-shallow", colon);
  }
  return opens ? here : Math.max(0, depth - 1);
}
