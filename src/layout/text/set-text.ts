import type { Points } from "../../theme/index.ts";
import { breakLines, giveOf } from "./break-lines.ts";
import { breaksOf } from "./breaks.ts";
import { compose } from "./compose.ts";
import type { Direction } from "./direction.ts";
import { directionOf, isolatesOf, levelsOf, runsFromRight } from "./direction.ts";
import { rigid } from "./give.ts";
import { itemise } from "./itemise.ts";
import type { Line, TextContext, TextInput } from "./line.ts";
import type { Manuscript } from "./manuscript.ts";
import { writeManuscript } from "./manuscript.ts";
import { measureOf, unbounded } from "./measure.ts";
import { extentOf } from "./one-line.ts";
import { softCuts } from "./overlong.ts";
import type { Prepared } from "./paragraph.ts";
import { paragraphOf, pointsOf } from "./paragraph.ts";
import { forcedBreak, unitsOf } from "./units.ts";

/** Natural widths of a text. */
export type TextMeasure = {
  /** Of its widest part that is not broken, points. */
  readonly min: Points;
  /** Of its longest line when only forced breaks count, points. */
  readonly max: Points;
};

/** Sets a text in lines. Empty when there is nothing to print. Never loses a character, never fails. */
export function setText(input: TextInput, context: TextContext): readonly Line[] {
  context.textSet?.();
  const measure = measureOf(input);
  const prepared = prepare(input, context, measure.narrowest);
  if (prepared === undefined) return [];
  const own = giveOf(input, context);
  const straight = prepared.direction === "ltr" && context.mirrored !== true;
  const give = straight ? own : { ...own, protrusion: false };
  const { paragraph, found } = breakLines(prepared, input, context, measure, give);
  const { direction } = prepared;
  return compose({ input, context, paragraph, give, extent: measure.extent, direction }, found);
}

/** How wide a text is, for the columns of tables. */
export function measureText(input: Omit<TextInput, "width">, context: TextContext): TextMeasure {
  const prepared = prepare(input, context, unbounded);
  if (prepared === undefined) return { min: 0, max: 0 };
  const { manuscript, itemised, breaks, units } = prepared;
  if (manuscript.softHyphens.length === 0) return extentOf(units, breaks);
  const points = pointsOf(breaks, softCuts(manuscript));
  const { segments } = paragraphOf(manuscript.text, itemised, units, points, rigid);
  let min = 0;
  let max = 0;
  let line = 0;
  for (let i = 0; i < segments.count; i++) {
    const width = segments.width[i] as number;
    min = Math.max(min, width + Math.max(0, segments.tail[i] as number));
    max = Math.max(max, line + width);
    const ends = segments.penalty[i] === Number.NEGATIVE_INFINITY;
    line = ends ? 0 : line + width + (segments.glue[i] as number);
  }
  return { min, max };
}

function prepare(
  input: Omit<TextInput, "width">,
  context: TextContext,
  widest: Points,
): Prepared | undefined {
  const manuscript = trimmed(writeManuscript(input, context, widest));
  if (manuscript.text === "") return undefined;
  const direction = directionOfInput(manuscript, context);
  const itemised = itemise(manuscript, context, levelsIn(manuscript, direction));
  const breaks = breaksOf(manuscript.text, context.language);
  return { manuscript, itemised, breaks, units: unitsOf(itemised, breaks), direction };
}

function levelsIn({ text, stretches }: Manuscript, direction: Direction): Uint8Array | undefined {
  if (direction === "ltr" && !runsFromRight(text)) return undefined;
  const parts = stretches.map(({ start, end, look }) => ({ start, end, isCode: look.code }));
  return levelsOf(text, direction, isolatesOf(text, parts));
}

/** Code runs from left to right whatever the language. */
function directionOfInput(manuscript: Manuscript, context: TextContext): Direction {
  if (manuscript.stretches.every(({ look }) => look.code || look.font.fixedPitch)) return "ltr";
  return directionOf(manuscript.text, context.language);
}

/** Without a forced break at the end, which would only add an empty line; empty when all is space. */
function trimmed(manuscript: Manuscript): Manuscript {
  let end = manuscript.text.length;
  while (end > 0 && manuscript.text.charCodeAt(end - 1) === forcedBreak) end--;
  if (/^ *$/.test(manuscript.text.slice(0, end))) end = 0;
  if (end === manuscript.text.length) return manuscript;
  return {
    text: manuscript.text.slice(0, end),
    stretches: manuscript.stretches
      .filter((stretch) => stretch.start < end)
      .map((stretch) => (stretch.end > end ? { ...stretch, end } : stretch)),
    softHyphens: manuscript.softHyphens.filter((at) => at < end),
  };
}
