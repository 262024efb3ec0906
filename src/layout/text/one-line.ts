import type { Segments } from "../fit/index.ts";
import type { Breaks } from "./breaks.ts";
import type { Paragraph, Prepared } from "./paragraph.ts";
import { trailingSpace } from "./paragraph.ts";
import type { Units } from "./units.ts";
import { forcedBreak } from "./units.ts";

/**
 * A text that has room on one line has nowhere else to break: nearly all cells of tables, most headings and many items need no
 * search. Not for justified text, whose edges hang. Undefined when it may take more lines.
 * @param narrowest of all lines, points
 */
export function onOneLine(prepared: Prepared, narrowest: number): Paragraph | undefined {
  const { manuscript, itemised, units } = prepared;
  const { text } = manuscript;
  if ((units.x[units.count] as number) > narrowest) return undefined;
  if (text.includes(String.fromCharCode(forcedBreak))) return undefined;
  const points = [{ at: text.length, penalty: Number.NEGATIVE_INFINITY, kind: "plain" as const }];
  return { text, itemised, units, points, segments: oneSegment(units) };
}

function oneSegment({ x, count }: Units): Segments {
  const zero = new Float64Array(1);
  return {
    count: 1,
    width: Float64Array.of(x[count] as number),
    stretch: zero,
    shrink: zero,
    glue: zero,
    glueStretch: zero,
    glueShrink: zero,
    tail: zero,
    lead: zero,
    penalty: Float64Array.of(Number.NEGATIVE_INFINITY),
    flagged: new Uint8Array(1),
    hangStart: zero,
    hangEnd: zero,
  };
}

/** The widest part between two places to break, and the longest line between forced breaks, points. */
export function extentOf(
  units: Units,
  breaks: Breaks,
): { readonly min: number; readonly max: number } {
  let [min, max, line, before, unit] = [0, 0, 0, 0, 0];
  for (let i = 0; i < breaks.at.length; i++) {
    const at = breaks.at[i] as number;
    while (unit < units.count - 1 && (units.end[unit] as number) < at) unit++;
    const x = units.x[unit + 1] as number;
    const glue = trailingSpace(units, unit) + (units.kern[unit] as number);
    const width = x - before - glue;
    min = Math.max(min, width);
    max = Math.max(max, line + width);
    line = breaks.penalty[i] === Number.NEGATIVE_INFINITY ? 0 : line + width + glue;
    before = x;
  }
  return { min, max };
}
