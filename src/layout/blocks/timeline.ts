import type { Timeline, TimelineEntry } from "../../document/index.ts";
import type { Points, Strip } from "../../theme/index.ts";
import type { BlockFlow, FlowContext, FlowItem } from "../flow.ts";
import type { PageItem } from "../page.ts";
import type { Line } from "../text/index.ts";
import { shift, spacedOut, styleOf } from "./flow-helpers.ts";
import { inBox, piece, regionHeight } from "./furniture.ts";
import { lineFrame, textLines } from "./text-frame.ts";

/**
 * Dates in one strip, what happened in another, and between them a dot for each entry on a line that joins them. Where there is
 * one strip the date stands above the text. An entry stays whole; pages break between entries.
 */
export const flowTimeline: BlockFlow<Timeline> = (block, context) =>
  flowEntries(block, context, { first: true, last: true });

/** Entries that follow one another, from the first or up to the last of a timeline or within it. */
export const flowEntries = (
  block: Timeline,
  context: FlowContext,
  order: EntryOrder,
): readonly FlowItem[] => {
  const place = placeOf(context);
  const last = block.entries.length - 1;
  const flow = block.entries.flatMap((entry, index) =>
    entryFlow(entry, context, place, {
      first: order.first && index === 0,
      last: order.last && index === last,
    }),
  );
  const after = order.last ? context.theme.page.baseline / 2 : (flow.at(-1)?.after ?? 0);
  return spacedOut(flow, 0, after);
};

export type EntryOrder = { readonly first: boolean; readonly last: boolean };

type TimelinePlace = {
  readonly date: Strip;
  readonly text: Strip;
  /** The date stands above the text. */
  readonly above: boolean;
  /** Left edges of dot and line. */
  readonly dotX: Points;
  readonly lineX: Points;
};

const placeOf = (context: FlowContext): TimelinePlace => {
  const measures = context.theme.blocks.timeline;
  const date = context.strip(measures.dateStrip);
  const text = context.strip(measures.textStrip);
  const drawn = context.theme.strips[measures.textStrip];
  if (drawn !== undefined && date.x + date.width <= text.x) {
    // The theme gives x on the page; the strip may stand elsewhere in this region.
    const moved = text.x - drawn.x;
    return {
      date,
      text,
      above: false,
      dotX: measures.dot.x + moved - measures.dot.diameter / 2,
      lineX: measures.line.x + moved,
    };
  }
  const hang = measures.dot.diameter > 0 ? measures.dot.diameter + 9 : 0;
  const inner = { x: text.x + hang, width: text.width - hang };
  const middle = text.x + measures.dot.diameter / 2;
  return {
    date: inner,
    text: inner,
    above: true,
    dotX: text.x,
    lineX: middle - measures.line.width / 2,
  };
};

const entryFlow = (
  entry: TimelineEntry,
  context: FlowContext,
  place: TimelinePlace,
  order: EntryOrder,
): readonly FlowItem[] => {
  const measures = context.theme.blocks.timeline;
  const dateStyle = inBox(styleOf(context, measures.date));
  const dates = textLines(
    {
      node: entry.id,
      part: "label",
      children: entry.date,
      style: dateStyle,
      width: place.date.width,
    },
    context,
  );
  const texts = textLines(
    {
      node: entry.id,
      children: entry.children,
      style: inBox(styleOf(context, measures.text)),
      width: place.text.width,
    },
    context,
  );
  // Above its text a date is nearer to that than to the entry before only with more space between entries.
  const isClose = place.above && measures.dot.diameter > 0;
  const afterEntry = isClose ? measures.after * 2 : measures.after;
  const parts = partsOf(dates, texts, place, regionHeight(context) - afterEntry);
  return parts.map((part, index) => {
    const last = index === parts.length - 1;
    const dotY = part.baseline - dateStyle.size * 0.24;
    const after = last && !order.last ? afterEntry : 0;
    // From dot to dot: an entry draws the line from its own top to the top of the next one.
    const from = order.first && index === 0 ? dotY : 0;
    const to = last && order.last ? (index === 0 ? dotY : 0) : part.height + after;
    const marks =
      measures.dot.diameter > 0
        ? [
            ...lineOf(context, place, { from, to }),
            ...(index === 0 ? [dotOf(context, place, dotY)] : []),
          ]
        : [];
    return { ...piece(entry.id, part.height, [...marks, ...part.items]), after };
  });
};

type EntryPart = {
  readonly items: readonly PageItem[];
  readonly height: Points;
  readonly baseline: Points;
};

/** One part, but for an entry that no page can hold. */
const partsOf = (
  dates: readonly Line[],
  texts: readonly Line[],
  place: TimelinePlace,
  limit: Points,
): readonly EntryPart[] => {
  const whole = partOf(dates, texts, place);
  if (whole.height <= limit) return [whole];
  const chunk = 8;
  const parts: EntryPart[] = [];
  const dateChunk = place.above ? dates.length : chunk;
  for (let at = 0, dateAt = 0; at < texts.length || dateAt < dates.length; ) {
    parts.push(partOf(dates.slice(dateAt, dateAt + dateChunk), texts.slice(at, at + chunk), place));
    at += chunk;
    dateAt += dateChunk;
  }
  return parts;
};

const partOf = (
  dateLines: readonly Line[],
  textLinesOf: readonly Line[],
  place: TimelinePlace,
): EntryPart => {
  const date = lineFrame(dateLines);
  const text = lineFrame(textLinesOf);
  if (place.above) {
    return {
      items: [
        ...shift(date.items, place.date.x, 0),
        ...shift(text.items, place.text.x, date.height),
      ],
      height: date.height + text.height,
      baseline: date.height > 0 ? date.baseline : text.baseline,
    };
  }
  const baseline = Math.max(date.baseline, text.baseline);
  const dateTop = date.height > 0 ? baseline - date.baseline : 0;
  const textTop = text.height > 0 ? baseline - text.baseline : 0;
  return {
    items: [
      ...shift(date.items, place.date.x, dateTop),
      ...shift(text.items, place.text.x, textTop),
    ],
    height: Math.max(dateTop + date.height, textTop + text.height),
    baseline,
  };
};

const dotOf = (context: FlowContext, place: TimelinePlace, middle: Points): PageItem => {
  const { diameter, colour } = context.theme.blocks.timeline.dot;
  return {
    kind: "disc",
    tag: { artifact: "layout" },
    x: place.dotX,
    y: middle - diameter / 2,
    diameter,
    colour,
  };
};

const lineOf = (
  context: FlowContext,
  place: TimelinePlace,
  reach: { readonly from: Points; readonly to: Points },
): readonly PageItem[] => {
  const { width, colour } = context.theme.blocks.timeline.line;
  const height = reach.to - reach.from;
  if (height <= 0) return [];
  return [
    {
      kind: "box",
      tag: { artifact: "layout" },
      x: place.lineX,
      y: reach.from,
      width,
      height,
      colour,
    },
  ];
};
