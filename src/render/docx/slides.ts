import type { Block, Cards, Columns, Section, Slide } from "../../document/index.ts";
import type { Points, Theme } from "../../theme/index.ts";
import { card, column } from "./blocks/columns.ts";
import { blocks } from "./blocks/index.ts";
import type { Place } from "./blocks/place.ts";
import { inBody } from "./blocks/place.ts";
import { threeColumns } from "./card-columns.ts";
import type { DocxContext } from "./context.ts";
import { inLanguageOf } from "./context.ts";
import type { FileChild } from "./element.ts";
import { heightOf } from "./heights.ts";
import { runs } from "./inline.ts";
import { withoutMarks } from "./marks.ts";
import { paragraph } from "./paragraph.ts";
import type { Stretch } from "./sections.ts";
import { inTurn } from "./sections.ts";
import { slideParts, stretchesHeight, textHeight, trialContext } from "./slide-parts.ts";
import { slideTextLeft } from "./styles/list-styles.ts";
import { textWidth } from "./styles/measures.ts";
import { longTitleStyles } from "./styles/slide-styles.ts";
import { textRun } from "./text.ts";

/** A slide begins a page by the style of its title; what stands side by side on it stands in columns of text. */
export function slideStretches(
  content: readonly Block[],
  context: DocxContext,
): readonly Stretch[] {
  let trial: DocxContext | undefined;
  return content.flatMap((block) => {
    if (block.kind !== "slide") return withoutMarks(blocks([block], context, inBody), context);
    trial ??= trialContext(context);
    return slide(block, context, trial);
  });
}

/** What has no room goes on a page of its own, under the same title. */
function slide(block: Slide, context: DocxContext, trial: DocxContext): readonly Stretch[] {
  const spoken = inLanguageOf(context, block);
  if (block.layout === "title") return [{ children: titleSlide(block, spoken, trial) }];
  const title = heightOf([slideTitle(block, trial, true)], textWidth(context.theme), trial);
  const height = textHeight(context.theme) - title.height - title.after - 8;
  const content = beside(block, context.theme);
  const setIn = (place: Place): SetSlide => {
    const write: WriteSlide = (children, at, again) => [
      { children: [slideTitle(block, at, again)] },
      ...children.flatMap((each) => stretch(each, at, place)),
    ];
    return { parts: slideParts(content, write, inLanguageOf(trial, block)), write };
  };
  // Text is large where that has room, as in the PDF.
  const [place, ...smaller] = slidePlaces(block, context.theme, height);
  let set = setIn(place);
  for (const next of smaller) if (set.parts.length > 1) set = setIn(next);
  const { parts, write } = set;
  return parts.flatMap((part, index) => write(part, spoken, index > 0));
}

type WriteSlide = (
  children: readonly Block[],
  at: DocxContext,
  again: boolean,
) => readonly Stretch[];
type SetSlide = { readonly parts: readonly (readonly Block[])[]; readonly write: WriteSlide };

function slideTitle(block: Slide, context: DocxContext, again: boolean): FileChild {
  const { heading, continued, id } = block;
  const goesOn = again && continued !== undefined ? ` (${continued})` : "";
  return paragraph(
    "SlideTitle",
    [...runs(heading.children, context), ...(goesOn === "" ? [] : [textRun(goesOn)])],
    context,
    again ? {} : { node: id, bookmarks: [context.bookmarks.toc(id)] },
  );
}

/** The masthead of a title slide stands above its title; a long title is smaller, as in the PDF. */
function titleSlide(slide: Slide, context: DocxContext, trial: DocxContext): readonly FileChild[] {
  const above = slide.children.filter((child) => child.kind === "masthead");
  const below = slide.children.filter((child) => child.kind !== "masthead");
  const written = (style: string, at: DocxContext): readonly FileChild[] => [
    ...blocks(above, at, inBody),
    paragraph(style, runs(slide.heading.children, at), at, {
      node: slide.id,
      bookmarks: [at.bookmarks.toc(slide.id)],
    }),
    ...blocks(below, at, inBody),
  ];
  const room = textHeight(context.theme);
  const fits = (style: string): boolean =>
    stretchesHeight([{ children: written(style, trial) }], trial) <= room;
  if (fits("Title")) return written("Title", context);
  const long = longTitleStyles(context.theme);
  const style = long.find((each) => fits(trial.use(each))) ?? long.at(-1);
  return written(style === undefined ? "Title" : context.use(style), context);
}

/** What stands side by side in the PDF: sections of a slide in columns, a list and what is said of it. */
function beside(block: Slide, theme: Theme): readonly Block[] {
  if (block.layout === "list") return labelled(block, theme);
  const sections = block.children.filter((child): child is Section => child.kind === "section");
  const [first] = sections;
  if (block.layout !== "two-column" || first === undefined) return block.children;
  if (sections.length < 2 || sections.length !== block.children.length) return block.children;
  const columns = sections.map(({ id, heading, children }) => ({
    kind: "column" as const,
    id,
    heading,
    children,
  }));
  return [{ kind: "columns", id: `${first.id}-columns`, columns }];
}

