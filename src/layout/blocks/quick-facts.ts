import type { QuickFact, QuickFacts } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { BlockFlow, FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { shift, spacedOut, styleOf } from "./flow-helpers.ts";
import { fillAt, inBox, piece, ruleAt, ruleWidth } from "./furniture.ts";
import { textExtent, textFrame } from "./text-frame.ts";

/** A box with a rule on top: heading, then each fact under a hairline, its label above its value. Never divided. */
export const flowQuickFacts: BlockFlow<QuickFacts> = (block, context) => {
  const { box, quickFacts: measures } = context.theme.blocks;
  const strip = context.strip("main");
  const inner = strip.width - box.padding.left - box.padding.right;
  const opening = ruleWidth(context, box.ruleTop);
  const headingStyle = inBox(styleOf(context, measures.heading));
  const heading = textFrame(
    { node: block.heading.id, children: block.heading.children, style: headingStyle, width: inner },
    context,
  );
  const top = opening + box.padding.top;
  const rows = factRows(block.facts, inner, context);
  const facts: PageItem[] = [];
  let y = top + heading.height + (heading.height > 0 ? headingStyle.after : 0);
  rows.forEach((row) => {
    facts.push(...shift(row.items, strip.x + box.padding.left, y));
    y += row.height;
  });
  const height = y + box.padding.bottom;
  const space = context.theme.page.baseline;
  const items = [
    fillAt(box.fill, { x: strip.x, y: 0, width: strip.width, height }),
    ruleAt(context, box.ruleTop, { x: strip.x, y: 0, width: strip.width }),
    ...shift(heading.items, strip.x + box.padding.left, top),
    ...facts,
  ];
  return spacedOut([piece(block.id, height, items)], space, space);
};

type Row = { readonly items: readonly PageItem[]; readonly height: Points };

const factRows = (
  facts: readonly QuickFact[],
  width: Points,
  context: FlowContext,
): readonly Row[] => {
  const { box, quickFacts: measures } = context.theme.blocks;
  const gap = box.padding.left;
  const widest = styleOf(context, measures.value).size * 6;
  const most = Math.min(measures.columns, facts.length, Math.floor((width + gap) / (widest + gap)));
  const widths = factColumns(facts, { width, gap, most: Math.max(1, most) }, context);
  const rows: Row[] = [];
  for (let start = 0; start < facts.length; start += widths.length) {
    rows.push(factRow(facts.slice(start, start + widths.length), widths, gap, context));
  }
  return rows;
};

/** As many columns as hold each value on a line, equal where that does; one column is there always. */
const factColumns = (
  facts: readonly QuickFact[],
  room: { readonly width: Points; readonly gap: Points; readonly most: number },
  context: FlowContext,
): readonly Points[] => {
  const style = inBox(styleOf(context, context.theme.blocks.quickFacts.value));
  const values = facts.map((fact) => textExtent(fact.value, style, context).max + 0.1);
  for (let count = room.most; count > 1; count -= 1) {
    const free = room.width - room.gap * (count - 1);
    const needs = Array.from({ length: count }, (_, column) =>
      Math.max(0, ...values.filter((_value, index) => index % count === column)),
    );
    const spare = free - needs.reduce((sum, need) => sum + need, 0);
    if (needs.every((need) => need <= free / count)) return needs.map(() => free / count);
    if (spare >= 0) return needs.map((need) => need + spare / count);
  }
  return [room.width];
};

/** Labels hang from the hairline, values stand on one baseline. */
const factRow = (
  facts: readonly QuickFact[],
  widths: readonly Points[],
  gap: Points,
  context: FlowContext,
): Row => {
  const measures = context.theme.blocks.quickFacts;
  const labelStyle = inBox(styleOf(context, measures.label));
  const valueStyle = inBox(styleOf(context, measures.value));
  const widthOf = (index: number): Points => widths[index] ?? 1;
  const frames = facts.map((fact, index) => ({
    label: textFrame(
      {
        node: fact.id,
        part: "label",
        children: fact.label,
        style: labelStyle,
        width: widthOf(index),
      },
      context,
    ),
    value: textFrame(
      {
        node: fact.id,
        part: "value",
        children: fact.value,
        style: valueStyle,
        width: widthOf(index),
      },
      context,
    ),
  }));
  const labelTop = ruleWidth(context, "hair") + measures.gap;
  const valueTop = labelTop + Math.max(...frames.map((frame) => frame.label.height));
  const height =
    valueTop + Math.max(...frames.map((frame) => frame.value.height)) + valueStyle.after;
  let next = 0;
  const items = frames.flatMap(({ label, value }, index) => {
    const x = next;
    const width = widthOf(index);
    next += width + gap;
    return [
      ruleAt(context, "hair", { x, y: 0, width }),
      ...shift(label.items, x, labelTop),
      ...shift(value.items, x, valueTop),
    ];
  });
  return { items, height };
};
