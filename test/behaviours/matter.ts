import type { DocumentTree, Table } from "../../src/document/index.ts";
import { visitNodes } from "../../src/document/index.ts";
import type { TraceLine } from "../../src/layout/index.ts";
import { squeezed } from "../layout/support.ts";
import type { Laid } from "./corpus.ts";
import type { Column, Owner, Row } from "./reading.ts";
import { columnsOf, ownersOf } from "./reading.ts";

/** What a reader holds against notes, tables, figures and running matter; each gives the faults in words. */

/**
 * Notes of the text that begin on another page than what refers to them, or before a note of a lower number. Notes that only other
 * notes refer to stand at the end.
 */
export function misplacedNotes(laid: Laid): readonly string[] {
  const pageOf = firstPages(laid);
  let before = -1;
  return [...laid.document.notes].flatMap((note) => {
    const own = pagesOf(idsIn(note), pageOf);
    const references = new Set<string>();
    const collect = (node: Readonly<Record<string, unknown>>): void => {
      if (node["kind"] === "noteReference" && node["note"] === note.id)
        references.add(String(node["id"]));
    };
    visitNodes(laid.document.content, collect);
    const wanted = pagesOf(references, pageOf);
    if (own.length === 0 || wanted.length === 0) return [];
    const page = Math.min(...own);
    const faults = wanted.includes(page)
      ? []
      : [`note ${note.number} is on page ${page + 1}, not on ${wanted.map((each) => each + 1)}`];
    if (page < before) faults.push(`note ${note.number} stands before one of a lower number`);
    before = page;
    return faults;
  });
}

/** The page of the first line of each node. */
function firstPages({ trace }: Laid): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, { lines }] of trace.entries()) {
    for (const { node } of lines)
      if (node !== undefined && !found.has(node)) found.set(node, index);
  }
  return found;
}

const pagesOf = (ids: ReadonlySet<string>, pageOf: ReadonlyMap<string, number>): number[] =>
  [...ids].flatMap((id) => pageOf.get(id) ?? []);

function idsIn(node: object): ReadonlySet<string> {
  const ids = new Set<string>();
  visitNodes(node as never, (inner) => void ids.add(String(inner["id"])));
  return ids;
}

/** Where the running matter at the foot begins; pages in landscape are not asked. */
function footOf({ trace, theme }: Laid, index: number): number {
  const page = trace[index];
  if (page === undefined || page.width > page.height) return Number.POSITIVE_INFINITY;
  const frames = Object.values(theme.frames);
  return Math.min(...frames.flatMap((frame) => (frame.kind === "footer" ? [frame.y] : [])));
}

/** Columns whose text runs into their notes, or whose notes run out of the page. */
export const crowdedNotes = (laid: Laid): readonly string[] =>
  columnsOf(laid).flatMap((column) => {
    const [first] = column.notes;
    const last = column.notes.at(-1);
    if (first === undefined || last === undefined) return [];
    const foot = footOf(laid, column.page);
    const lowest = Math.max(0, ...column.rows.map(({ y }) => y));
    const page = `on page ${column.page + 1}`;
    return [
      ...(lowest > first.y - first.size ? [`text runs into notes ${page}`] : []),
      ...(last.y > foot ? [`notes leave the page ${page}`] : []),
    ];
  });

export function tablesOf(document: DocumentTree): readonly Table[] {
  const found: Table[] = [];
  visitNodes(document.content, (node) => {
    if (node.kind === "table") found.push(node as never);
  });
  return found;
}

type Place = { readonly page: number; readonly column: number };
const keyOf = ({ page, column }: Place): string => `${page} ${column}`;

/** Columns of pages in which rows of a table stand, in the order of reading. */
const columnsWith = (columns: readonly Column[], ids: ReadonlySet<string>): readonly Column[] =>
  columns.filter(({ rows }) => rows.some(({ runs }) => runs.some((run) => isOf(run, ids))));

