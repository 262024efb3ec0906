import type { Block } from "../../../document/index.ts";
import type { Points } from "../../../theme/index.ts";
import type { DocxContext } from "../context.ts";
import type { FileChild } from "../element.ts";
import type { ListPlace } from "../styles/list-styles.ts";
import { stripLeft } from "../styles/measures.ts";
import { variant } from "../styles/variant.ts";

/** Where blocks stand: it decides which style a plain paragraph has. */
export type Place = {
  /** Style of plain paragraphs. */
  readonly body: string;
  /** Depth of the list around, 0 for none. */
  readonly listLevel: number;
  /** Role of the group around. */
  readonly role?: string;
  /** What is around, where it has lists and other blocks of a look of its own. Absent: the page. */
  readonly inside?: Exclude<ListPlace, "page">;
  /** The list, quotation or box that is around, whose text begins farther in. Absent: none. */
  readonly within?: Within;
  /** Room for tables and pictures, points. Absent: the text of the page. */
  readonly width?: Points;
  /** What a slide says of its blocks. Absent: not on a slide. */
  readonly slide?: SlideLook;
  /** On the first page quick facts stand in the label column. Absent: it is free. */
  readonly besideFacts?: boolean;
};

/** What is indented with the text around it has a style for each depth, which tells of it: "Quote in List 2". */
export type Within = {
  /** From the left margin to its text, points. */
  readonly left: Points;
  /** From the right edge of its text to the right margin, points. */
  readonly right: Points;
  /** "in List 2" */
  readonly name: string;
};

/** Styles of the blocks of a slide by its layout. */
export type SlideLook = {
  /** Tables are set small, since they are long. */
  readonly smallTables: boolean;
  /** An ordered list has large numbers in a column of their own. */
  readonly statements: boolean;
  /** Below its title, points. */
  readonly height: Points;
  /** Style of the entries of a timeline. */
  readonly timeline: string;
};

export const inBody: Place = { body: "BodyText", listLevel: 0 };

export type WriteBlocks = (
  children: readonly Block[],
  context: DocxContext,
  place: Place,
) => readonly FileChild[];

/** The same style for this place: in a cell it begins at the cell's edge, in an item of a list or a box where its text does. */
export function styleIn(place: Place, id: string, context: DocxContext): string {
  if (place.inside === "cell") return styleInCell(id, context);
  // The text around has its style already.
  return id === place.body ? id : styleWithin(place.within, id, context);
}

function styleWithin(within: Within | undefined, id: string, context: DocxContext): string {
  const style = context.paragraphStyles.get(id);
  if (style === undefined || within === undefined) return id;
  const inset = style.inset ?? {
    left: context.theme.styles[style.role]?.indent ?? 0,
    right: style.indent?.right ?? 0,
  };
  return context.use(
    variant(style, {
      id: `${id}${within.name.replaceAll(" ", "")}`,
      name: `${style.name.replace(/^heading/, "Heading")} ${within.name}`,
      indent: {
        ...style.indent,
        left: within.left + inset.left + (style.indent?.hanging ?? 0),
        right: within.right + inset.right,
      },
    }),
  );
}

/** What stands within blocks of this style, which has been made for its place. */
export function withinStyle(id: string, name: string, context: DocxContext): Within {
  const { theme, paragraphStyles } = context;
  const style = paragraphStyles.get(id);
  const text = theme.styles[style?.role ?? "body"];
  const left = stripLeft(theme, text?.strip ?? "main") + (text?.indent ?? 0);
  return { left: style?.indent?.left ?? left, right: style?.indent?.right ?? 0, name };
}

function styleInCell(id: string, context: DocxContext): string {
  const style = context.paragraphStyles.get(id);
  if (style === undefined || id.startsWith("Table")) return id;
  const { left: _page, ...indent } = style.indent ?? {};
  const left = context.theme.styles[style.role]?.indent ?? 0;
  return context.use(
    variant(style, {
      id: `Table${id}`,
      name: `Table ${style.name}`,
      indent: { ...indent, left: left + (indent.hanging ?? 0) },
    }),
  );
}
