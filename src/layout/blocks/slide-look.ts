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
  /** Headings of its parts were said on a page before, and are seen again. */
  readonly goesOn: boolean;
  /** Left edge and width of a strip, from the left edge of the frame. */
  readonly main: { readonly x: Points; readonly width: Points };
};

/** Sets blocks in a layout, at the sizes of the context. */
export type SlideSetter = (
  blocks: readonly Block[],
  context: FlowContext,
  place: SlidePlace,
) => SlideBody;

/** What was said on a page before, and is only seen. */
export const asSaid = (items: readonly PageItem[]): readonly PageItem[] =>
  items.flatMap((item): readonly PageItem[] =>
    item.kind === "link" || item.kind === "destination"
      ? []
      : [{ ...item, tag: { artifact: "layout" } }],
  );

const plainLook: SlideLayout = { titleStyle: "h2", styles: {}, measures: {}, rules: {} };

/** An annex may have a look of its own, and so may a role: `annex-table`, `statement-outcomes`. */
export const lookOf = (slide: Slide, theme: Theme): SlideLayout => {
  const layouts = theme.slides?.layouts ?? {};
  const names = [
    ...(slide.annex ? [`annex-${slide.layout}`] : []),
    ...(slide.role === undefined ? [] : [`${slide.layout}-${slide.role}`]),
    slide.layout,
  ];
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

/** Text that tells a thing apart is no smaller than this, however small a slide is set; points. */
const tableFloor = 14;
const annexFloor = 12;
/** Where a slide may be set smaller than its layout allows (`overflow=fit`), unless the layout has a `fit-smallest`. */
const fitFloor = 12;

/** Purpose of the style that decides, by the layouts in which it is not `text`. */
const deciding: Readonly<Record<string, string>> = { cards: "title" };

export type SizeRange = {
  /** Sizes to try, as factors of what the theme says, the largest first. */
  readonly factors: readonly number[];
  /** Nothing is set smaller than this; what is smaller in the theme stays as it is. */
  readonly least: Points;
};

/**
 * The sizes of a layout, from its measure `largest` to `smallest`; each is the theme's own size unless given. An annex is read, not
 * shown, and may be smaller.
 */
export const sizesOf = (slide: Slide, place: SlidePlace, theme: Theme): SizeRange => {
  const style = theme.styles[styleName(place, deciding[slide.layout] ?? "text", "body")];
  const base = (style ?? theme.styles["body"])?.size ?? 20;
  const usual = Math.min(base, measureOf(place, "smallest", base));
  const own = slide.annex ? Math.min(usual, annexFloor) : usual;
  const fit = Math.min(own, measureOf(place, "fit-smallest", fitFloor));
  const floor = slide.overflow === "fit" ? fit : own;
  const factors: number[] = [];
  const largest = Math.max(base, measureOf(place, "largest", base));
  // Small text tells a point apart, large text two.
  for (let size = Math.floor(largest + 0.01); size > floor; size -= size > 20 ? 2 : 1) {
    factors.push(size / base);
  }
  const least = slide.annex ? annexFloor : tableFloor;
  return {
    factors: [...factors, floor / base],
    least: slide.overflow === "fit" ? Math.min(least, fit) : least,
  };
};

/** The same theme with all its text larger or smaller; distances that belong to the text go with it. */
export const scaledContext = (context: FlowContext, factor: number, least: Points): FlowContext => {
  if (factor === 1) return context;
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
