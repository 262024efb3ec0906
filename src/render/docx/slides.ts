import type { FileChild } from "docx";
import type { Block, Cards, Columns, Section, Slide } from "../../document/index.ts";
import type { Theme } from "../../theme/index.ts";
import { card, column } from "./blocks/columns.ts";
import { blocks } from "./blocks/index.ts";
import type { Place } from "./blocks/place.ts";
import { inBody } from "./blocks/place.ts";
import type { DocxContext } from "./context.ts";
import { runs } from "./inline.ts";
import { withoutMarks } from "./marks.ts";
import { paragraph } from "./paragraph.ts";
import type { Stretch } from "./sections.ts";
import { inTurn } from "./sections.ts";
import { textWidth } from "./styles/measures.ts";

/** A slide begins a page by the style of its title; what stands side by side on it stands in columns of text. */
export function slideStretches(
  content: readonly Block[],
  context: DocxContext,
): readonly Stretch[] {
  return content.flatMap((block) =>
    block.kind === "slide"
      ? slide(block, context)
      : withoutMarks(blocks([block], context, inBody), context),
  );
}

function slide(block: Slide, context: DocxContext): readonly Stretch[] {
  const isTitle = block.layout === "title";
  const heading = paragraph(
    isTitle ? "Title" : "SlideTitle",
    runs(block.heading.children, context),
    context,
    { node: block.id, bookmarks: [context.bookmarks.toc(block.id)] },
  );
  if (isTitle) return [{ children: titleSlide(block, heading, context) }];
  const place = slideBody(block, context.theme);
  return [
    { children: [heading] },
    ...beside(block).flatMap((each) => stretch(each, context, place)),
  ];
}

/** The masthead of a title slide stands above its title. */
function titleSlide(slide: Slide, heading: FileChild, context: DocxContext): readonly FileChild[] {
  const above = slide.children.filter((child) => child.kind === "masthead");
  const below = slide.children.filter((child) => child.kind !== "masthead");
  return [...blocks(above, context, inBody), heading, ...blocks(below, context, inBody)];
}

/** Sections of a slide in columns stand side by side, as in the PDF. */
function beside(block: Slide): readonly Block[] {
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
/** Cards up to which they stand in one row; six make two rows of three, more stand one below another. */
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
  const perRow = cards.length <= oneRow ? cards.length : cards.length === oneRow + 1 ? 3 : 1;
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

/** Speaking notes under the title of their slide, after the last one. */
export function slideNotes(
  content: readonly Block[],
  context: DocxContext,
  label: string,
): readonly FileChild[] {
  const slides = content.filter(
    (block): block is Slide => block.kind === "slide" && block.notes.length > 0,
  );
  if (slides.length === 0) return [];
  return [
    paragraph("SlideTitle", runs([{ kind: "text", value: label }], context), context),
    ...slides.flatMap((slide) => [
      paragraph("SpeakerNotesHeading", runs(slide.heading.children, context, "Strong"), context),
      ...blocks(slide.notes, context, { ...inBody, body: "SpeakerNotes" }),
    ]),
  ];
}

/** What plain paragraphs, lists and tables of a slide look like. */
function slideBody(slide: Slide, theme: Theme): Place {
  const looks = theme.slides?.layouts ?? {};
  const isText = slide.layout === "text" && Object.hasOwn(looks, "text");
  return {
    ...inBody,
    body: isText ? "SlideText" : inBody.body,
    slide: {
      smallTables: slide.annex && Object.hasOwn(looks, "annex-table"),
      statements: slide.layout === "statement",
      timeline: slide.layout === "timeline" ? "SlideTimeline" : "Timeline",
    },
  };
}
