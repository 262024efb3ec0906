import type { Block, Timeline, TimelineEntry } from "../../document/index.ts";
import { mostThatFit } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { shift, styleOf } from "./flow-helpers.ts";
import { inBox, ruleAt, ruleWidth } from "./furniture.ts";
import type { SlideBody, SlidePlace, SlideSetter } from "./slide-look.ts";
import { measureOf, styleName } from "./slide-look.ts";
import { amongOthers } from "./slide-plain.ts";
import type { YearGroup } from "./slide-years.ts";
import { chunkByHeight, columnsWithin, yearGroups } from "./slide-years.ts";
import { textFrame } from "./text-frame.ts";

/** Years side by side, each under a rule; a year of many entries takes two columns. */
const setTimeline = (block: Timeline, context: FlowContext, place: SlidePlace): SlideBody => {
  const gap = measureOf(place, "gap", 16);
  const text = styleOf(context, styleName(place, "text", "body"));
  const most = columnsWithin(place.frame.width, text.size * 9, gap);
  const groups = yearGroups(block.entries, measureOf(place, "two-columns-over", 4), most);
  for (let count = shareOf(groups, most); count > 0; count -= 1) {
    const body = setYears(groups.slice(0, count), context, place, { gap, most });
    const fits = body.height <= place.frame.height + 0.01;
    if (!fits && count > 1) continue;
    const rest = groups.slice(count).flatMap((group) => group.entries);
    if (fits) return withRest(body, block, rest);
  }
  return setOneYear(block, groups, context, place, { gap, most });
};

type Columns = { readonly gap: Points; readonly most: number };

const withRest = (body: SlideBody, block: Timeline, rest: readonly TimelineEntry[]): SlideBody =>
  rest.length > 0 ? { ...body, rest: [{ ...block, entries: rest }] } : body;

/** How many years this slide shows, when what there is is shared evenly among as few slides as can be. */
const shareOf = (groups: readonly YearGroup[], most: number): number => {
  const total = groups.reduce((sum, group) => sum + group.span, 0);
  const share = Math.ceil(total / Math.ceil(total / most));
  let taken = 0;
  let count = 0;
  for (const group of groups) {
    if (count > 0 && taken + group.span > share) break;
    taken += group.span;
    count += 1;
  }
  return count;
};

/** The first year, as much of it as has room. */
const setOneYear = (
  block: Timeline,
  groups: readonly YearGroup[],
  context: FlowContext,
  place: SlidePlace,
  columns: Columns,
): SlideBody => {
  const first = groups[0];
  if (first === undefined) return { items: [], height: 0 };
  const part = (count: number): SlideBody => {
    const shown = { ...first, span: columns.most, entries: first.entries.slice(0, count) };
    return setYears([shown], context, place, columns);
  };
  const fits = (count: number): boolean => part(count).height <= place.frame.height + 0.01;
  const count = mostThatFit(first.entries.length - 1, fits);
  if (count > 0) return withRest(part(count), block, block.entries.slice(count));
  const alone = setYears(
    [{ ...first, entries: first.entries.slice(0, 1) }],
    context,
    place,
    columns,
  );
  return withRest(alone, block, block.entries.slice(1));
};

const setYears = (
  groups: readonly YearGroup[],
  context: FlowContext,
  place: SlidePlace,
  { gap }: Columns,
): SlideBody => {
  const spans = groups.reduce((sum, group) => sum + group.span, 0);
  // One or two columns across the whole slide would be hard to read.
  const count = Math.max(spans, 3);
  const width = (place.frame.width - gap * (count - 1)) / count;
  const items: PageItem[] = [];
  let x = 0;
  let height = 0;
  for (const group of groups) {
    const set = setYear(group, context, place, { width, gap });
    items.push(...shift(set.items, x, 0));
    height = Math.max(height, set.height);
    x += group.span * (width + gap);
  }
  return { items, height };
};

type Column = { readonly width: Points; readonly gap: Points };

const setYear = (
  group: YearGroup,
  context: FlowContext,
  place: SlidePlace,
  { width, gap }: Column,
): { readonly items: readonly PageItem[]; readonly height: Points } => {
  const rule = place.look.rules["above"] ?? "section";
  const full = group.span * width + (group.span - 1) * gap;
  const style = inBox(styleOf(context, styleName(place, "year", "h3")));
  const year = textFrame(
    {
      node: group.entries[0]?.id ?? "",
      part: "label",
      children: [{ kind: "text", value: group.year }],
      style,
      width: full,
    },
    context,
  );
  const yearTop = ruleWidth(context, rule) + style.size / 6;
  const top = yearTop + year.height + style.after;
  const entries = group.entries.map((entry) => setEntry(entry, width, context, place));
  const items: PageItem[] = [
    ruleAt(context, rule, { x: 0, y: 0, width: full }),
    ...shift(year.items, 0, yearTop),
  ];
  let height = top;
  for (const [column, chunk] of chunkByHeight(entries, group.span).entries()) {
    let y = top;
    for (const [index, entry] of chunk.entries()) {
      items.push(...shift(entry.items, column * (width + gap), y));
      y += entry.height + (index < chunk.length - 1 ? entry.after : 0);
    }
    height = Math.max(height, y);
  }
  return { items, height };
};

type SetEntry = {
  readonly items: readonly PageItem[];
  readonly height: Points;
  readonly after: Points;
};

const setEntry = (
  entry: TimelineEntry,
  width: Points,
  context: FlowContext,
  place: SlidePlace,
): SetEntry => {
  const dateStyle = inBox(styleOf(context, styleName(place, "date", "timeline-date")));
  const textStyle = inBox(styleOf(context, styleName(place, "text", "timeline-text")));
  const date = textFrame(
    { node: entry.id, part: "label", children: entry.dateInYear, style: dateStyle, width },
    context,
  );
  const text = textFrame(
    { node: entry.id, children: entry.children, style: textStyle, width },
    context,
  );
  return {
    items: [...date.items, ...shift(text.items, 0, date.height)],
    height: date.height + text.height,
    after: textStyle.after,
  };
};

const asTimeline = (block: Block): Timeline | undefined =>
  block.kind === "timeline" ? block : undefined;

export const setTimelineSlide: SlideSetter = amongOthers(asTimeline, setTimeline);
