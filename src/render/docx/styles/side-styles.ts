import type { Points, Theme } from "../../../theme/index.ts";
import { stripLeft } from "./measures.ts";
import type { ParagraphStyle, SideFrame } from "./style.ts";

/** The label column, which headings and quick facts stand in beside the text. */
export function labelFrame(theme: Theme): SideFrame {
  const { x, width } = theme.strips["label"] ?? { x: theme.page.margins.left, width: 0 };
  const main = theme.strips["main"]?.x ?? x + width;
  // Less than the gap between the columns, so that text which begins at the second one is not moved.
  return { width, gap: Math.max(0, (main - x - width) / 2) };
}

/** A heading of this level beside its text. It says nothing of the space above, which that text or what stands before it has. */
export function besideHeading(theme: Theme, level: number): ParagraphStyle {
  return {
    id: `Heading${level}Beside`,
    name: `Heading ${level} beside Text`,
    basedOn: `Heading${level}`,
    next: "BodyText",
    role: `h${level + 1}`,
    outlineLevel: level - 1,
    keepNext: true,
    quick: true,
    frame: labelFrame(theme),
    indent: { left: 0 },
    spacing: { before: 0, after: 0 },
  };
}

/** Where quick facts stand in the label column, a heading of the highest level has the rest of the page. */
export function headingBesideFacts(theme: Theme): ParagraphStyle {
  const role = `h2${Object.hasOwn(theme.styles, "h2-beside") ? "-beside" : ""}`;
  return {
    id: "Heading1Narrow",
    name: "Heading 1 beside Facts",
    basedOn: "Heading1",
    next: "BodyText",
    role,
    outlineLevel: 0,
    keepNext: true,
    indent: { left: stripLeft(theme, "main") },
  };
}

/**
 * Heading and facts in the label column. Their frames and borders are the same, so that they are one box: its sides and foot are borders
 * in the colour of the tint, as wide as Word has them, which stand in for padding that only some programs would fill.
 * @param top from the top margin to the box
 */
export function sideFactStyles(
  theme: Theme,
  top: Points,
): { readonly heading: ParagraphStyle; readonly fact: ParagraphStyle } {
  const { box, quickFacts } = theme.blocks;
  const label = theme.styles[quickFacts.label] ?? theme.styles["body"];
  const heading = theme.styles[quickFacts.heading] ?? theme.styles["body"];
  const side = Math.min(widestSide, box.padding.left);
  const shared = {
    basedOn: "Normal",
    next: "SideFact",
    shading: "tint",
    indent: { left: 0, right: 0 },
    frame: { ...labelFrame(theme), top },
    keepNext: true,
    keepLines: true,
    borders: [
      { side: "top", rule: box.ruleTop, space: 0 },
      { side: "left", rule: "shading", width: side, space: 0 },
      { side: "bottom", rule: "shading", width: side, space: 0 },
      { side: "right", rule: "shading", width: side, space: 0 },
      { side: "between", rule: "hair", space: 2 },
    ],
  } as const;
  return {
    heading: {
      ...shared,
      id: "SideFactsHeading",
      name: "Side Facts Heading",
      role: quickFacts.heading,
      outlineLevel: 0,
      leading: (heading?.leading ?? 14) + box.padding.top,
      spacing: { before: 0, after: quickFacts.gap },
    },
    fact: {
      ...shared,
      id: "SideFact",
      name: "Side Fact",
      role: quickFacts.label,
      // The value is larger than the label.
      lineRule: "atLeast",
      leading: label?.leading ?? 12,
      spacing: { before: 0, after: theme.styles[quickFacts.value]?.after ?? 0 },
    },
  };
}

/**
 * Points; 17.3.4 has 12 as the most. Where a program sets borders outside of the width of a frame, the box is larger by these, and has to
 * be clear of the text beside it.
 */
const widestSide = 10;
