import type { Block, Slide } from "../../document/index.ts";
import type { Points, Rectangle } from "../../theme/index.ts";
import type { BlockFlow, FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { breakCost, flowBlocks, narrowed, shift, styleOf, textFlow } from "./flow-helpers.ts";
import { inBox } from "./furniture.ts";
import type { SlideBody, SlidePlace } from "./slide-look.ts";
import { factorsOf, lookOf, scaledContext } from "./slide-look.ts";
import { setOpening } from "./slide-opening.ts";
import { setterOf } from "./slide-setters.ts";
import { joined, trimmed } from "./slide-trim.ts";
import { emptyFrame, textFrame } from "./text-frame.ts";

/** A slide set on a page; x and y from the top left corner of the page. */
export type SetSlide = {
  readonly items: readonly PageItem[];
  /** Of the body. */
  readonly height: Points;
  /** How far the body reaches below its frame though nothing can be moved on; 0 when all is well. */
  readonly overflow: Points;
  /** Blocks for a continuation of the slide; absent: all is there. */
  readonly rest?: readonly Block[];
};

/**
 * Title and body. Of the sizes that a layout allows the largest is taken at which all has room; where none is small enough,
 * what is left over goes to the next page. `frame` is used where the theme has no frames for slides.
 */
export const setSlide = (slide: Slide, context: FlowContext, frame: Rectangle): SetSlide => {
  const { theme } = context;
  const look = lookOf(slide, theme);
  const titleFrame = look.title ?? theme.slides?.title ?? frame;
  const bodyFrame = look.body ?? theme.slides?.body ?? frame;
  const heading = titleOf(slide, titleFrame, look.titleStyle, context);
  const surplus = Math.max(0, heading.height - titleFrame.height);
  if (slide.layout === "title" || slide.layout === "section") {
    const place = placeOf(slide, bodyFrame, context);
    const opening = setOpening(slide, context, place, titleFrame.y + heading.height);
    return { ...opening, items: [...heading.items, ...opening.items] };
  }
  const room: Rectangle = {
    ...bodyFrame,
    y: bodyFrame.y + surplus,
    height: Math.max(1, bodyFrame.height - surplus),
  };
  const body = setBody(slide, context, placeOf(slide, room, context));
  return {
    items: [...heading.items, ...shift(body.items, room.x, room.y)],
    height: body.height,
    overflow: Math.max(0, body.height - room.height),
    ...(body.rest === undefined ? {} : { rest: body.rest }),
  };
};

/** The same slide going on: its title stands there again as an artifact, since it was said. */
export const continuedSlide = (slide: Slide, rest: readonly Block[]): Slide => ({
  ...slide,
  role: continued,
  children: rest,
});

const continued = "continued";

/** A slide within running text: its heading and what it shows. */
export const flowSlide: BlockFlow<Slide> = (slide, context) => {
  const style = styleOf(context, "h2");
  const { id, children } = slide.heading;
  const heading = textFlow({ node: id, children, style }, context);
  const last = heading.length - 1;
  return [
    ...heading.map((item, index) =>
      index === last ? { ...item, penalty: breakCost.heading } : item,
    ),
    ...flowBlocks(slide.children, context),
  ];
};

const titleOf = (
  slide: Slide,
  frame: Rectangle,
  name: string,
  context: FlowContext,
): { readonly items: readonly PageItem[]; readonly height: Points } => {
  const { id, children } = slide.heading;
  if (children.length === 0) return emptyFrame;
  const style = inBox(styleOf(context, name, "h2"));
  const set = textFrame({ node: id, children, style, width: frame.width }, context);
  const destination: PageItem = { kind: "destination", node: slide.id, x: 0, y: 0 };
  const items = shift([destination, ...set.items], frame.x, frame.y);
  return {
    items: slide.role === continued ? items.flatMap(asArtifact) : items,
    height: set.height,
  };
};

const asArtifact = (item: PageItem): readonly PageItem[] => {
  if (item.kind === "link" || item.kind === "destination") return [];
  return [{ ...item, tag: { artifact: "layout" } }];
};

const placeOf = (slide: Slide, frame: Rectangle, context: FlowContext): SlidePlace => {
  const main = context.theme.strips["main"] ?? frame;
  return {
    look: lookOf(slide, context.theme),
    frame,
    factor: 1,
    main: {
      x: Math.max(0, main.x - frame.x),
      width: Math.min(main.width, frame.width - Math.max(0, main.x - frame.x)),
    },
  };
};

const setBody = (slide: Slide, context: FlowContext, place: SlidePlace): SlideBody => {
  const inside = narrowed(context, place.frame.width);
  const setter = setterOf(slide);
  const { shown, rest } = trimmed(slide.children);
  const silent: FlowContext = { ...inside, report: () => undefined };
  const set = (factor: number, at: FlowContext): SlideBody =>
    setter(shown, scaledContext(at, factor, slide.annex), { ...place, factor });
  const factors = factorsOf(slide, place, context.theme);
  const least = factors.at(-1) ?? 1;
  if (rest.length > 0) {
    const body = set(least, inside);
    return { ...body, rest: joined(body.rest ?? [], rest) };
  }
  const fits = (factor: number): boolean => {
    const body = set(factor, silent);
    return body.rest === undefined && body.height <= place.frame.height + 0.01;
  };
  // Set once more by the context that reports, so that only what is printed is told.
  return set(factors.find(fits) ?? least, inside);
};
