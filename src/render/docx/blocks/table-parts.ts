import type { Points } from "../../../theme/index.ts";
import type { DocxContext } from "../context.ts";
import type { Child, FileChild } from "../element.ts";
import { element, isMark, isParagraph, isTable, restyle, styleOf, valued } from "../element.ts";
import { paragraph } from "../paragraph.ts";
import { variant } from "../styles/variant.ts";
import { twips } from "../units.ts";

/** Which parts of its style a table shows (17.4.56). */
export type TableLook = {
  readonly firstRow: boolean;
  readonly firstColumn: boolean;
  /** Absent: it looks like others. */
  readonly lastColumn?: boolean;
  /** The first column stands at the right (17.4.1). */
  readonly rightToLeft?: boolean;
  /** From the edge of the text to the table, points. Absent: 0. */
  readonly left?: Points;
  /** Every second row on a ground of its own. */
  readonly striped?: boolean;
};

/** A table as wide as its columns (17.4.38). */
export function tableOf(
  style: string,
  widths: readonly Points[],
  look: TableLook,
  rows: readonly Child[],
): FileChild {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return element(
    "w:tbl",
    undefined,
    element(
      "w:tblPr",
      undefined,
      valued("w:tblStyle", style),
      look.rightToLeft === true ? element("w:bidiVisual") : undefined,
      element("w:tblW", { "w:w": twips(total), "w:type": "dxa" }),
      look.left === undefined || look.left === 0
        ? undefined
        : element("w:tblInd", { "w:w": twips(look.left), "w:type": "dxa" }),
      element("w:tblLayout", { "w:type": "fixed" }),
      element("w:tblLook", {
        "w:val": lookBits(look),
        "w:firstRow": Number(look.firstRow),
        "w:lastRow": 0,
        "w:firstColumn": Number(look.firstColumn),
        "w:lastColumn": Number(look.lastColumn === true),
        "w:noHBand": Number(look.striped !== true),
        "w:noVBand": 1,
      }),
    ),
    element(
      "w:tblGrid",
      undefined,
      ...widths.map((width) => element("w:gridCol", { "w:w": twips(width) })),
    ),
    ...rows,
  );
}

/** The same in bits, for older readers: 0x20 first row, 0x80 first column, 0x100 last column, 0x200 no bands of rows, 0x400 none of columns. */
function lookBits({ firstRow, firstColumn, lastColumn, striped }: TableLook): string {
  const bands = striped === true ? 0x400 : 0x600;
  const last = lastColumn === true ? 0x100 : 0;
  return ((firstRow ? 0x20 : 0) | (firstColumn ? 0x80 : 0) | last | bands)
    .toString(16)
    .toUpperCase()
    .padStart(4, "0");
}

/** A row that is not parted by the end of a page; one that heads the table is said again on the next. */
export function row(options: { readonly heads?: boolean }, cells: readonly Child[]): FileChild {
  return element(
    "w:tr",
    undefined,
    element(
      "w:trPr",
      undefined,
      element("w:cantSplit"),
      options.heads === true ? element("w:tblHeader") : undefined,
    ),
    ...cells,
  );
}

export type CellOptions = {
  readonly width: Points;
  /** Columns that it covers; absent: 1. */
  readonly columns?: number;
  /** Its part in a cell that covers several rows. Absent: it covers one. */
  readonly merge?: "begins" | "goes on";
};

/** In the order of CT_TcPrBase (17.4.69). */
export function cell(options: CellOptions, content: readonly FileChild[]): FileChild {
  const { width, columns = 1, merge } = options;
  return element(
    "w:tc",
    undefined,
    element(
      "w:tcPr",
      undefined,
      element("w:tcW", { "w:w": twips(width), "w:type": "dxa" }),
      columns > 1 ? valued("w:gridSpan", columns) : undefined,
      merge === undefined
        ? undefined
        : element("w:vMerge", merge === "begins" ? { "w:val": "restart" } : undefined),
    ),
    ...content,
  );
}

/** A cell ends with a paragraph, also when it is empty or ends with a table (17.4.65). */
export function closed(
  content: readonly FileChild[],
  style: string,
  context: DocxContext,
): readonly FileChild[] {
  const last = content.at(-1);
  if (last === undefined) return [paragraph(style, [], context)];
  return isTable(last) ? [...content, paragraph("TableEnd", [], context)] : content;
}

/**
 * Word takes two tables that follow each other for one, and wants a paragraph after the last: a low one parts them. It parts two blocks
 * of code too, whose grounds would run together. A table has no space below it, so what follows brings its own.
 */
export function parted(
  content: readonly FileChild[],
  context: DocxContext,
  atEnd: boolean,
): readonly FileChild[] {
  // A new page within a cell or a note means nothing.
  const shown = content.filter((child) => !isMark(child));
  return shown.flatMap((child, index) => {
    const next = shown[index + 1];
    if (isCode(child) && next !== undefined && isCode(next))
      return [child, paragraph("TableEnd", [], context)];
    if (!isTable(child)) return [child];
    if (next !== undefined && isParagraph(next)) keepClear(next, context);
    const needs = next === undefined ? atEnd : isTable(next);
    return needs ? [child, paragraph("TableEnd", [], context)] : [child];
  });
}

const isCode = (child: FileChild): boolean =>
  isParagraph(child) && (styleOf(child) ?? "").endsWith("HTMLPreformatted");

/** Points between a table and what follows, at least. */
const leastSpace = 8;

function keepClear(child: FileChild, context: DocxContext): void {
  const style = context.paragraphStyles.get(styleOf(child) ?? "");
  if (style === undefined || style.id === "TableEnd") return;
  const before = style.spacing?.before ?? context.theme.styles[style.role]?.before ?? 0;
  if (before >= leastSpace || style.pageBreakBefore === true) return;
  restyle(
    child,
    context.use(
      variant(style, {
        id: `${style.id}AfterTable`,
        name: `${style.name} after Table`,
        spacing: { ...style.spacing, before: leastSpace },
      }),
    ),
  );
}
