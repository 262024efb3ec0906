import type { Points, Rectangle } from "./measures.ts";
import type { PageRule, RunningFrame, Strip, Theme } from "./theme.ts";

/**
 * The theme for pages that lie on their side: as wide as the others are high. What its master does not say follows from the other pages:
 * text stands in one region between the margins, and what stood at the left, right or foot of a page stands there again.
 */
export function landscapeOf(theme: Theme): Theme {
  const { landscape } = theme.masters;
  const { width, height } = theme.page;
  const margins = { ...theme.page.margins, ...landscape?.margins };
  const page = { ...theme.page, width: height, height: width, margins };
  const region = {
    x: margins.left,
    y: margins.top,
    width: page.width - margins.left - margins.right,
    height: page.height - margins.top - margins.bottom,
    column: false,
  };
  const right = width - theme.page.margins.right;
  const atLeft = margins.left - theme.page.margins.left;
  const atRight = page.width - margins.right - right;
  const change = { atLeft, atRight, lower: page.height - height, right };
  const later = {
    regions: landscape?.regions ?? [region],
    balance: landscape?.balance ?? false,
  };
  const frames = Object.entries(theme.frames).map(([name, frame]) => [
    name,
    { ...turnedFrame(frame, change), ...landscape?.frames[name] },
  ]);
  return {
    ...theme,
    page,
    strips: Object.fromEntries(
      Object.entries(theme.strips).map(([name, strip]) => [name, across(strip, change)]),
    ),
    masters: { first: later, later },
    frames: Object.fromEntries(frames),
    pageRules: theme.pageRules.map((rule) => turnedRule(rule, change, height)),
  };
}

/** How far what stands at the left, at the right margin and at the foot moves; `right` is where the right margin was. */
type Change = {
  readonly atLeft: Points;
  readonly atRight: Points;
  readonly lower: Points;
  readonly right: Points;
};

/** What reaches the right margin reaches it again. */
function across<Across extends Strip>(strip: Across, { atLeft, atRight, right }: Change): Across {
  const wider = reaches(strip, right) ? atRight - atLeft : 0;
  return { ...strip, x: strip.x + atLeft, width: strip.width + wider };
}

const reaches = ({ x, width }: Strip, right: Points): boolean => x + width >= right - 1;

function turnedFrame(frame: RunningFrame, change: Change): RunningFrame {
  const y = frame.kind === "footer" ? frame.y + change.lower : frame.y;
  // A frame from margin to margin grows, one at the right moves.
  if (isWide(frame, change.right) || !reaches(frame, change.right))
    return { ...across(frame, change), y };
  return { ...frame, y, x: frame.x + change.atRight };
}

const isWide = (frame: Rectangle, right: Points): boolean => frame.width > right / 2;

function turnedRule(rule: PageRule, change: Change, height: Points): PageRule {
  const y = rule.y > height / 2 ? rule.y + change.lower : rule.y;
  return { ...across(rule, change), y };
}
