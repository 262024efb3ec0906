import type { Fit, FitPolicy } from "../fit/index.ts";
import { greedyFit, totalFit } from "../fit/index.ts";
import { balanced, mostCounted } from "./balanced.ts";
import { endCost, endsInFragment, lastWidth, shortestLast } from "./last-line.ts";
import type { TextContext, TextInput } from "./line.ts";
import type { Measure } from "./measure.ts";
import type { Paragraph } from "./paragraph.ts";

/** What is asked of the lines of a text. */
export type Asked = {
  readonly input: TextInput;
  readonly context: TextContext;
  readonly measure: Measure;
};

/** How loose justified lines may be, pass by pass. */
const rising = [1.5, 2, 3, 5, 8, Number.POSITIVE_INFINITY];

/** How short ragged lines may be; where there are no such lines, as short as need be. */
const seldomLooser = [4, Number.POSITIVE_INFINITY];

/** How loose, or short, the others may become for the sake of a last line that is long enough. */
const forTheLast = { justified: 1.6, ragged: 1.5 };

/** A last line of less than this share of what it should have is a scrap. */
const scrap = 0.4;

/** The best lines of a text whose places to break are known. */
export function fitted(paragraph: Paragraph, asked: Asked): Fit {
  const justify = asked.input.style.align === "justify";
  const policy = policyOf(paragraph, asked, justify ? rising : seldomLooser);
  if (isBeyondFit(paragraph, asked.measure)) return greedyFit(paragraph.segments, policy);
  if (justify) return withLongEnd(paragraph, policy, filled(paragraph, policy));
  return ragged(paragraph, asked, policy);
}

/** Most comparisons of breaks that one text may cost, by an estimate: about half a second. */
const mostCompared = 4_000_000;

/** A text without end and with a break at every character is no paragraph, and gets the first lines that fit. */
function isBeyondFit({ segments }: Paragraph, measure: Measure): boolean {
  if (segments.count < 10_000) return false;
  let width = 0;
  for (let i = 0; i < segments.count; i++) width += segments.width[i] as number;
  const lines = Math.max(1, width / measure.narrowest);
  return (segments.count * segments.count) / lines > mostCompared;
}

/** Justified lines; looser ones where a scrap or the end of a word would stand alone otherwise. */
function filled({ segments }: Paragraph, policy: FitPolicy): Fit {
  const found = totalFit(segments, policy);
  const isScrap = lastWidth(segments, found) < (policy.shortest ?? 0) * scrap;
  if (!(isScrap || endsInFragment(segments, found)) || found.pass > 1) return found;
  const looser = totalFit(segments, { ...policy, tolerances: rising.slice(2) });
  return looser.cost < found.cost ? looser : found;
}

/** Ragged right: even lines, in no more of them than first fit needs. Titles as even as can be. */
function ragged(paragraph: Paragraph, { input }: Asked, policy: FitPolicy): Fit {
  const { segments } = paragraph;
  const first = greedyFit(segments, policy);
  if (first.ends.length === 1) return first;
  if (input.style.balanced) return balanced(paragraph, policy, first);
  const found = totalFit(segments, policy);
  if (found.ends.length <= first.ends.length) return withLongEnd(paragraph, policy, found);
  if (first.ends.length > mostCounted) return first;
  const tolerances = seldomLooser.slice(1);
  return totalFit(segments, { ...policy, tolerances, lines: first.ends.length });
}

/** Lines of which the last is not too short, where there are such without holes in the others. */
function withLongEnd(paragraph: Paragraph, policy: FitPolicy, found: Fit): Fit {
  const { segments } = paragraph;
  const shortest = policy.shortest ?? 0;
  if (lastWidth(segments, found) >= shortest) return found;
  const inner = found.ratios.slice(0, -1);
  const most = Math.max(policy.slack === 0 ? forTheLast.justified : forTheLast.ragged, ...inner);
  const weights = { ...policy.weights, short: 1e9 };
  const other = totalFit(segments, { ...policy, tolerances: [most], weights });
  const isBetter =
    other.ends.length <= found.ends.length &&
    lastWidth(segments, other) >= shortest &&
    !endsInFragment(segments, other) &&
    isGood(other, most);
  return isBetter ? other : found;
}

/** Whether no line but the last is looser than `most`, and none too long. */
export function isGood(found: Fit, most: number): boolean {
  return found.ratios.every(
    (ratio, line) => ratio >= -1 && (ratio <= most || line === found.ratios.length - 1),
  );
}

/** Whether the last line is shorter than it should be. */
export function endsShort(paragraph: Paragraph, found: Fit, asked: Asked): boolean {
  return lastWidth(paragraph.segments, found) < shortestOf(paragraph, asked);
}

const shortestOf = (paragraph: Paragraph, { input, context, measure }: Asked): number =>
  shortestLast(paragraph, input, context.theme.breaks.lastLineWords, measure.narrowest);

function policyOf(paragraph: Paragraph, asked: Asked, tolerances: readonly number[]): FitPolicy {
  const { input, context, measure } = asked;
  const { breaks } = context.theme;
  const justify = input.style.align === "justify";
  return {
    extent: measure.extent,
    constantFrom: Math.max(measure.constantFrom, 0),
    tolerances,
    ladder: Math.max(1, breaks.hyphenation.ladder),
    slack: justify ? 0 : Math.max(measure.narrowest * 0.18, input.style.size),
    shortest: shortestOf(paragraph, asked),
    weights: justify
      ? { flaggedLast: 100_000, contrast: 200_000, short: 1_500_000 }
      : { contrast: 0 },
    ...(justify ? { surcharge: endCost(paragraph, breaks.lastLineWords) } : {}),
  };
}