/** What stands before the list of a slide stands small beside it. */
function labelled(block: Slide, theme: Theme): readonly Block[] {
  const { children, id } = block;
  const first = children.findIndex(({ kind }) => kind === "list");
  const label = children
    .slice(0, first)
    .flatMap((child) =>
      child.kind === "paragraph" ? [{ ...child, role: child.role ?? "list-label" }] : [],
    );
  if (first < 1 || label.length !== first) return children;
  const share = theme.slides?.layouts["list"]?.measures["label-width"] ?? 188;
  const columns = [
    { kind: "column" as const, id: `${id}-label`, share, children: label },
    {
      kind: "column" as const,
      id: `${id}-list`,
      share: textWidth(theme) - columnGap - share,
      children: children.slice(first),
    },
  ];
  return [{ kind: "columns", id: `${id}-columns`, columns }];
}

function stretch(block: Block, context: DocxContext, place: Place): readonly Stretch[] {
  if (block.kind === "columns" && block.columns.length > 1)
    return [inColumns(block, context, place)];
  if (block.kind === "cards") return cardRows(block, context, place);
  if (block.kind === "timeline" && block.entries.length > shortTimeline)
    return [{ children: blocks([block], context, place), columns: { count: 3, gap: columnGap } }];
  return withoutMarks(blocks([block], context, place), context);
}

const columnGap = 32;
const cardGap = 16;
/** Entries up to which a timeline stands in one column. */
const shortTimeline = 5;
/** Cards up to which they stand in one row; six make two rows of three, more stand in three columns. */
const oneRow = 5;

function inColumns(block: Columns, context: DocxContext, place: Place): Stretch {
  const { columns } = block;
  const total = columns.reduce((sum, { share = 1 }) => sum + share, 0);
  const room = textWidth(context.theme) - columnGap * (columns.length - 1);
  const equal = columns.every(({ share = 1 }) => share === (columns[0]?.share ?? 1));
  return {
    children: inTurn(
      columns.map((each) => column(each, context, place, blocks)),
      context,
    ),
    columns: {
      count: columns.length,
      gap: columnGap,
      ...(equal ? {} : { widths: columns.map(({ share = 1 }) => (room * share) / total) }),
    },
  };
}

function cardRows(block: Cards, context: DocxContext, place: Place): readonly Stretch[] {
  const { cards } = block;
  const many = cards.length > oneRow + 1;
  if (many) return [inThreeColumns(cards, context, place)];
  const perRow = cards.length <= oneRow ? cards.length : 3;
  if (perRow < 2) return [{ children: blocks([block], context, place) }];
  const rows = Array.from({ length: Math.ceil(cards.length / perRow) }, (_, row) =>
    cards.slice(row * perRow, (row + 1) * perRow),
  );
  return rows.map((row) => ({
    children: inTurn(
      row.map((each) => card(each, context, place, blocks)),
      context,
    ),
    columns: { count: perRow, gap: cardGap },
  }));
}

/** Many cards are read down one column and then the next. */
function inThreeColumns(cards: Cards["cards"], context: DocxContext, place: Place): Stretch {
  const written = threeColumns(cards).map((column) =>
    column.flatMap((each) => card(each, context, place, blocks)),
  );
  return { children: inTurn(written, context), columns: { count: 3, gap: cardGap } };
}

/** Speaking notes under the title of their slide, after the last one; each page of them has the title of the notes. */
export function slideNotes(
  content: readonly Block[],
  context: DocxContext,
  label: string,
): readonly FileChild[] {
  const slides = content.filter(
    (block): block is Slide => block.kind === "slide" && block.notes.length > 0,
  );
  if (slides.length === 0) return [];
  const said = slides.map(
    ({ id, heading, notes }): Section => ({
      kind: "section",
      id: `${id}-notes`,
      level: 2,
      heading,
      children: notes,
    }),
  );
  const continued = slides[0]?.continued;
  const place: Place = { ...inBody, body: "SpeakerNotes" };
  const write = (
    children: readonly Block[],
    at: DocxContext,
    again: boolean,
  ): readonly Stretch[] => {
    const value = again && continued !== undefined ? `${label} (${continued})` : label;
    const title = paragraph("SlideTitle", runs([{ kind: "text", value }], at), at);
    return [{ children: [title, ...children.flatMap((each) => notesOf(each, at, place))] }];
  };
  return slideParts(said, write, trialContext(context)).flatMap((part, index) =>
    write(part, context, index > 0).flatMap(({ children }) => children),
  );
}

function notesOf(block: Block, context: DocxContext, place: Place): readonly FileChild[] {
  if (block.kind !== "section" || !block.id.endsWith("-notes"))
    return blocks([block], context, place);
  return [
    paragraph("SpeakerNotesHeading", runs(block.heading.children, context, "Strong"), context),
    ...blocks(block.children, context, place),
  ];
}

/** What plain paragraphs, lists and tables of a slide look like; in type that is smaller where there is more than one. */
function slidePlaces(
  slide: Slide,
  theme: Theme,
  height: Points,
): readonly [Place, ...(readonly Place[])] {
  const looks = theme.slides?.layouts ?? {};
  const usual: Place = {
    ...inBody,
    slide: {
      smallTables: slide.annex && Object.hasOwn(looks, "annex-table"),
      statements: slide.layout === "statement",
      height: Math.max(24, height),
      timeline: slide.layout === "timeline" ? "SlideTimeline" : "Timeline",
    },
  };
  if (slide.layout !== "text" || !Object.hasOwn(looks, "text")) return [usual];
  const within = { left: slideTextLeft(theme), right: 0, name: "on Slide" };
  return [
    { ...usual, within, inside: "slide", body: "SlideText" },
    { ...usual, within, inside: "smallSlide", body: "SmallSlideText" },
  ];
}
