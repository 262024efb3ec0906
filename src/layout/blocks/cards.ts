import type { Card, Cards } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { BlockFlow, FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import {
  breakCost,
  flowBlocks,
  narrowed,
  shift,
  spacedOut,
  stack,
  styleOf,
} from "./flow-helpers.ts";
import { fillAt, inBox, piece, regionHeight, ruleAt, ruleWidth } from "./furniture.ts";
import { withText } from "./table-cells.ts";
import type { Frame } from "./text-frame.ts";
import { emptyFrame, textFrame } from "./text-frame.ts";

export type CardsLook = {
  readonly title: string;
  readonly text: string;
  readonly foot: string;
  readonly rule: string;
  readonly gap: Points;
  readonly padding: { readonly top: Points; readonly side: Points; readonly bottom: Points };
  /** Least distance of the foot line from what is above it. */
  readonly footGap: Points;
  readonly minHeight: Points;
};

/** Equal boxes in rows; a page may part the rows. */
export const flowCards: BlockFlow<Cards> = (block, context) => {
  const { box } = context.theme.blocks;
  const space = context.theme.page.baseline;
  const look: CardsLook = {
    title: "card-title",
    text: "card-text" in context.theme.styles ? "card-text" : "body",
    foot: "card-foot",
    rule: box.ruleTop,
    gap: box.padding.left,
    padding: { top: box.padding.top, side: box.padding.left, bottom: box.padding.bottom },
    footGap: space * 0.5,
    minHeight: 0,
  };
  const strip = context.strip(block.cards.length > 3 ? "wide" : "main");
  const rows = cardRows(block.cards, strip.width, look, context);
  const tallest = Math.max(0, ...rows.map((row) => row.height));
  if (tallest > regionHeight(context))
    return block.cards.flatMap((card) => looseCard(card, look, context));
  const flow = rows.map((row, index) => ({
    ...piece(row.node, row.height, shift(row.items, strip.x, 0)),
    after: index === rows.length - 1 ? 0 : look.gap,
  }));
  return spacedOut(flow, space, space);
};

/** A card that no page holds as a box is set as text with its heading. */
const looseCard = (card: Card, look: CardsLook, context: FlowContext) => {
  const strip = context.strip("main");
  const title = textFrame(
    {
      node: card.heading.id,
      children: card.heading.children,
      style: inBox(styleOf(context, look.title)),
      width: strip.width,
    },
    context,
  );
  const foot = textFrame(
    {
      node: card.id,
      part: "foot",
      children: card.foot ?? [],
      style: inBox(styleOf(context, look.foot)),
      width: strip.width,
    },
    context,
  );
  const space = context.theme.page.baseline / 2;
  const rows = [
    {
      ...piece(card.id, title.height, shift(title.items, strip.x, 0), breakCost.heading),
      before: space * 2,
    },
    ...flowBlocks(card.children, context),
    { ...piece(card.id, foot.height, shift(foot.items, strip.x, 0)), after: space },
  ];
  return rows.filter((row) => row.height > 0);
};

export type CardRow = {
  readonly node: string;
  readonly items: readonly PageItem[];
  readonly height: Points;
};

/** Up to five in a row, six in two rows of three, more in rows of four; fewer where they would be too narrow to read. */
export const cardsPerRow = (
  count: number,
  width: Points,
  narrowest: Points,
  gap: Points,
): number => {
  const wished = count <= 5 ? count : count === 6 ? 3 : 4;
  const room = Math.max(1, Math.floor((width + gap) / (narrowest + gap)));
  if (wished <= room) return Math.max(1, wished);
  return Math.ceil(count / Math.ceil(count / room));
};

export const cardRows = (
  cards: readonly Card[],
  width: Points,
  look: CardsLook,
  context: FlowContext,
): readonly CardRow[] => {
  const narrowest = styleOf(context, look.title).size * 7 + look.padding.side * 2;
  const perRow = cardsPerRow(cards.length, width, narrowest, look.gap);
  const cardWidth = (width - look.gap * (perRow - 1)) / perRow;
  const rows: CardRow[] = [];
  for (let start = 0; start < cards.length; start += perRow) {
    rows.push(cardRow(cards.slice(start, start + perRow), cardWidth, look, context));
  }
  return rows;
};

const cardRow = (
  cards: readonly Card[],
  width: Points,
  look: CardsLook,
  context: FlowContext,
): CardRow => {
  const inner = width - look.padding.side * 2;
  const opening = ruleWidth(context, look.rule) + look.padding.top;
  const set = cards.map((card) => setCard(card, inner, look, context));
  const height = Math.max(
    look.minHeight,
    ...set.map(
      ({ body, foot }) =>
        opening +
        body.height +
        (foot.height > 0 ? look.footGap + foot.height : 0) +
        look.padding.bottom,
    ),
  );
  const items = set.flatMap(({ body, foot }, index) => {
    const x = index * (width + look.gap);
    const left = x + look.padding.side;
    return [
      fillAt(context.theme.blocks.box.fill, { x, y: 0, width, height }),
      ruleAt(context, look.rule, { x, y: 0, width }),
      ...shift(body.items, left, opening),
      ...shift(foot.items, left, height - look.padding.bottom - foot.height),
    ];
  });
  return { node: cards[0]?.id ?? "", items, height };
};

const setCard = (
  card: Card,
  width: Points,
  look: CardsLook,
  context: FlowContext,
): {
  readonly body: { readonly items: readonly PageItem[]; readonly height: Points };
  readonly foot: Frame;
} => {
  const titleStyle = inBox(styleOf(context, look.title));
  const { id, children } = card.heading;
  const title = textFrame({ node: id, children, style: titleStyle, width }, context);
  const inside = withText(narrowed(context, width), inBox(styleOf(context, look.text)));
  const text = stack(flowBlocks(card.children, inside));
  const textTop =
    title.height > 0 && text.height > 0
      ? title.height + Math.max(titleStyle.after, titleStyle.leading / 4)
      : title.height;
  const foot =
    card.foot === undefined
      ? emptyFrame
      : textFrame(
          {
            node: card.id,
            part: "foot",
            children: card.foot,
            style: inBox(styleOf(context, look.foot)),
            width,
          },
          context,
        );
  return {
    body: {
      items: [...title.items, ...shift(text.items, 0, textTop)],
      height: textTop + text.height,
    },
    foot,
  };
};
