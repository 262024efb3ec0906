import type { Laid } from "./corpus.ts";
import type { Column, Owner, Row } from "./reading.ts";
import { columnsOf, isRunning, ownersOf, rowsByOwner } from "./reading.ts";

/** What a reader holds against breaks of pages and columns; each gives the faults in words. */

/** Paragraphs of which fewer lines than the theme wants stand at the head or foot of a column. */
export function lonelyLines(laid: Laid): readonly string[] {
  const { orphans, widows } = laid.theme.breaks;
  return partedBlocks(laid).flatMap(({ owner, counts }) => {
    if (owner.kind !== "paragraph" || isInCell(owner)) return [];
    const first = counts[0] as number;
    const last = counts.at(-1) as number;
    const inner = counts.slice(1, -1).filter((count) => count < 2);
    return first < orphans || last < widows || inner.length > 0
      ? [`"${owner.id}" stands as ${counts.join(" + ")} lines`]
      : [];
  });
}

/** Headings, captions, terms: what never goes on over a page. */
export const partedHeadings = (laid: Laid): readonly string[] =>
  partedBlocks(laid).flatMap(({ owner, counts }) =>
    owner.kind === "heading" || owner.kind === "caption" || owner.kind === "term"
      ? [`the ${owner.kind} "${owner.id}" stands as ${counts.join(" + ")} lines`]
      : [],
  );

const isInCell = ({ within }: Owner): boolean => within.includes("table");

type Parted = { readonly owner: Owner; readonly counts: readonly number[] };

