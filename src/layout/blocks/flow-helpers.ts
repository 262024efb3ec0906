import type { Block, Inline, Language, NodeId } from "../../document/index.ts";
import type { Points, Strip, TextStyle } from "../../theme/index.ts";
import type { FlowContext, FlowItem } from "../flow.ts";
import type { FilledBox, PageItem } from "../page.ts";
import type { Line } from "../text/index.ts";
import { setText } from "../text/index.ts";

/**
 * Costs of a break, in tiers: a worse break is taken only when pages would otherwise stay as good as empty. All are finite,
 * so that there are always pages.
 */
export const breakCost = {
  /** After a line that ends with a hyphen: a foot of four empty lines is better. */
  hyphen: 40,
  /** Between items of a short list. */
  unwelcome: 300,
  /** One line alone. */
  lonely: 10_000,
  /** A heading parted from its text. */
  heading: 30_000,
  /** A box, row or item parted. */
  whole: 100_000,
} as const;

/** A style by name, or the first of `others` that the theme has, or `body`. */
export function styleOf(
  context: FlowContext,
  name: string,
  ...others: readonly string[]
): TextStyle {
  const { styles } = context.theme;
  for (const wanted of [name, ...others]) {
    const renamed = context.restyle?.[wanted] ?? wanted;
    if (Object.hasOwn(styles, renamed)) return styles[renamed] as TextStyle;
  }
  const body = styles[context.restyle?.["body"] ?? "body"] ?? styles["body"];
  if (body === undefined) throw new Error("Bug: a theme without the style body.");
  return body;
}

/** Moves items; the same array when nothing moves. */
export function shift(items: readonly PageItem[], dx: Points, dy: Points): readonly PageItem[] {
  if (dx === 0 && dy === 0) return items;
  return items.map((item) => ({ ...item, x: item.x + dx, y: item.y + dy }));
}

/** Flow set one below another, as one thing that no page break parts. No space above the first nor below the last. */
export function stack(flow: readonly FlowItem[]): {
  readonly height: Points;
  readonly items: readonly PageItem[];
} {
  const items: PageItem[] = [];
  let y = 0;
  let previous: FlowItem | undefined;
  for (const item of flow) {
    if (previous !== undefined) y += spaceBetween(previous, item);
    for (const placed of shift(item.items, 0, y)) items.push(placed);
    y += item.height;
    previous = item;
  }
  return { height: y, items };
}

/** The larger of what both want. */
export function spaceBetween(above: FlowItem, below: FlowItem): Points {
  return Math.max(above.after, below.before);
}

/** A region of its own, its left edge at 0: every strip is the whole width. For cells, cards, boxes. */
export function narrowed(context: FlowContext, width: Points): FlowContext {
  const whole: Strip = { x: 0, width: Math.max(1, width) };
  return {
    ...context,
    width: whole.width,
    strip: () => whole,
    sideHeadings: false,
    narrowest: undefined,
  };
}

/** Within the same region, but every strip is this one: what stands in a list item or a quotation. */
export function within(context: FlowContext, strip: Strip): FlowContext {
  const usable: Strip = { x: strip.x, width: Math.max(1, strip.width) };
  return { ...context, strip: () => usable, sideHeadings: false };
}

/** The same place in another language; the same context when none is named. */
export function inLanguage(context: FlowContext, language: Language | undefined): FlowContext {
  return language === undefined || language === context.language
    ? context
    : { ...context, language };
}

/** Sets blocks that follow one another. */
export function flowBlocks(blocks: readonly Block[], context: FlowContext): readonly FlowItem[] {
  return context.flow(blocks, context);
}

/** Sets one block. */
export function flowOf(block: Block, context: FlowContext): readonly FlowItem[] {
  return context.flow([block], context);
}

export type FlowText = {
  readonly node: NodeId;
  readonly part?: string;
  readonly children: readonly Inline[];
  readonly style: TextStyle;
  /** Strip to stand in; absent: that of the style. */
  readonly strip?: Strip;
  /** Indent of the first line beyond the style's. */
  readonly firstLine?: Points;
};

