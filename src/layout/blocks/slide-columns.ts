import type { Block, Column, Columns, Section } from "../../document/index.ts";
import { partedWhere } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";
import type { ColumnsLook } from "./columns.ts";
import { columnsIn, setColumns } from "./columns.ts";
import { narrowed, styleOf } from "./flow-helpers.ts";
import { inBox } from "./furniture.ts";
import type { SlideBody, SlidePlace, SlideSetter } from "./slide-look.ts";
import { asSaid, measureOf, styleName } from "./slide-look.ts";
import { amongOthers, fitsIn } from "./slide-plain.ts";
import { withText } from "./table-cells.ts";

const setBeside = (block: Columns, context: FlowContext, place: SlidePlace): SlideBody => {
  const text = inBox(styleOf(context, styleName(place, "text", "body")));
  const head = styleOf(context, styleName(place, "head", "h3"));
  const gap = measureOf(place, "gap", 32);
  const look: ColumnsLook = {
    widths: columnsIn(block.columns, place.frame.width, gap),
    gap,
    head,
    above: place.look.rules["above"] ?? "section",
    padTop: 6,
    ...(place.goesOn ? { heading: asSaid } : {}),
  };
  const inside = entryDates(withText(context, text), place);
  const whole = setColumns(block.columns, look, inside);
  if (whole.height <= place.frame.height + 0.01) return whole;
  const bare = setColumns(
    block.columns.map((column) => ({ ...column, children: [] })),
    look,
    inside,
  );
  const parts = block.columns.map((column, index) =>
    partOf(column, inside, look.widths[index] ?? 0, place.frame.height - bare.height),
  );
  const shown = setColumns(
    parts.map((part) => part.shown),
    look,
    inside,
  );
  if (parts.every((part) => part.rest.length === 0)) return shown;
  const columns = parts.map((part): Column => ({ ...part.shown, children: part.rest }));
  return { ...shown, rest: [{ ...block, columns }] };
};

type ColumnPart = { readonly shown: Column; readonly rest: readonly Block[] };

const partOf = (
  column: Column,
  context: FlowContext,
  width: Points,
  height: Points,
): ColumnPart => {
  const fits = fitsIn(narrowed(context, width), height);
  const { shown, rest } = partedWhere(column.children, fits);
  return { shown: { ...column, children: shown }, rest };
};

/** On a slide the date alone tells entries apart: no dots, no line. */
const entryDates = (context: FlowContext, place: SlidePlace): FlowContext => {
  const { timeline } = context.theme.blocks;
  const entries = {
    ...timeline,
    date: styleName(place, "date", timeline.date),
    text: styleName(place, "entry", timeline.text),
    dot: { ...timeline.dot, diameter: 0 },
  };
  const blocks = { ...context.theme.blocks, timeline: entries };
  return { ...context, theme: { ...context.theme, blocks } };
};

/** Columns as such, or sections that stand side by side. */
const asColumns = (block: Block): Columns | undefined =>
  block.kind === "columns" ? block : undefined;

const columnOf = (section: Section): Column => ({
  kind: "column",
  id: section.id,
  heading: section.heading,
  children: section.children,
});

const besideOthers: SlideSetter = amongOthers(asColumns, setBeside);

export const setColumnSlide: SlideSetter = (blocks, context, place) => {
  const sections = blocks.filter((block): block is Section => block.kind === "section");
  const first = sections[0];
  if (first === undefined || sections.length < 2 || sections.length !== blocks.length) {
    return besideOthers(blocks, context, place);
  }
  const columns = sections.map(columnOf);
  return setBeside({ kind: "columns", id: first.id, columns }, context, place);
};
