import type { Section, Title } from "../../../document/index.ts";
import { landscapeOf } from "../../../theme/index.ts";
import type { DocxContext } from "../context.ts";
import { inLanguageOf, owned } from "../context.ts";
import type { Child, FileChild } from "../element.ts";
import { isParagraph, restyle, styleOf } from "../element.ts";
import { numberedLevels } from "../heading-numbers.ts";
import { runs, told } from "../inline.ts";
import { mark } from "../marks.ts";
import { paragraph } from "../paragraph.ts";
import { stripLeft, textWidth } from "../styles/measures.ts";
import { besideHeading, headingBesideFacts } from "../styles/side-styles.ts";
import { variant, withoutNumber } from "../styles/variant.ts";
import { balancedWidth, linesOf, piecesOf } from "../text-lines.ts";
import type { Place, WriteBlocks } from "./place.ts";
import { styleIn } from "./place.ts";
import { isOnPage, standsBeside } from "./side-heading.ts";

const titleStyles: Readonly<Record<string, string>> = {
  title: "Title",
  subtitle: "Subtitle",
  kind: "KindLine",
  variant: "KindVariant",
  purpose: "Purpose",
};

export function title(node: Title, context: DocxContext): readonly FileChild[] {
  const children = runs(node.children, context);
  const usual = titleStyles[node.role ?? "title"] ?? "Title";
  const style = usual === "Title" ? titleStyle(children, context) : usual;
  return [paragraph(style, children, context, { node: node.id })];
}

/** A title of more lines than this is set smaller, where the theme has a style for it, as in the PDF. */
const mostTitleLines = 3;

function titleStyle(children: readonly Child[], context: DocxContext): string {
  const { theme, paragraphStyles } = context;
  const { title: text, "title-long": long } = theme.styles;
  const style = paragraphStyles.get("Title");
  if (text === undefined || long === undefined || style === undefined) return "Title";
  const width = textWidth(theme) - (style.indent?.left ?? stripLeft(theme, text.strip));
  const pieces = piecesOf(children, text, text.weight >= 600, context);
  const { count } = linesOf(pieces, width, text.leading);
  if (count > 1 && count <= mostTitleLines && text.balanced)
    context.redefine({
      ...style,
      indent: { ...style.indent, right: width - balancedWidth(pieces, width, text.leading) },
    });
  if (count <= mostTitleLines) return "Title";
  return context.use(
    variant(style, {
      id: "TitleLong",
      name: "Title Long",
      role: "title-long",
      // What stands below comes nearer, since a long title has taken its room.
      spacing: { ...style.spacing, after: (style.spacing?.after ?? text.after) / 2 },
    }),
  );
}

/** Heading n for level n; Word has nine. An annex begins a page by its style. */
export function section(
  node: Section,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  const inside = owned(inLanguageOf(context, node.heading), node.id);
  const children = headingRuns(node, inside);
  const content = write(node.children, context, placeWithin(node, context, place));
  const usual = headingStyle(node, children, content, context, place);
  const style = numbered(node, styleIn(place, usual, context), context);
  if (node.children[0]?.kind === "section") closeUp(content[0], context);
  const heading = paragraph(style, children, inside, {
    node: node.id,
    bookmarks: [context.bookmarks.toc(node.id)],
  });
  const annex = context.letteredAnnexes.has(node.id) ? [mark("annex")] : [];
  if (!isTurned(node, place)) return [...annex, heading, ...content];
  return [...annex, mark("landscape"), heading, ...content, mark("portrait")];
}

/** A heading right below another has no space above, as in the PDF. */
function closeUp(child: FileChild | undefined, context: DocxContext): void {
  if (child === undefined || !isParagraph(child)) return;
  const id = styleOf(child) ?? "";
  const style = context.paragraphStyles.get(id);
  if (style === undefined || !/^Heading\d(WithoutNumber)?$/.test(id)) return;
  restyle(
    child,
    context.use(
      variant(style, {
        id: `${id}AfterHeading`,
        name: `${style.name.replace(/^heading/, "Heading")} after Heading`,
        spacing: { ...style.spacing, before: 0 },
      }),
    ),
  );
}

/** Slides lie on their side already. */
function isTurned({ landscape }: Section, { slide }: Place): boolean {
  return landscape === true && slide === undefined;
}

function placeWithin(node: Section, { theme }: DocxContext, place: Place): Place {
  if (!isTurned(node, place)) return place;
  return { ...place, width: textWidth(landscapeOf(theme)) };
}

function headingStyle(
  node: Section,
  heading: readonly Child[],
  content: readonly FileChild[],
  context: DocxContext,
  place: Place,
): string {
  const isAnnex = node.newPage === true && node.level === 1;
  if (isAnnex) return "AnnexTitle";
  const isOnFirstPage = place.besideFacts === true && context.facts.pageOf.get(node.id) === "1";
  if (isOnFirstPage && node.level === 1) return context.use(headingBesideFacts(context.theme));
  const mayStandBeside = !isOnFirstPage && node.landscape !== true && isOnPage(place);
  if (mayStandBeside && standsBeside(node, heading, content, context))
    return context.use(besideHeading(context.theme, node.level));
  return `Heading${Math.min(9, node.level)}`;
}

/** The style numbers it; other headings, which say their numbers themselves or have none, have a style that does not. */
function numbered(node: Section, id: string, context: DocxContext): string {
  const { countedHeadings, paragraphStyles } = context;
  const style = paragraphStyles.get(id);
  if (style === undefined || countedHeadings.has(node.id)) return id;
  if (node.level > numberedLevels(countedHeadings)) return id;
  return context.use(withoutNumber(style));
}

/** The number with the blank after it, if Word does not give it, and then the title, which may be told elsewhere without it. */
function headingRuns({ id, heading }: Section, context: DocxContext): readonly Child[] {
  const counted = heading.children[0]?.kind === "enumerator" ? 2 : 0;
  const title = told(runs(heading.children.slice(counted), context), id, "title", context);
  if (context.countedHeadings.has(id)) return told(title, id, "number", context);
  return [...runs(heading.children.slice(0, counted), context), ...title];
}
