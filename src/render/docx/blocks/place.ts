import type { FileChild } from "docx";
import type { Block } from "../../../document/index.ts";
import type { Points } from "../../../theme/index.ts";
import type { DocxContext } from "../context.ts";
import type { ListPlace } from "../styles/list-styles.ts";
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
  /** Room for tables and pictures, points. Absent: the text of the page. */
  readonly width?: Points;
  /** What a slide says of its blocks. Absent: not on a slide. */
  readonly slide?: SlideLook;
  /** On the first page quick facts stand in the label column. Absent: it is free. */
  readonly besideFacts?: boolean;
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

/** The same style for this place: in a cell it begins at the cell's edge. */
export function styleIn(place: Place, id: string, context: DocxContext): string {
  if (place.inside !== "cell") return id;
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
