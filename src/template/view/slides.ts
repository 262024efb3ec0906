import type { RootContent } from "mdast";
import type { Model, Selected, SlideOutline } from "../../model/index.ts";
import { select } from "../../model/index.ts";
import type { Blocks } from "../../source/index.ts";
import type { BlocksValue, InlineValue, Value } from "../engine/index.ts";
import { blocksValue, inlineValue, textValue } from "../engine/index.ts";
import type { Making } from "./making.ts";
import { sectionView } from "./sections.ts";
import type { SelectedView } from "./selected.ts";
import { selectedView } from "./selected.ts";
import { titleOf } from "./title.ts";
import { labelOf } from "./words.ts";

/** One slide as template data. */
export type SlideView = {
  readonly id: string;
  readonly layout: string;
  /** `role=` of the slide; null without one. */
  readonly role: string | null;
  /** What it does with more than has room; null when it does not say. */
  readonly overflow: string | null;
  readonly annex: boolean;
  /** `A1` for an annex; null for the others, which are counted. */
  readonly label: string | null;
  readonly heading: Value;
  /** What it shows by `from=`. */
  readonly items: readonly SelectedView[];
  /** Record type of all items; null when they differ. */
  readonly type: string | null;
  /** Every item has a date. */
  readonly dated: boolean;
  /** What stands in the slide itself; null when nothing does. */
  readonly content: BlocksValue | null;
  readonly columns: readonly SlideColumn[];
  /** What is said to it, and in full what it shortens; null when nothing is. */
  readonly notes: BlocksValue | null;
};

export type SlideColumn = {
  readonly heading: InlineValue;
  readonly items: readonly SelectedView[];
  readonly dated: boolean;
  readonly content: BlocksValue | null;
};

/** The deck of the source, or else one that is derived: the title, the opening, a slide for each section. */
export function slidesOf(making: Making): readonly SlideView[] {
  const { slides } = making.model;
  if (slides.length === 0) return derivedDeck(making);
  let annexes = 0;
  return slides.map((outline) => {
    const label = outline.annex ? `A${++annexes}` : null;
    return slideOf(making, outline, label);
  });
}

function slideOf(making: Making, outline: SlideOutline, label: string | null): SlideView {
  const { id, layout, annex, place } = outline;
  const chosen = chosenBy(making, outline.from, outline);
  const items = chosen.map((one) => selectedView(making, one));
  const columns = outline.columns.map((column): SlideColumn => {
    const shown = chosenBy(making, column.from, outline).map((one) => selectedView(making, one));
    return {
      heading: inlineValue(column.heading, place),
      items: shown,
      dated: isDated(shown),
      content: blocksOrNull(column.content, outline),
    };
  });
  const notes = notesOf(making, outline, [...items, ...columns.flatMap((column) => column.items)]);
  return {
    id,
    layout,
    role: outline.role ?? null,
    overflow: outline.overflow ?? null,
    annex,
    label,
    heading: headingOf(making, outline, items),
    items,
    type: typeOf(items),
    dated: isDated(items),
    content: blocksOrNull(outline.content, outline),
    columns,
    notes: blocksOrNull(notes, outline),
  };
}

/** The root section stands for the title alone. */
function chosenBy(
  making: Making,
  from: string | undefined,
  outline: SlideOutline,
): readonly Selected[] {
  if (from === undefined) return [];
  const { root } = making.model;
  return select(making.model, from, outline.place).value.filter(
    (one) => one.kind !== "section" || one.section.id !== root.id,
  );
}

function headingOf(making: Making, outline: SlideOutline, items: readonly SelectedView[]): Value {
  if (outline.heading !== undefined) return inlineValue(outline.heading, outline.place);
  const [first] = items;
  const ofItem = first === undefined || first.kind === "block" ? undefined : first.title;
  return ofItem ?? titleOf(making);
}

function typeOf(items: readonly SelectedView[]): string | null {
  const [first] = items;
  if (first?.kind !== "record") return null;
  return items.every((item) => item.kind === "record" && item.type === first.type)
    ? first.type
    : null;
}

function isDated(items: readonly SelectedView[]): boolean {
  return items.length > 0 && items.every((item) => item.when !== null);
}

function blocksOrNull(nodes: Blocks, { place }: SlideOutline): BlocksValue | null {
  return nodes.length === 0 ? null : blocksValue(nodes, place);
}

function notesOf(
  making: Making,
  outline: SlideOutline,
  shown: readonly SelectedView[],
): readonly RootContent[] {
  const spoken = making.model.slideNotes
    .filter(({ slide }) => slide === outline.id)
    .flatMap(({ from, content }) => [
      ...chosenBy(making, from, outline).flatMap((one) => selectedView(making, one).body.nodes),
      ...content,
    ]);
  const inFull = shown.flatMap((item) => (item.shortened ? item.body.nodes : []));
  return [...spoken, ...inFull];
}

// -------------------------------------------------------------------------------------------------------- derived deck

function derivedDeck(making: Making): readonly SlideView[] {
  const { root } = making.model;
  const title = plainSlide("slide-title", "title", titleOf(making), null);
  const overview = textValue(labelOf(making, "overview") ?? "Overview");
  const opening: readonly SlideView[] =
    root.content.length === 0
      ? []
      : [plainSlide("slide-overview", "text", overview, blocksValue(root.content, root.place))];
  return [title, ...opening, ...sectionSlides(making, making.model)];
}

function sectionSlides(making: Making, { root }: Model): readonly SlideView[] {
  return root.sections.map((section) => {
    const { heading, body } = sectionView(making, section);
    return plainSlide(section.id, "text", heading, body.nodes.length === 0 ? null : body);
  });
}

function plainSlide(
  id: string,
  layout: string,
  heading: Value,
  content: BlocksValue | null,
): SlideView {
  return {
    id,
    layout,
    role: null,
    overflow: null,
    annex: false,
    label: null,
    heading,
    items: [],
    type: null,
    dated: false,
    content,
    columns: [],
    notes: null,
  };
}