const isOf = ({ node }: TraceLine, ids: ReadonlySet<string>): boolean =>
  node !== undefined && ids.has(node);

/** Rows that go over a page though less high than one. */
export const partedRows = (laid: Laid): readonly string[] => {
  const columns = columnsOf(laid);
  return tablesOf(laid.document).flatMap((table) =>
    table.body.flatMap((row) => {
      const ids = idsIn(row);
      const parts = columnsWith(columns, ids);
      if (parts.length < 2) return [];
      const height = parts.reduce((sum, part) => sum + extentOf(part, ids), 0);
      const room = (laid.theme.masters.later.regions[0]?.height ?? 0) * 0.8;
      const places = parts.map(keyOf).join(", ");
      return height < room ? [`a row of "${table.id}" stands in ${places}`] : [];
    }),
  );
};

function extentOf({ rows }: Column, ids: ReadonlySet<string>): number {
  const own = rows.filter(({ runs }) => runs.some((run) => isOf(run, ids))).map(({ y }) => y);
  return Math.max(...own) - Math.min(...own);
}

/** Texts of cells that stand over one another, and tables wider than their page. */
export const overfullCells = (laid: Laid): readonly string[] => {
  const columns = columnsOf(laid);
  return tablesOf(laid.document).flatMap((table) => {
    const ids = idsIn(table);
    return columnsWith(columns, ids).flatMap(({ page, rows }) => {
      const own = rows.filter(({ runs }) => runs.some((run) => isOf(run, ids)));
      const edge = (laid.trace[page]?.width ?? 0) - laid.theme.page.margins.right + 3;
      return own.flatMap((row, index) => [
        ...(row.right > edge ? [`"${row.text}" leaves the page`] : []),
        ...own
          .slice(index + 1)
          .flatMap((other) =>
            meet(row, other) ? [`"${row.text}" stands over "${other.text}"`] : [],
          ),
      ]);
    });
  });
};

const meet = (one: Row, other: Row): boolean =>
  one.owner !== other.owner &&
  Math.abs(one.y - other.y) < Math.min(one.size, other.size) * 0.5 &&
  one.x < other.right - 0.5 &&
  other.x < one.right - 0.5;

/** Shares of the whole that the columns of tables take: the widths of each table, and the room it had. */
export const widthsOfTables = (laid: Laid): readonly number[] =>
  laid.pages.flatMap(({ items, width }) =>
    items.flatMap((item) => {
      if (item.kind !== "box" || item.columns === undefined) return [];
      const { left, right } = laid.theme.page.margins;
      const all = item.columns.widths.reduce((sum, each) => sum + each, 0);
      return [all / (width - Math.min(left, right) * 2)];
    }),
  );

/** Pictures before their section, or more than a page from the text that they are written after. */
export const strayFigures = (laid: Laid): readonly string[] => {
  const owners = ownersOf(laid);
  const pageOf = ownerPages(laid, owners);
  const ordered = [...pageOf].sort(([one], [other]) => one.order - other.order);
  return laid.trace.flatMap(({ images }, page) =>
    images.flatMap(({ node }) => {
      const own = owners.get(node);
      if (own === undefined) return [];
      const before = ordered.filter(([owner]) => owner.order < own.order && isText(owner)).at(-1);
      const heading = ordered
        .filter(([owner]) => owner.order < own.order && owner.kind === "heading")
        .at(-1);
      return [
        ...(heading !== undefined && page < heading[1]
          ? [`"${node}" stands before its section`]
          : []),
        ...(before !== undefined && page > before[1] + 1
          ? [`"${node}" is ${page - before[1]} pages from its text`]
          : []),
      ];
    }),
  );
};

const isText = ({ kind, within }: Owner): boolean =>
  (kind === "paragraph" || kind === "heading") && !within.includes("notes");

