import type { Decision, DecisionField, DecisionRow } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { BlockFlow, FlowContext, FlowItem } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { breakCost, shift, spacedOut, styleOf, together } from "./flow-helpers.ts";
import { fillAt, inBox, piece, ruleAt, ruleWidth } from "./furniture.ts";
import { textFrame, textWidth } from "./text-frame.ts";

/**
 * A tinted box that is kept whole: what is to be decided, boxes to tick, lines to sign on. Only one that is taller than a page is
 * divided, between its rows.
 */
export const flowDecision: BlockFlow<Decision> = (block, context) => {
  const { box } = context.theme.blocks;
  const strip = context.strip("main");
  const left = strip.x + box.padding.left;
  const inner = strip.width - box.padding.left - box.padding.right;
  const opening = ruleWidth(context, box.ruleTop) + box.padding.top;
  const heading = headingPart(block, inner, context);
  const parts: readonly Part[] = [
    heading,
    ...block.rows.map((row) => rowPart(row, inner, context)),
    fieldsPart(block.fields, inner, context),
  ].filter((part) => part.height > 0);
  const pieces = parts.map((part, index): FlowItem => {
    const top = index === 0 ? opening : 0;
    const bottom = index === parts.length - 1 ? box.padding.bottom : 0;
    const height = top + part.height + bottom;
    const line = { x: strip.x, y: 0, width: strip.width };
    const items = [
      fillAt(box.fill, { ...line, height }),
      ...(index === 0 ? [ruleAt(context, box.ruleTop, line)] : []),
      ...shift(part.items, left, top),
    ];
    return piece(part.node, height, items, part === heading ? breakCost.heading : 0);
  });
  const space = context.theme.page.baseline;
  return spacedOut(together(pieces), space * 0.875, space * 0.5);
};

type Part = {
  readonly node: string;
  readonly items: readonly PageItem[];
  readonly height: Points;
};

const headingPart = (block: Decision, width: Points, context: FlowContext): Part => {
  const style = inBox(styleOf(context, block.heading.role ?? "h2"));
  const { id, children } = block.heading;
  const frame = textFrame({ node: id, children, style, width }, context);
  const after = frame.height > 0 ? Math.max(style.after, context.theme.page.baseline / 4) : 0;
  return { node: block.id, items: frame.items, height: frame.height + after };
};

/** The recommendation, when there is more than one, and under it the boxes to tick. */
const rowPart = (row: DecisionRow, width: Points, context: FlowContext): Part => {
  const style = inBox(styleOf(context, "decision-text"));
  const text = textFrame({ node: row.id, children: row.text ?? [], style, width }, context);
  const textHeight = text.height > 0 ? text.height + style.after / 2 : 0;
  const choices = choiceLines(row, width, context);
  return {
    node: row.id,
    items: [...text.items, ...shift(choices.items, 0, textHeight)],
    height: textHeight + choices.height + (choices.height > 0 ? style.after : 0),
  };
};

/** Choices stand at equal steps; where their words are long they take more steps, then more lines. */
const choiceLines = (
  row: DecisionRow,
  width: Points,
  context: FlowContext,
): { readonly items: readonly PageItem[]; readonly height: Points } => {
  const measures = context.theme.blocks.decision.choice;
  const style = inBox(styleOf(context, "decision-text"));
  const indent = measures.box + measures.gap;
  const widest = Math.max(
    0,
    ...row.choices.map((children) =>
      textWidth({ node: row.id, part: "choice", children, style, width }, context),
    ),
  );
  const step = Math.min(width, Math.max(measures.step, indent + widest + measures.gap * 2));
  const perLine = Math.max(1, Math.floor((width + measures.gap * 2) / step));
  const items: PageItem[] = [];
  let y = 0;
  for (let start = 0; start < row.choices.length; start += perLine) {
    let height = 0;
    for (const [index, children] of row.choices.slice(start, start + perLine).entries()) {
      const x = index * step;
      const label = textFrame(
        {
          node: row.id,
          part: "choice",
          children,
          style,
          width: Math.min(step, width - x) - indent,
        },
        context,
      );
      // Middle of the box on the middle of capitals, about 0.7 em high.
      const boxTop = y + label.baseline - style.size * 0.35 - measures.box / 2;
      items.push(choiceBox(row, x, boxTop, context), ...shift(label.items, x + indent, y));
      height = Math.max(height, label.height);
    }
    y += height;
  }
  return { items, height: y };
};

/** No text font has U+2610, so it is drawn and says what it is. */
const choiceBox = (row: DecisionRow, x: Points, y: Points, context: FlowContext): PageItem => {
  const { box, line } = context.theme.blocks.decision.choice;
  return {
    kind: "outline",
    tag: { node: row.id, part: "choice" },
    x: x + line / 2,
    y: y + line / 2,
    width: box - line,
    height: box - line,
    line,
    colour: context.theme.colours["ink"] ?? "000000",
    actualText: "\u2610",
  };
};

const fieldsPart = (
  fields: readonly DecisionField[],
  width: Points,
  context: FlowContext,
): Part => {
  const items: PageItem[] = [];
  let y = 0;
  for (const field of fields) {
    const part = fieldPart(field, width, context);
    items.push(...shift(part.items, 0, y));
    y += part.height;
  }
  return { node: fields[0]?.id ?? "", items, height: y };
};

const fieldPart = (field: DecisionField, width: Points, context: FlowContext): Part => {
  const { signature } = context.theme.blocks.decision;
  const style = inBox(styleOf(context, signature.label));
  const below = width - signature.labelWidth < signature.labelWidth;
  const labelWidth = below ? width : signature.labelWidth - 8;
  const label = textFrame(
    { node: field.id, part: "label", children: field.label, style, width: labelWidth },
    context,
  );
  const valueX = below ? 0 : signature.labelWidth;
  const valueTop = below ? label.height : 0;
  const valueWidth = width - valueX;
  if (field.value === undefined) {
    const baseline = below ? valueTop + style.leading * 0.75 : label.baseline;
    const line: PageItem = {
      kind: "box",
      tag: { artifact: "layout" },
      x: valueX,
      y: baseline + 0.8,
      width: Math.min(signature.lineWidth, valueWidth),
      height: signature.line,
      colour: context.theme.colours["ink"] ?? "000000",
    };
    const height = below ? valueTop + style.leading : label.height;
    return { node: field.id, items: [...label.items, line], height };
  }
  const value = textFrame(
    {
      node: field.id,
      part: "value",
      children: field.value,
      style: { ...style, weight: styleOf(context, "body").weight },
      width: valueWidth,
    },
    context,
  );
  return {
    node: field.id,
    items: [...label.items, ...shift(value.items, valueX, valueTop)],
    height: below ? valueTop + value.height : Math.max(label.height, value.height),
  };
};