/** Blocks that stand in more than one column, and how many lines in each. */
function partedBlocks(laid: Laid): readonly Parted[] {
  return [...rowsByOwner(columnsOf(laid))].flatMap(([owner, rows]) => {
    const counts = new Map<string, number>();
    for (const { page, column } of rows) {
      const key = `${page} ${column}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts.size > 1 ? [{ owner, counts: [...counts.values()] }] : [];
  });
}

/** Headings with fewer than two lines of what follows in their column, though there is more of it. */
export function strandedHeadings(laid: Laid): readonly string[] {
  const columns = columnsOf(laid);
  const owners = [...new Set(ownersOf(laid).values())];
  return columns.flatMap((column, index) => {
    const next = columns[index + 1]?.rows[0];
    // What comes last, or before a break by hand, has no more lines.
    if (next === undefined || next.owner.forced) return [];
    // Where notes from pages before fill a page, what stands above them is there for their sake.
    if (column.notes.length > 20) return [];
    const headings = new Set(column.rows.map(({ owner }) => owner).filter(isHeading));
    return [...headings].flatMap((heading) => {
      const rows = column.rows.filter(({ owner }) => owner === heading);
      const top = rows[0] as Row;
      if (isOfNothing(heading, owners)) return [];
      const below = column.rows.filter(({ owner, y }) => !isHeading(owner) && y > top.y - 1);
      const pictures = below.filter(({ owner }) => owner.within.includes("figure"));
      return below.length + 2 * pictures.length < laid.theme.breaks.afterHeading
        ? [`"${top.text}" has ${below.length} lines below it on page ${column.page + 1}`]
        : [];
    });
  });
}

/** Of a section without any text. */
function isOfNothing(heading: Owner, owners: readonly Owner[]): boolean {
  const next = owners.slice(owners.indexOf(heading) + 1).find((owner) => !isHeading(owner));
  return next === undefined || !heading.within.every((kind, depth) => next.within[depth] === kind);
}

const isHeading = ({ kind }: Owner): boolean => kind === "heading";

const imagesIn = (laid: Laid, { page, column, rows }: Column) =>
  (laid.trace[page]?.images ?? []).filter(
    ({ x }) => column === 0 || x >= Math.min(...rows.map((row) => row.x)) - 30,
  );

/** Pages whose last line ends with a hyphen, though the text goes on on the next. */
export function hyphensAtFeet(laid: Laid): readonly string[] {
  const columns = columnsOf(laid);
  return columns.flatMap((column, index) => {
    const next = columns[index + 1];
    if (next === undefined || next.page === column.page) return [];
    return [column.rows.at(-1), column.notes.at(-1)].flatMap((row) =>
      row?.hyphenated === true ? [`page ${column.page + 1} ends with "${row.text}"`] : [],
    );
  });
}

/** The same for columns within a page. */
export function hyphensInColumns(laid: Laid): readonly string[] {
  const columns = columnsOf(laid);
  return columns.flatMap((column, index) => {
    const row = column.rows.at(-1);
    const within = columns[index + 1]?.page === column.page;
    return within && row?.hyphenated === true ? [`a column ends with "${row.text}"`] : [];
  });
}

/** Columns of running text with more than four empty lines at their foot, though text goes on and nothing near must stay whole. */
export function emptyFeet(laid: Laid): readonly string[] {
  const columns = columnsOf(laid);
  const last = columns.at(-1)?.page;
  return columns.flatMap((column, index) => {
    const next = columns[index + 1];
    if (next === undefined || (column.page === last && laid.theme.masters.later.balance)) return [];
    if (![column, next, columns[index + 2]].every((each) => isPlain(laid, each))) return [];
    const empty = footOf(laid, column) - lowest(laid, column);
    const lines = empty / laid.theme.page.baseline;
    // The columns before a last one of a few lines give some to it.
    const most = endsText(laid, columns, next.page === column.page ? next.page + 1 : next.page)
      ? 7
      : 5;
    return lines >= most ? [`${lines.toFixed(1)} empty lines on page ${column.page + 1}`] : [];
  });
}

/** Whether no text follows a page but on one of another kind; the rest of a note may follow on pages of its own. */
function endsText(laid: Laid, columns: readonly Column[], page: number): boolean {
  const after = columns.find((column) => column.page > page && column.rows.length > 0);
  return after === undefined || laid.trace[after.page]?.width !== laid.trace[page]?.width;
}

/** Nothing but paragraphs and headings; no such column begins a page by hand. */
function isPlain(laid: Laid, column: Column | undefined): boolean {
  if (column === undefined) return true;
  return (
    imagesIn(laid, column).length === 0 &&
    column.rows[0]?.owner.forced !== true &&
    column.rows.every(
      ({ owner }) =>
        ["paragraph", "heading"].includes(owner.kind) &&
        isRunning(owner) &&
        !owner.within.includes("listItem"),
    )
  );
}

function regionOf(laid: Laid, { page, column }: Column) {
  const { regions } = page === 0 ? laid.theme.masters.first : laid.theme.masters.later;
  return regions[Math.min(column, regions.length - 1)];
}

function footOf(laid: Laid, column: Column): number {
  const trace = laid.trace[column.page];
  if (trace !== undefined && trace.width > trace.height)
    return trace.height - laid.theme.page.margins.bottom;
  const region = regionOf(laid, column);
  return (region?.y ?? 0) + (region?.height ?? 0);
}

/** Foot of what stands lowest: lines have a third of their height below the baseline. */
function lowest(laid: Laid, column: Column): number {
  const rows = [...column.rows, ...column.notes];
  const texts = rows.map(({ y, size }) => y + size * 0.35);
  const pictures = imagesIn(laid, column).map(({ y, height }) => y + height);
  return Math.max(...texts, ...pictures);
}

/** How far lines of body text stand from the grid of the first of their page, in both columns alike. */
export function offGrid(laid: Laid): readonly string[] {
  const body = laid.theme.styles["body"];
  if (laid.theme.page.grid !== true || body === undefined) return [];
  const first = new Map<number, number>();
  return columnsOf(laid).flatMap(({ page, rows }) =>
    rows.flatMap(({ owner, y, text }) => {
      if (owner.kind !== "paragraph" || owner.role !== undefined) return [];
      if (owner.within.some((kind) => !["section", "list", "listItem", "quote"].includes(kind)))
        return [];
      const top = first.get(page) ?? y;
      first.set(page, top);
      const steps = (y - top) / body.leading;
      const off = Math.abs(steps - Math.round(steps)) * body.leading;
      return off > 0.01 ? [`"${text}" is ${off.toFixed(2)} pt off on page ${page + 1}`] : [];
    }),
  );
}