/** The last page of each block. */
function ownerPages(laid: Laid, owners: ReadonlyMap<string, Owner>): ReadonlyMap<Owner, number> {
  const found = new Map<Owner, number>();
  for (const [page, { lines }] of laid.trace.entries()) {
    for (const { node } of lines) {
      const owner = owners.get(node ?? "");
      if (owner !== undefined) found.set(owner, page);
    }
  }
  return found;
}

/** Feet that say another page than theirs, another number of pages, and contents with other pages than those of their headings. */
export function wrongNumbers(laid: Laid): readonly string[] {
  const pageOf = firstPages(laid);
  return laid.trace.flatMap(({ lines, label }, index) => {
    const feet = lines.filter(({ artifact }) => artifact !== undefined).map(({ text }) => text);
    const said = /Page (\S+) (?:of|de) (\d+)/.exec(feet.join(" ").replace(/\s+/g, " "));
    const plain = laid.document.pageNumbers === undefined;
    const entries = lines.filter(({ part, node }) => part === "page" && node !== undefined);
    return [
      ...(said !== null && said[1] !== label ? [`page "${label}" says "${said[0]}"`] : []),
      ...(said !== null && plain && Number(said[2]) !== laid.trace.length
        ? [`page ${index + 1} of ${laid.trace.length} says "${said[0]}"`]
        : []),
      ...entries.flatMap((entry) => {
        const heading = `${entry.node?.replace(/^toc-/, "")}-heading`;
        const page = pageOf.get(heading);
        const right = page === undefined ? entry.text : laid.trace[page]?.label;
        return entry.text === right
          ? []
          : [`contents say ${entry.text} for ${heading}, not ${right}`];
      }),
    ];
  });
}

/** Slides with something below what their text has room for, without a word about it. */
export const overfullSlides = (laid: Laid): readonly string[] => {
  if (laid.rules.includes("slide-fits") || laid.rules.includes("content-fits")) return [];
  const feet = Object.values(laid.theme.frames).flatMap((frame) =>
    frame.kind === "footer" ? [frame.y] : [],
  );
  const foot = Math.min(...feet);
  return laid.trace.flatMap(({ lines, images }, index) => [
    ...lines.flatMap(({ node, y, text }) =>
      node !== undefined && y > foot ? [`"${text}" runs into the foot of slide ${index + 1}`] : [],
    ),
    ...images.flatMap(({ node, y, height }) =>
      y + height > foot ? [`"${node}" runs into the foot of slide ${index + 1}`] : [],
    ),
  ]);
};

/** Places where a table goes on without its head, if that takes less than a fifth of the page, and heads that are tagged twice. */
export const headlessParts = (laid: Laid): readonly string[] => {
  const columns = columnsOf(laid);
  return tablesOf(laid.document).flatMap((table) => {
    const head = idsIn({ ...table, body: [], caption: undefined } as never);
    const parts = columnsWith(columns, idsIn(table.body as never));
    if (table.head.length === 0 || parts.length < 2) return [];
    const own = columnsWith(columns, head);
    const words = own.flatMap(({ rows }) =>
      rows.flatMap(({ runs }) => runs.filter((run) => isOf(run, head)).map(({ text }) => text)),
    );
    const heights = own.flatMap(({ rows }) =>
      rows.filter(({ runs }) => runs.some((run) => isOf(run, head))).map(({ y }) => y),
    );
    const isHigh = Math.max(...heights) - Math.min(...heights) > (laid.trace[0]?.height ?? 0) / 5;
    const faults =
      own.length > 1 ? [`the head of "${table.id}" is tagged ${own.length} times`] : [];
    for (const { page } of isHigh ? [] : parts.slice(1)) {
      const copies = laid.trace[page]?.lines.filter(({ artifact }) => artifact === "layout") ?? [];
      const text = squeezed(copies.map((copy) => copy.text).join(""));
      if (words.some((word) => !text.includes(squeezed(word))))
        faults.push(`"${table.id}" goes on without its head on page ${page + 1}`);
    }
    return faults;
  });
};
