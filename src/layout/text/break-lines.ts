import type { Fit } from "../fit/index.ts";
import { isEven } from "../fit/index.ts";
import { afterHyphen } from "./breaks.ts";
import type { Cut } from "./cuts.ts";
import { hyphensOf } from "./cuts.ts";
import { endsShort, fitted, isGood } from "./fitted.ts";
import type { Give } from "./give.ts";
import { rigid } from "./give.ts";
import type { TextContext, TextInput } from "./line.ts";
import type { Measure } from "./measure.ts";
import { onOneLine } from "./one-line.ts";
import { cutsOfWide, emergencyOf, hasTooWide, merged, softCuts } from "./overlong.ts";
import type { Paragraph, Point, Prepared } from "./paragraph.ts";
import { paragraphOf, pointsOf } from "./paragraph.ts";

export function giveOf(input: TextInput, context: TextContext): Give {
  if (input.style.align !== "justify") return rigid;
  const { wordSpace, tracking, expansion, protrusion } = context.theme.breaks;
  const stretch = Math.max(0.1, wordSpace.stretch - 1);
  const shrink = Math.min(0.9, Math.max(0, 1 - wordSpace.shrink));
  return { stretch, shrink, tracking, expansion, protrusion };
}

/** Titles, and ragged lines of less than this many em: there the hyphen of a compound costs more than an uneven edge. */
const displayWidth = 22;
const compound = 10_000;

function isDisplay({ style }: TextInput, measure: Measure): boolean {
  if (style.align === "justify") return false;
  return style.balanced || measure.narrowest < displayWidth * style.size;
}

/** Makes "Canada-Japan" stay whole where it can. */
function keepCompounds({ segments, points }: Paragraph): void {
  for (let i = 0; i < segments.count; i++) {
    if (points[i]?.kind === "plain" && segments.penalty[i] === afterHyphen) {
      segments.penalty[i] = compound;
    }
  }
}

type Broken = { readonly paragraph: Paragraph; readonly found: Fit };

/** Chooses the lines: hyphens only where the text cannot be set well without. */
export function breakLines(
  prepared: Prepared,
  input: TextInput,
  context: TextContext,
  measure: Measure,
  give: Give,
): Broken {
  const { manuscript, itemised, breaks, units } = prepared;
  const { text } = manuscript;
  const whole =
    input.style.align === "justify" ? undefined : onOneLine(prepared, measure.narrowest);
  if (whole !== undefined) {
    return { paragraph: whole, found: { ends: [0], ratios: [0], cost: Number.NaN, pass: -1 } };
  }
  const display = isDisplay(input, measure);
  const build = (points: readonly Point[]): Paragraph => {
    const paragraph = paragraphOf(text, itemised, units, points, give);
    if (display) keepCompounds(paragraph);
    return paragraph;
  };
  const soft = softCuts(manuscript);
  let paragraph = build(pointsOf(breaks, soft));
  let cuts: readonly Cut[] = soft;
  if (hasTooWide(paragraph, measure.narrowest)) {
    cuts = cutsOfWide(paragraph, cuts, context, measure.narrowest);
    paragraph = build(pointsOf(breaks, cuts));
    cuts = merged(cuts, emergencyOf(paragraph, measure.narrowest));
    paragraph = build(pointsOf(breaks, cuts));
  }
  const asked = { input, context, measure };
  let found = fitted(paragraph, asked);
  if (!input.style.hyphenate) return { paragraph, found };
  const justify = input.style.align === "justify";
  const [wanted, bearable] = justify ? [1.2, 1.8] : [1.6, 2.2];
  const isFine = (most: number): boolean => isGood(found, most) && (!justify || isEven(found));
  if (isFine(wanted) && !(justify && endsShort(paragraph, found, asked))) {
    return { paragraph, found };
  }
  const { hyphenation } = context.theme.breaks;
  paragraph = build(pointsOf(breaks, merged(cuts, hyphensOf(text, itemised, hyphenation, false))));
  found = fitted(paragraph, asked);
  if (isFine(bearable)) return { paragraph, found };
  paragraph = build(pointsOf(breaks, merged(cuts, hyphensOf(text, itemised, hyphenation, true))));
  return { paragraph, found: fitted(paragraph, asked) };
}
