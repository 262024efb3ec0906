import type { Block } from "../../document/index.ts";
import type { FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { flowBlocks, narrowed, shift, stack, styleOf } from "./flow-helpers.ts";
import { inBox, ruleAt, ruleWidth } from "./furniture.ts";
import type { SlideBody, SlidePlace } from "./slide-look.ts";
import { inFrame, measureOf, styleName } from "./slide-look.ts";
import type { RowsLook, SetRow } from "./slide-rows.ts";
import { fittingRows, pileRows, rowsOf, setRow } from "./slide-rows.ts";
import { withText } from "./table-cells.ts";

/** A few large points, each under a rule, its number in the label column. */
export const setStatement = (
  blocks: readonly Block[],
  context: FlowContext,
  place: SlidePlace,
): SlideBody => {
  const text = styleOf(context, styleName(place, "text", "statement"));
  const look: RowsLook = {
    x: 0,
    width: place.frame.width,
    textX: inFrame(place, "text-x", place.main.x),
    text,
    number: styleOf(context, styleName(place, "number", "statement-number")),
    padTop: measureOf(place, "pad-top", 16),
    padBottom: measureOf(place, "pad-bottom", 20),
    first: place.look.rules["first"] ?? "section",
    between: place.look.rules["between"] ?? "hair",
  };
  const rows = rowsOf(blocks);
  const set = rows.map((row, index) => setRow(row, look, index === 0, context));
  const count = fittingRows(set, place.frame.height);
  const pile = pileRows(set.slice(0, count), place.frame.height, text.leading);
  const rest = rows[count]?.from();
  return { ...pile, ...(rest === undefined ? {} : { rest }) };
};

/** A list at the right, what is to be said of it at the left; long lists of short items stand in columns. */
export const setList = (
  blocks: readonly Block[],
  context: FlowContext,
  place: SlidePlace,
): SlideBody => {
  const first = blocks.findIndex((block) => block.kind === "list");
  if (first < 0) return setStatement(blocks, context, place);
  const label = setLabel(blocks.slice(0, first), context, place);
  const shown = blocks.slice(first);
  const x = inFrame(place, "text-x", place.main.x);
  const most = place.frame.width - x > context.theme.page.width * 0.4 ? 3 : 1;
  let body = listColumns(shown, context, place, { x, columns: 1 });
  for (let columns = 2; columns <= most && body.rest !== undefined; columns += 1) {
    body = listColumns(shown, context, place, { x, columns });
  }
  return {
    ...body,
    items: [...label.items, ...body.items],
    height: Math.max(label.height, body.height),
  };
};

const setLabel = (blocks: readonly Block[], context: FlowContext, place: SlidePlace): SetRow => {
  if (blocks.length === 0) return { items: [], height: 0 };
  const style = styleOf(context, styleName(place, "label", "small"));
  const x = inFrame(place, "label-x", 0);
  const width = measureOf(place, "label-width", 188);
  const rule = place.look.rules["first"] ?? "section";
  const inside = withText(narrowed(context, width), {
    ...inBox(style),
    after: style.leading / 2,
  });
  const text = stack(flowBlocks(blocks, inside));
  const top = ruleWidth(context, rule) + measureOf(place, "pad-top", 7);
  return {
    items: [ruleAt(context, rule, { x, y: 0, width }), ...shift(text.items, x, top)],
    height: top + text.height,
  };
};

const listColumns = (
  blocks: readonly Block[],
  context: FlowContext,
  place: SlidePlace,
  { x, columns }: { readonly x: number; readonly columns: number },
): SlideBody => {
  const gap = 24;
  const width = (place.frame.width - x - gap * (columns - 1)) / columns;
  const text = styleOf(context, styleName(place, "text", "list"));
  const rows = rowsOf(blocks);
  const numbered = rows.some((row) => row.label !== undefined);
  const look: RowsLook = {
    x: 0,
    width,
    textX: numbered ? text.size * 2 : 0,
    text,
    number: text,
    padTop: measureOf(place, "pad-top", 7),
    padBottom: measureOf(place, "pad-bottom", 8),
    first: place.look.rules["first"] ?? "section",
    between: place.look.rules["between"] ?? "hair",
  };
  const items: PageItem[] = [];
  let height = 0;
  let next = 0;
  const even = Math.ceil(rows.length / columns);
  for (let column = 0; column < columns && next < rows.length; column += 1) {
    const start = next;
    const wanted = rows.slice(start, start + even);
    const set = wanted.map((row, index) => setRow(row, look, index === 0, context));
    const count = fittingRows(set, place.frame.height - 1);
    const pile = pileRows(set.slice(0, count), place.frame.height - 1, 0);
    const left = x + column * (width + gap);
    items.push(
      ...shift(pile.items, left, 0),
      ruleAt(context, look.between, { x: left, y: pile.height, width }),
    );
    height = Math.max(height, pile.height + ruleWidth(context, look.between));
    next = start + count;
  }
  const rest = rows[next]?.from();
  return { items, height, ...(rest === undefined ? {} : { rest }) };
};
