import type { Card, Cards } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { flowBlocks, narrowed, shift, stack, styleOf } from "./flow-helpers.ts";
import { inBox, ruleAt, ruleWidth } from "./furniture.ts";
import type { SlideBody, SlidePlace } from "./slide-look.ts";
import { styleName } from "./slide-look.ts";
import { fittingRows } from "./slide-rows.ts";
import { withText } from "./table-cells.ts";
import { emptyFrame, textFrame } from "./text-frame.ts";

/** Many cards are read better as lines: title, text, foot, a hairline between. */
export const setCardLines = (block: Cards, context: FlowContext, place: SlidePlace): SlideBody => {
  const lines = block.cards.map((card, index) => cardLine(card, index === 0, context, place));
  const closing = ruleWidth(context, "section");
  const count = fittingRows(lines, place.frame.height - closing);
  const items: PageItem[] = [];
  let y = 0;
  for (const line of lines.slice(0, count)) {
    items.push(...shift(line.items, 0, y));
    y += line.height;
  }
  items.push(ruleAt(context, "section", { x: 0, y, width: place.frame.width }));
  const rest = block.cards.slice(count);
  return {
    items,
    height: y + closing,
    ...(rest.length > 0 ? { rest: [{ ...block, cards: rest }] } : {}),
  };
};

const cardLine = (
  card: Card,
  first: boolean,
  context: FlowContext,
  place: SlidePlace,
): { readonly items: readonly PageItem[]; readonly height: Points } => {
  const { width } = place.frame;
  const gap = 16;
  const title = inBox(styleOf(context, styleName(place, "title", "card-title")));
  const footStyle = inBox(styleOf(context, styleName(place, "foot", "card-foot")));
  const text = inBox(styleOf(context, styleName(place, "text", "body")));
  const footWidth = width * 0.25;
  const hasText = card.children.length > 0;
  const titleWidth = (width - footWidth) * (hasText ? 0.45 : 1) - gap;
  const heading = textFrame(
    { node: card.heading.id, children: card.heading.children, style: title, width: titleWidth },
    context,
  );
  const bodyX = titleWidth + gap;
  const bodyWidth = width - footWidth - bodyX - gap;
  const body = hasText
    ? stack(flowBlocks(card.children, withText(narrowed(context, bodyWidth), text)))
    : emptyFrame;
  const foot = card.foot
    ? textFrame(
        { node: card.id, part: "foot", children: card.foot, style: footStyle, width: footWidth },
        context,
      )
    : emptyFrame;
  const rule = first ? "section" : "hair";
  const pad = title.leading / 4;
  const top = ruleWidth(context, rule) + pad;
  return {
    items: [
      ruleAt(context, rule, { x: 0, y: 0, width }),
      ...shift(heading.items, 0, top),
      ...shift(body.items, bodyX, top),
      ...shift(foot.items, width - footWidth, top),
    ],
    height: top + Math.max(heading.height, body.height, foot.height) + pad,
  };
};
