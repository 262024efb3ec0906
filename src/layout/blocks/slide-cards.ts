import type { Block, Cards } from "../../document/index.ts";
import { joined } from "../../document/index.ts";
import type { FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import type { CardsLook } from "./cards.ts";
import { cardRows } from "./cards.ts";
import { shift, styleOf } from "./flow-helpers.ts";
import { setCardLines } from "./slide-card-lines.ts";
import type { SlideBody, SlidePlace, SlideSetter } from "./slide-look.ts";
import { measureOf, scaledContext, styleName } from "./slide-look.ts";
import { amongOthers } from "./slide-plain.ts";
import { textExtent } from "./text-frame.ts";

/** More than this are lines of a table, or stand on several slides. */
const mostCards = 6;
/** As many of them as stand in a row. */
const inRow = 5;

const asCards = (block: Block): Cards | undefined => (block.kind === "cards" ? block : undefined);

/** Lines are looked through, and may be smaller than cards. */
const lineFactors = [1, 0.9, 0.8];
const leastInLines = 14;

const setManyCards = (block: Cards, context: FlowContext, place: SlidePlace): SlideBody => {
  for (const factor of lineFactors) {
    const lines = setCardLines(block, scaledContext(context, factor, leastInLines), place);
    if (lines.rest === undefined && lines.height <= place.frame.height + 0.01) return lines;
  }
  // Where lines have no room either, as many slides of cards as are needed, all with about as many.
  const count = block.cards.length;
  const share = Math.ceil(count / Math.ceil(count / inRow));
  const shown = setCards({ ...block, cards: block.cards.slice(0, share) }, context, place);
  return {
    ...shown,
    rest: joined(shown.rest ?? [], [{ ...block, cards: block.cards.slice(share) }]),
  };
};

const setCards = (block: Cards, context: FlowContext, place: SlidePlace): SlideBody => {
  if (block.cards.length > mostCards) return setManyCards(block, context, place);
  const gap = measureOf(place, "gap", 16);
  const pad = measureOf(place, "pad", 10);
  const twoRows = block.cards.length > inRow;
  const look: CardsLook = {
    title: styleName(place, "title", "card-title"),
    text: styleName(place, "text", "body"),
    foot: styleName(place, "foot", "card-foot"),
    rule: place.look.rules["top"] ?? context.theme.blocks.box.ruleTop,
    gap,
    padding: { top: pad, side: pad, bottom: pad },
    footGap: measureOf(place, "foot-gap", 20),
    minHeight: twoRows
      ? (place.frame.height - gap) / 2
      : Math.min(place.frame.height, measureOf(place, "min-height", 0)),
  };
  const rows = cardRows(block.cards, place.frame.width, look, context);
  const items: PageItem[] = [];
  let y = 0;
  let shown = 0;
  const perRow = Math.ceil(block.cards.length / Math.max(1, rows.length));
  for (const [index, row] of rows.entries()) {
    if (index > 0 && y + row.height > place.frame.height + 0.01) break;
    items.push(...shift(row.items, 0, y));
    shown += perRow;
    y += row.height + gap;
  }
  const rest = block.cards.slice(shown);
  return {
    items,
    height: Math.max(0, y - gap),
    ...(rest.length > 0 ? { rest: [{ ...block, cards: rest }] } : {}),
  };
};

/** Two to five in a row, six in two rows, more as lines. */
export const setCardSlide: SlideSetter = amongOthers(asCards, (block, context, place) => {
  // Room for a title word that is longer than its card decides with the sizes: see `factorsOf`.
  const body = setCards(block, context, place);
  return brokenWord(block, context, place) && place.factor > 1
    ? { ...body, height: Number.POSITIVE_INFINITY }
    : body;
});

/** A larger size is not taken when the longest word of a title would have to be broken at it. */
const brokenWord = (block: Cards, context: FlowContext, place: SlidePlace): boolean => {
  const count = Math.min(block.cards.length, inRow);
  const width =
    (place.frame.width - measureOf(place, "gap", 16) * (count - 1)) / count -
    measureOf(place, "pad", 10) * 2;
  const style = styleOf(context, styleName(place, "title", "card-title"));
  return block.cards.some((card) => textExtent(card.heading.children, style, context).min > width);
};