/** A paragraph or heading as flow, one item a line. */
export function textFlow(text: FlowText, context: FlowContext): readonly FlowItem[] {
  const { style } = text;
  const strip = text.strip ?? context.strip(style.strip);
  const full = Math.max(1, strip.width - style.indent);
  const rest = Math.max(1, full - style.hang);
  const lines = setText(
    {
      node: text.node,
      children: text.children,
      style,
      width: style.hang === 0 ? full : (line) => (line === 0 ? full : rest),
      ...(text.part === undefined ? {} : { part: text.part }),
      ...(text.firstLine === undefined ? {} : { firstLine: text.firstLine }),
    },
    context,
  );
  return linesToFlow(lines, style, context, text.node, strip);
}

/** Lines as flow: two or more stay together at the foot and at the head of a region; rule above and spaces of the style. */
function linesToFlow(
  lines: readonly Line[],
  style: TextStyle,
  context: FlowContext,
  node: NodeId,
  strip: Strip = context.strip(style.strip),
): readonly FlowItem[] {
  const last = lines.length - 1;
  const grid = gridBaseline(style, context);
  return lines.map((line, index) => {
    const rule = index === 0 && style.ruleAbove ? ruleOver(style.ruleAbove, context) : undefined;
    const top = rule?.height ?? 0;
    const x = strip.x + style.indent + (index > 0 ? style.hang : 0);
    return {
      height: top + line.height,
      before: index === 0 ? style.before : 0,
      after: index === last ? style.after : 0,
      penalty: index === last ? (style.keepWithNext ? breakCost.heading : 0) : inner(index, line),
      items: [...(rule?.items ?? []), ...shift(line.items, x, top + (grid ?? line.baseline))],
      node,
      ...(grid !== undefined && top === 0 && line.height === style.leading
        ? { onGrid: true as const }
        : {}),
    };
  });

  function inner(index: number, line: Line): number {
    if (style.keepTogether) return breakCost.whole;
    const { orphans, widows } = context.theme.breaks;
    if (style.keepWithNext) return breakCost.heading;
    if (index + 1 < orphans || last - index < widows) return breakCost.lonely;
    return line.end === "hyphen" ? breakCost.hyphen : 0;
  }
}

/** Baseline of lines that have the leading of body text, on a page with a grid; undefined for all others. */
function gridBaseline({ leading }: TextStyle, { theme }: FlowContext): Points | undefined {
  const body = theme.styles["body"];
  if (theme.page.grid !== true || body?.leading !== leading) return undefined;
  return leading / 2 + (theme.fonts[body.font]?.baselineShift ?? 0.3) * body.size;
}

function ruleOver(
  above: NonNullable<TextStyle["ruleAbove"]>,
  context: FlowContext,
): { readonly height: Points; readonly items: readonly PageItem[] } {
  const strip = context.strip(above.strip);
  const rule = ruleBox(context, above.rule, strip.x, 0, strip.width);
  return { height: rule.height + above.gap, items: [rule] };
}

/** A horizontal rule of the theme, its upper edge at `y`; an artifact. */
export function ruleBox(
  context: FlowContext,
  name: string,
  x: Points,
  y: Points,
  width: Points,
): FilledBox {
  const rule = context.theme.rules[name];
  return {
    kind: "box",
    tag: { artifact: "layout" },
    x,
    y,
    width,
    height: rule?.width ?? 0.5,
    colour: rule?.colour ?? context.theme.colours["ink"] ?? "000000",
  };
}

/**
 * The same items, held together: a break between them costs `cost` more than it would, so that what no page holds is still
 * parted where it hurts least.
 */
export function together(
  flow: readonly FlowItem[],
  cost: number = breakCost.whole,
): readonly FlowItem[] {
  const last = flow.length - 1;
  return flow.map((item, index) =>
    index < last && item.penalty >= 0 ? { ...item, penalty: item.penalty + cost } : item,
  );
}

/** Other outer spaces. */
export function spacedOut(
  flow: readonly FlowItem[],
  before: Points,
  after: Points,
): readonly FlowItem[] {
  const last = flow.length - 1;
  return flow.map((item, index) => ({
    ...item,
    before: index === 0 ? before : item.before,
    after: index === last ? after : item.after,
  }));
}
