import type { Block, Inline, Slide } from "../../document/index.ts";
import { joined, trimmed } from "../../document/index.ts";
import type { Points, Rectangle } from "../../theme/index.ts";
import type { BlockFlow, FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { breakCost, flowBlocks, narrowed, shift, styleOf, textFlow } from "./flow-helpers.ts";
import { inBox } from "./furniture.ts";
import type { SlideBody, SlidePlace } from "./slide-look.ts";
import { asSaid, lookOf, scaledContext, sizesOf } from "./slide-look.ts";
import { setOpening } from "./slide-opening.ts";
import { setText } from "./slide-plain.ts";
import { setterOf } from "./slide-setters.ts";
import type { Frame } from "./text-frame.ts";
import { emptyFrame, textFrame } from "./text-frame.ts";

/** A slide set on a page; x and y from the top left corner of the page. */
export type SetSlide = {
  readonly items: readonly PageItem[];
  /** Of the body. */
  readonly height: Points;
  /** How far the body reaches below its frame though nothing can be moved on; 0 when all is well. */
  readonly overflow: Points;
  /** Size of the text against that of the theme. */
  readonly factor: number;
  /** Blocks for a continuation of the slide; absent: all is there. */
  readonly rest?: readonly Block[];
};

/** A slide, or what goes on of one that was begun on another page. */
export type SlidePart = Slide & { readonly goesOn?: boolean };

/** How a slide is set that goes on over several pages; absent: the largest text at which all has room, in the whole frame. */
export type SlideSize = {
  /** Size of the text against that of the theme. */
  readonly factor: number;
  /** Share of the height of the frame that is filled before the rest goes on. */
  readonly share: number;
};

/**
 * Title and body. Of the sizes that a layout allows the largest is taken at which all has room; where none is small enough,
 * what is left over goes to the next page. `frame` is used where the theme has no frames for slides.
 */
export const setSlide = (
  slide: SlidePart,
  context: FlowContext,
  frame: Rectangle,
  size?: SlideSize,
): SetSlide => {
  const { theme } = context;
  const look = lookOf(slide, theme);
  const titleFrame = look.title ?? theme.slides?.title ?? frame;
  const bodyFrame = look.body ?? theme.slides?.body ?? frame;
  if (slide.layout === "title" || slide.layout === "section") {
    const title = (style: string): Frame => titleOf(slide, titleFrame.width, style, context);
    return { ...setOpening(slide, context, placeOf(slide, bodyFrame, context), title), factor: 1 };
  }
  const heading = titleOf(slide, titleFrame.width, look.titleStyle, context);
  const surplus = Math.max(0, heading.height - titleFrame.height);
  const room: Rectangle = {
    ...bodyFrame,
    y: bodyFrame.y + surplus,
    height: Math.max(1, (bodyFrame.height - surplus) * (size?.share ?? 1)),
  };
  const { body, factor } = setBody(slide, context, placeOf(slide, room, context), size?.factor);
  return {
    items: [
      ...shift(heading.items, titleFrame.x, titleFrame.y),
      ...shift(body.items, room.x, room.y),
    ],
    height: body.height,
    overflow: Math.max(0, body.height - (bodyFrame.height - surplus)),
    factor,
    ...(body.rest === undefined ? {} : { rest: body.rest }),
  };
};

/** The sizes that a slide may be set at, the largest first. */
export const factorsOf = (
  slide: Slide,
  context: FlowContext,
  frame: Rectangle,
): readonly number[] => sizesOf(slide, placeOf(slide, frame, context), context.theme).factors;

/** The same slide going on: its title stands there again as an artifact, since it was said. */
export const continuedSlide = (slide: Slide, rest: readonly Block[]): SlidePart => ({
  ...slide,
  goesOn: true,
  children: rest,
});

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

/** x and y from the top left of the title's frame. */
const titleOf = (slide: SlidePart, width: Points, name: string, context: FlowContext): Frame => {
  const { id, children } = slide.heading;
  if (children.length === 0) return emptyFrame;
  const style = inBox(styleOf(context, name, "h2"));
  const said = slide.goesOn === true ? [...children, ...goingOn(slide)] : children;
  const set = textFrame({ node: id, children: said, style, width }, context);
  if (slide.goesOn === true) return { ...set, items: asSaid(set.items) };
  const destination: PageItem = { kind: "destination", node: slide.id, x: 0, y: 0 };
  return { ...set, items: [destination, ...set.items] };
};

const goingOn = ({ continued }: Slide): readonly Inline[] =>
  continued === undefined ? [] : [{ kind: "text", value: ` (${continued})` }];

const placeOf = (slide: SlidePart, frame: Rectangle, context: FlowContext): SlidePlace => {
  const main = context.theme.strips["main"] ?? frame;
  return {
    look: lookOf(slide, context.theme),
    frame,
    factor: 1,
    goesOn: slide.goesOn === true,
    main: {
      x: Math.max(0, main.x - frame.x),
      width: Math.min(main.width, frame.width - Math.max(0, main.x - frame.x)),
    },
  };
};

type SizedBody = { readonly body: SlideBody; readonly factor: number };

const setBody = (
  slide: Slide,
  context: FlowContext,
  place: SlidePlace,
  wanted: number | undefined,
): SizedBody => {
  const inside = narrowed(context, place.frame.width);
  const setter = setterOf(slide);
  const { shown, rest } = trimmed(slide.children);
  const silent: FlowContext = { ...inside, report: () => undefined };
  const { factors, least } = sizesOf(slide, place, context.theme);
  const smallest = factors.at(-1) ?? 1;
  const set = (factor: number, at: FlowContext): SlideBody => {
    const sized = scaledContext(at, factor, least);
    const body = setter(shown, sized, { ...place, factor });
    // What a layout cannot part is parted as text.
    const tooHigh = body.height > place.frame.height + 0.01 && factor === smallest;
    return tooHigh ? setText(shown, sized, { ...place, factor }) : body;
  };
  if (rest.length > 0) {
    const factor = wanted ?? smallest;
    const body = set(factor, inside);
    return { body: { ...body, rest: joined(body.rest ?? [], rest) }, factor };
  }
  const fits = (factor: number): boolean => {
    const body = set(factor, silent);
    return body.rest === undefined && body.height <= place.frame.height + 0.01;
  };
  // Set once more by the context that reports, so that only what is printed is told.
  const factor = wanted ?? factors.find(fits) ?? smallest;
  return { body: set(factor, inside), factor };
};
