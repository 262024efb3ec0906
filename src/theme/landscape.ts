import type { Points, Rectangle } from "./measures.ts";
import type { PageRule, RunningFrame, Theme } from "./theme.ts";

/**
 * The theme for pages that lie on their side: as wide as the others are high. Text stands in one region between the margins, and what
 * stood at the right or foot of a page stands there again.
 */
export function landscapeOf(theme: Theme): Theme {
  const { width, height, margins } = theme.page;
  const page = { ...theme.page, width: height, height: width };
  const wider = page.width - width;
  const lower = page.height - height;
  const region = {
    x: margins.left,
    y: margins.top,
    width: page.width - margins.left - margins.right,
    height: page.height - margins.top - margins.bottom,
    column: false,
  };
  const right = width - margins.right;
  const later = { regions: [region], balance: false };
  return {
    ...theme,
    page,
    strips: Object.fromEntries(
      Object.entries(theme.strips).map(([name, strip]) => [
        name,
        reaches(strip, right) ? { ...strip, width: strip.width + wider } : strip,
      ]),
    ),
    masters: { first: later, later },
    frames: Object.fromEntries(
      Object.entries(theme.frames).map(([name, frame]) => [
        name,
        turnedFrame(frame, { wider, lower, right }),
      ]),
    ),
    pageRules: theme.pageRules.map((rule) => turnedRule(rule, { wider, lower, right, height })),
  };
}

type Change = { readonly wider: Points; readonly lower: Points; readonly right: Points };

const reaches = (
  { x, width }: { readonly x: Points; readonly width: Points },
  right: Points,
): boolean => x + width >= right - 1;

function turnedFrame(frame: RunningFrame, { wider, lower, right }: Change): RunningFrame {
  const y = frame.kind === "footer" ? frame.y + lower : frame.y;
  if (!reaches(frame, right)) return { ...frame, y };
  // A frame from margin to margin grows, one at the right moves.
  return isWide(frame, right)
    ? { ...frame, y, width: frame.width + wider }
    : { ...frame, y, x: frame.x + wider };
}

const isWide = (frame: Rectangle, right: Points): boolean => frame.width > right / 2;

function turnedRule(
  rule: PageRule,
  { wider, lower, right, height }: Change & { readonly height: Points },
): PageRule {
  const y = rule.y > height / 2 ? rule.y + lower : rule.y;
  return { ...rule, y, width: reaches(rule, right) ? rule.width + wider : rule.width };
}
