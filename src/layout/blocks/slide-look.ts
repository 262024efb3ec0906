import type { Block, Slide } from "../../document/index.ts";
import type { Points, Rectangle, SlideLayout, TextStyle, Theme } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";

/** The body of a slide, or as much of it as has room; x and y from the top left of the body frame. */
export type SlideBody = {
  readonly items: readonly PageItem[];
  readonly height: Points;
  /** What found no room, for a next page. Absent: all is there. */
  readonly rest?: readonly Block[];
};

/** A slide being set: what its layout says, and the frame there is. */
export type SlidePlace = {
  readonly look: SlideLayout;
  readonly frame: Rectangle;
  /** Size of the text against that of the theme. */
  readonly factor: number;
  /** Left edge and width of a strip, from the left edge of the frame. */
  readonly main: { readonly x: Points; readonly width: Points };
};

/** Sets blocks in a layout, at the sizes of the context. */
export type SlideSetter = (
  blocks: readonly Block[],
  context: FlowContext,
  place: SlidePlace,
) => SlideBody;

const plainLook: SlideLayout = { titleStyle: "h2", styles: {}, measures: {}, rules: {} };

/** An annex may have a look of its own: `annex-table`. */
export const lookOf = (slide: Slide, theme: Theme): SlideLayout => {
  const layouts = theme.slides?.layouts ?? {};
  const names = slide.annex ? [`annex-${slide.layout}`, slide.layout] : [slide.layout];
  for (const name of names) {
    const look = Object.hasOwn(layouts, name) ? layouts[name] : undefined;
    if (look !== undefined) return look;
  }
  return plainLook;
};

export const measureOf = (place: SlidePlace, name: string, usual: Points): Points =>
  place.look.measures[name] ?? usual;

/** Name of the style that a layout uses for a purpose. */
export const styleName = (place: SlidePlace, purpose: string, usual: string): string =>
  place.look.styles[purpose] ?? usual;

/** x of the page as x of the frame. */
export const inFrame = (place: SlidePlace, name: string, usual: Points): Points => {
  const x = place.look.measures[name];
  return x === undefined ? usual : x - place.frame.x;
};

const annexFloor = 12;
const tableFloor = 14;

/** How far the text of a layout may grow where there is room, and how small it may be before it moves on to another slide. */
const ranges: Readonly<Record<string, readonly [purpose: string, growth: number, floor: Points]>> =
  {
    statement: ["text", 1.31, 20],
    text: ["text", 1.24, 20],
    cards: ["title", 1.3, 20],
    timeline: ["text", 1.43, tableFloor],
    "two-column": ["text", 1.2, 20],
    table: ["text", 1.1, tableFloor],
    list: ["text", 1.17, 20],
  };

/** Sizes to try, as factors of what the theme says, the largest first. */
export const factorsOf = (slide: Slide, place: SlidePlace, theme: Theme): readonly number[] => {
  const range = ranges[slide.layout] ?? ["text", 1, 20];
  const [purpose, growth, usualFloor] = range;
  const style = theme.styles[styleName(place, purpose, "body")] ?? theme.styles["body"];
  const base = style?.size ?? 20;
  const floor = Math.min(base, slide.annex ? annexFloor : usualFloor);
  const factors: number[] = [];
  // Small text tells a point apart, large text two.
  for (let size = Math.floor(base * growth + 0.01); size > floor; size -= size > 20 ? 2 : 1) {
    factors.push(size / base);
  }
  return [...factors, floor / base];
};

/** The same theme with all its text larger or smaller; distances that belong to the text go with it. */
export const scaledContext = (
  context: FlowContext,
  factor: number,
  annex: boolean,
): FlowContext => {
  if (factor === 1) return context;
  const least = annex ? annexFloor : tableFloor;
  const styles: Record<string, TextStyle> = {};
  for (const [name, style] of Object.entries(context.theme.styles)) {
    styles[name] = scaled(style, factor, least);
  }
  return { ...context, theme: { ...context.theme, styles } };
};

/** Nothing becomes smaller than `least`; what is small already stays as it is. */
const scaled = (style: TextStyle, wanted: number, least: Points): TextStyle => {
  const factor = Math.max(wanted, Math.min(1, least / style.size));
  return {
    ...style,
    size: Math.round(style.size * factor * 2) / 2,
    leading: Math.round(style.leading * factor),
    after: style.after * factor,
    before: style.before * factor,
    hang: style.hang * factor,
  };
};
