import type { Block, Slide } from "../../document/index.ts";
import { textsOfBlocks } from "../../document/index.ts";
import type { Rectangle } from "../../theme/index.ts";
import type { SetSlide, SlidePart, SlideSize } from "../blocks/slide.ts";
import { continuedSlide, factorsOf, setSlide } from "../blocks/slide.ts";
import type { FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import type { Setting } from "./contexts.ts";
import { stageBetween } from "./contexts.ts";
import { regionsOf } from "./regions.ts";
import { reportSlide } from "./slide-reports.ts";

/** One page of a slide; more than one only when it did not fit. */
export type SlidePage = { readonly items: readonly PageItem[]; readonly part: number };

/** A slide over more pages than this is a list to look things up in, and is not evened out. */
const mostEven = 6;

/** Sets a slide. What has no room goes on to further pages, so that nothing is lost, and the author is told. */
export function laySlide(slide: Slide, setting: Setting): readonly SlidePage[] {
  const { theme } = setting;
  const usual = regionsOf(theme.masters.later, theme.page)[0] as Rectangle;
  const { context } = stageBetween(setting, 0, theme.page.width, undefined, false);
  const at = { ...context, language: slide.language ?? context.language };
  const sets = divided(slide, at, usual);
  reportSlide(slide, sets, setting);
  return sets.map(({ items }, index) => ({
    items: index === 0 ? withDestination(items, slide, usual) : items,
    part: index + 1,
  }));
}

function withDestination(
  items: readonly PageItem[],
  slide: Slide,
  frame: Rectangle,
): readonly PageItem[] {
  const has = items.some((item) => item.kind === "destination" && item.node === slide.id);
  if (has) return items;
  return [{ kind: "destination", node: slide.id, x: frame.x, y: 0 }, ...items];
}

/**
 * As few pages as can be, all of one size of text: the largest that needs no more of them. The parts are about equally high, since a
 * last one with a single row looks like a mistake.
 */
function divided(slide: Slide, context: FlowContext, frame: Rectangle): readonly SetSlide[] {
  const first = setSlide(slide, context, frame);
  if (first.rest === undefined) return [first];
  const silent: FlowContext = { ...context, report: () => undefined };
  const count = (size: SlideSize, most: number): number =>
    pagesOf(slide, silent, frame, size, most).length;
  const least = count({ factor: first.factor, share: 1 }, mostEven + 1);
  if (least > mostEven) {
    return pagesOf(slide, context, frame, { factor: first.factor, share: 1 });
  }
  // What has to be divided anyhow is not set larger than the theme says.
  const factor =
    factorsOf(slide, context, frame).find(
      (each) =>
        each <= Math.max(1, first.factor) && count({ factor: each, share: 1 }, least + 1) <= least,
    ) ?? first.factor;
  // Years and cards share themselves.
  if (slide.layout === "timeline" || slide.layout === "cards") {
    return pagesOf(slide, context, frame, { factor, share: 1 });
  }
  let low = 1 / least;
  let high = 1;
  while (high - low > 0.02) {
    const share = (low + high) / 2;
    if (count({ factor, share }, least + 1) <= least) high = share;
    else low = share;
  }
  return pagesOf(slide, context, frame, { factor, share: high });
}

function pagesOf(
  slide: Slide,
  context: FlowContext,
  frame: Rectangle,
  size: SlideSize,
  most = Number.POSITIVE_INFINITY,
): readonly SetSlide[] {
  const sets: SetSlide[] = [];
  let next: SlidePart | undefined = slide;
  let left = Number.POSITIVE_INFINITY;
  while (next !== undefined && sets.length < most) {
    const set: SetSlide = setSlide(next, context, frame, size);
    if (set.rest === undefined) return [...sets, set];
    const length = lengthOf(set.rest);
    // Nothing was shown, and nothing ever would be: there is no end to it, so that it has no room at all.
    if (length >= left) return [...sets, { ...set, overflow: frame.height }];
    sets.push(set);
    left = length;
    next = continuedSlide(slide, set.rest);
  }
  return sets;
}

/** Falls with every page that shows something. */
function lengthOf(blocks: readonly Block[]): number {
  let length = 0;
  for (const block of blocks) length += 1 + partsOf(block);
  return length;
}

function partsOf(block: Block): number {
  switch (block.kind) {
    case "table":
      return block.body.length;
    case "timeline":
      return block.entries.length;
    case "cards":
      return block.cards.length;
    case "columns":
      return block.columns.reduce((sum, column) => sum + lengthOf(column.children), 0);
    default:
      return textsOfBlocks([block]).join("").length;
  }
}
