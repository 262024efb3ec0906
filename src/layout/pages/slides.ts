import type { Slide } from "../../document/index.ts";
import { textOf } from "../../document/index.ts";
import type { Rectangle } from "../../theme/index.ts";
import { continuedSlide, setSlide } from "../blocks/slide.ts";
import type { PageItem } from "../page.ts";
import type { Setting } from "./contexts.ts";
import { stageBetween } from "./contexts.ts";
import { wordsOf } from "./overflow.ts";
import { regionsOf } from "./regions.ts";

/** One page of a slide; more than one only when it did not fit. */
export type SlidePage = { readonly items: readonly PageItem[]; readonly part: number };

/** A slide that goes on over more pages than this is no slide, and something is wrong with what is left. */
const mostPages = 200;

/** Sets a slide. What has no room goes on to further pages, so that nothing is lost, and the author is told. */
export function laySlide(slide: Slide, setting: Setting): readonly SlidePage[] {
  const { theme } = setting;
  const usual = regionsOf(theme.masters.later, theme.page)[0] as Rectangle;
  const { context } = stageBetween(setting, 0, theme.page.width, undefined, false);
  const place = slide.language ?? context.language;
  const at = { ...context, language: place };
  const pages: SlidePage[] = [];
  let next: Slide | undefined = slide;
  let overflow = 0;
  let left = "";
  while (next !== undefined && pages.length < mostPages) {
    const set = setSlide(next, at, usual);
    const begin: readonly PageItem[] =
      pages.length === 0 && !hasDestination(set.items, slide.id)
        ? [{ kind: "destination", node: slide.id, x: usual.x, y: 0 }]
        : [];
    pages.push({ items: [...begin, ...set.items], part: pages.length + 1 });
    overflow = Math.max(overflow, set.overflow);
    if (pages.length === 2) left = wordsOf(set.items);
    next = set.rest === undefined ? undefined : continuedSlide(slide, set.rest);
  }
  if (pages.length > 1 || overflow > 0.5) report(slide, pages.length, overflow, left, setting);
  return pages;
}

const hasDestination = (items: readonly PageItem[], id: string): boolean =>
  items.some((item) => item.kind === "destination" && item.node === id);

function report(
  slide: Slide,
  pages: number,
  overflow: number,
  left: string,
  setting: Setting,
): void {
  const name = textOf(slide.heading.children) || slide.id;
  const over =
    overflow > 0.5
      ? `is ${Math.ceil(overflow)} points higher than its frame`
      : `goes on over ${pages} pages`;
  setting.report({
    rule: "slide-fits",
    severity: "error",
    message: `The slide "${name}" ${over}.`,
    ...(slide.place === undefined ? {} : { place: slide.place }),
    hints: [
      left === "" ? "Shorten it, or divide it into two slides." : `Divide it before "${left}".`,
    ],
  });
}
