import type { KeyValue, KeyValues } from "../../document/index.ts";
import type { Points, Strip } from "../../theme/index.ts";
import type { BlockFlow, FlowContext, FlowItem } from "../flow.ts";
import {
  flowBlocks,
  narrowed,
  shift,
  spacedOut,
  stack,
  styleOf,
  together,
} from "./flow-helpers.ts";
import { heightOf, inBox, piece, regionHeight, ruleAt, ruleWidth } from "./furniture.ts";
import { withText } from "./table-cells.ts";
import { emptyFrame, textFrame } from "./text-frame.ts";

/**
 * Labels at the left edge, values on the second edge, a hairline between the rows (routing of a note). Kept whole when it
 * fits half a page.
 */
export const flowKeyValues: BlockFlow<KeyValues> = (block, context) => {
  const measures = context.theme.blocks.keyValues;
  const strip = context.strip(styleOf(context, measures.label).strip);
  const count = block.entries.length;
  const rows = block.entries.map((entry, index) =>
    entryRow(entry, context, strip, { first: index === 0, last: index === count - 1 }),
  );
  const space = context.theme.page.baseline / 2;
  const whole = heightOf(rows) <= regionHeight(context) / 2;
  return spacedOut(whole ? together(rows) : rows, space, space);
};

const entryRow = (
  entry: KeyValue,
  context: FlowContext,
  strip: Strip,
  place: { readonly first: boolean; readonly last: boolean },
): FlowItem => {
  const measures = context.theme.blocks.keyValues;
  const columns = columnsOf(strip, measures.labelWidth);
  const opening = place.first ? ruleWidth(context, measures.aboveAndBelow) : 0;
  const closing = place.last ? measures.aboveAndBelow : measures.between;
  const label = textFrame(
    {
      node: entry.id,
      part: "label",
      children: entry.label,
      style: inBox(styleOf(context, measures.label)),
      width: columns.labelWidth,
    },
    context,
  );
  const valueContext = withText(
    narrowed(context, columns.valueWidth),
    inBox(styleOf(context, measures.value)),
  );
  const flow = flowBlocks(entry.value, valueContext);
  const value = flow.length === 0 ? emptyFrame : stack(flow);
  const top = opening + measures.rowPadding;
  const valueTop = columns.stacked ? top + label.height : top;
  const bottom =
    (columns.stacked ? valueTop + value.height : top + Math.max(label.height, value.height)) +
    measures.rowPadding;
  const line = { x: strip.x, width: strip.width };
  return piece(entry.id, bottom + ruleWidth(context, closing), [
    ...(place.first ? [ruleAt(context, measures.aboveAndBelow, { ...line, y: 0 })] : []),
    ...shift(label.items, strip.x, top),
    ...shift(value.items, columns.valueX, valueTop),
    ruleAt(context, closing, { ...line, y: bottom }),
  ]);
};

/** In a narrow place the value stands under its label. */
const columnsOf = (
  strip: Strip,
  labelWidth: Points,
): {
  readonly stacked: boolean;
  readonly labelWidth: Points;
  readonly valueX: Points;
  readonly valueWidth: Points;
} => {
  const valueWidth = strip.width - labelWidth;
  if (valueWidth < labelWidth * 0.75) {
    return { stacked: true, labelWidth: strip.width, valueX: strip.x, valueWidth: strip.width };
  }
  // The label keeps a gap to its value.
  return { stacked: false, labelWidth: labelWidth - 8, valueX: strip.x + labelWidth, valueWidth };
};
