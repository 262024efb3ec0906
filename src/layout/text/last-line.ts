import type { Points } from "../../theme/index.ts";
import type { Fit, FitPolicy, Segments } from "../fit/index.ts";
import type { TextInput } from "./line.ts";
import type { Paragraph, Point } from "./paragraph.ts";

/** Em of the last line of a text that fills its lines. */
const lastEms = 5;
/** Ragged text in columns of less than this many em is no running text, and short last lines there are as good as any. */
const runningEms = 22;
/** Characters on the last line of a text without spaces. */
const lastCharacters = 3;
/** Cost of a last line that is the end of a word. */
const fragment = 10_000_000;
/** Cost of a last line of fewer words than wanted, on top of that of a short one. */
const fewWords = 200_000;

/**
 * Width that the last line should have at least: some words, and in running text some em.
 * @param narrowest of all lines, points
 */
export function shortestLast(
  paragraph: Paragraph,
  input: TextInput,
  words: number,
  narrowest: Points,
): Points {
  const { align, balanced, size } = input.style;
  const ofWords = widthOfLastWords(paragraph, words);
  if (ofWords === undefined) return lastCharacters * size;
  const running = align === "justify" || (!balanced && narrowest >= runningEms * size);
  return running ? Math.max(ofWords, lastEms * size) : ofWords;
}

/** Width of as many words at the end as wanted; undefined when the text has no spaces. */
function widthOfLastWords(paragraph: Paragraph, words: number): Points | undefined {
  const { segments, points, text } = paragraph;
  let width = 0;
  let counted = 0;
  for (let i = segments.count - 1; i >= 0; i--) {
    if (counted > 0) width += segments.glue[i] as number;
    width += segments.width[i] as number;
    const start = i === 0 ? 0 : (points[i - 1] as Point).at;
    if (start === 0 || text.charCodeAt(start - 1) === 0x20) counted++;
    if (counted >= words) break;
  }
  if (counted <= 1 && segments.count > 20) return undefined;
  // A hair less, so that the line itself passes.
  return width - 0.01;
}

/** Width of the last line as it comes; a single line is long enough whatever it is. */
export function lastWidth(segments: Segments, { ends }: Fit): Points {
  if (ends.length < 2) return Number.POSITIVE_INFINITY;
  return widthFrom(segments, (ends.at(-2) ?? -1) + 1);
}

/** Width of what stands from a segment to the end, in one line. */
function widthFrom(segments: Segments, from: number): Points {
  let width = 0;
  for (let i = from; i < segments.count; i++) {
    width += segments.width[i] as number;
    if (i < segments.count - 1) width += segments.glue[i] as number;
  }
  return width;
}

/** What a last line of justified text costs that is the end of a word, or too few words. */
export function endCost(paragraph: Paragraph, words: number): NonNullable<FitPolicy["surcharge"]> {
  const { segments } = paragraph;
  const shortest = widthOfLastWords(paragraph, words) ?? 0;
  return (from, to) => {
    if (to < segments.count - 1 || from === 0) return 0;
    if (isFragment(segments, from, to)) return fragment;
    return widthFrom(segments, from) < shortest ? fewWords : 0;
  };
}

/** Whether the last line has nothing but the end of a word that was parted. */
export function endsInFragment(segments: Segments, { ends }: Fit): boolean {
  const from = (ends.at(-2) ?? -1) + 1;
  return from > 0 && isFragment(segments, from, segments.count - 1);
}

/** Whether a line has nothing but the end of a word that was parted. */
function isFragment(segments: Segments, from: number, to: number): boolean {
  if (segments.flagged[from - 1] !== 1) return false;
  for (let i = from; i < to; i++) if ((segments.glue[i] as number) > 0) return false;
  return true;
}
