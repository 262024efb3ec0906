import { assetsOf } from "../layout/support.ts";
import type { Laid } from "./corpus.ts";
import type { Row } from "./reading.ts";
import { columnsOf, isRunning, rowsByOwner } from "./reading.ts";

/** What a reader holds against lines; each gives the faults in words. */

/** Paragraphs of running text in the look of the body, with their lines in the order of reading. */
function bodies(laid: Laid): readonly (readonly Row[])[] {
  return [...rowsByOwner(columnsOf(laid))].flatMap(([owner, rows]) =>
    owner.kind === "paragraph" && owner.role === undefined && isRunning(owner) && isLatin(rows)
      ? [rows]
      : [],
  );
}

const isLatin = (rows: readonly Row[]): boolean =>
  rows.every(({ text }) => !/[\u0590-\u08FF\u3000-\u9FFF]/u.test(text));

/** Neighbours that stand in one row of hyphens longer than the theme allows. */
export const ladders = (laid: Laid): readonly string[] =>
  [...rowsByOwner(columnsOf(laid)).values()].flatMap((rows) => {
    let row = 0;
    return rows.flatMap(({ hyphenated, text }) => {
      row = hyphenated ? row + 1 : 0;
      return row > laid.theme.breaks.hyphenation.ladder ? [`"${text}" is hyphen ${row}`] : [];
    });
  });

/** The width of word spaces as a multiple of the font's own; undefined for a line without any. */
function spaceOf(laid: Laid, { runs }: Row): number | undefined {
  const run = runs.find(({ text }) => text.trim().includes(" "));
  if (run === undefined) return undefined;
  const font = assetsOf(laid.theme).face(run.face);
  if (font === undefined) return undefined;
  const own = (font.advance(font.glyph(0x20)) * run.size) / font.unitsPerEm;
  return run.expansion + run.wordSpace / own;
}

/** Spaces of all lines of running text but the last ones. */
export const spacesIn = (laid: Laid): readonly { readonly space: number; readonly row: Row }[] =>
  bodies(laid).flatMap((rows) =>
    rows.slice(0, -1).flatMap((row) => {
      const space = spaceOf(laid, row);
      return space === undefined ? [] : [{ space, row }];
    }),
  );

/** Tight, decent, loose, very loose: as lines are told apart when they are chosen. */
function classOf(space: number, { theme }: Laid): number {
  const { stretch, shrink } = theme.breaks.wordSpace;
  const ratio = space > 1 ? (space - 1) / (stretch - 1) : (space - 1) / (1 - shrink);
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

/** How many pairs of neighbouring lines there are, and how many differ by more than one class of tightness. */
export function contrasts(laid: Laid): { readonly pairs: number; readonly apart: number } {
  let pairs = 0;
  let apart = 0;
  for (const rows of bodies(laid)) {
    const classes = rows.map((row) => {
      const space = spaceOf(laid, row);
      return space === undefined ? undefined : classOf(space, laid);
    });
    for (const [index, own] of classes.slice(1).entries()) {
      const before = classes[index];
      if (own === undefined || before === undefined) continue;
      pairs += 1;
      if (Math.abs(own - before) > 1) apart += 1;
    }
  }
  return { pairs, apart };
}

/** Last lines of justified paragraphs that have nothing but the end of a word. */
export const fragments = (laid: Laid): readonly string[] =>
  bodies(laid).flatMap((rows) => {
    const last = rows.at(-1) as Row;
    return rows.at(-2)?.hyphenated === true && !last.text.trim().includes(" ")
      ? [`"${last.text}" stands alone`]
      : [];
  });

/** Last lines of paragraphs of more than one line, and which are shorter than five em. */
export function lastLines(laid: Laid): {
  readonly count: number;
  readonly short: readonly string[];
} {
  const ends = bodies(laid).flatMap((rows) => (rows.length > 1 ? [rows.at(-1) as Row] : []));
  const short = ends.filter(({ x, right, size }) => right - x < 5 * size);
  return { count: ends.length, short: short.map(({ text }) => text) };
}

/**
 * Justified lines that end elsewhere than others of their paragraph that end with a letter. Points and hyphens stand in the margin,
 * so letters alone tell where the edge is.
 */
export const unevenEdges = (laid: Laid): readonly string[] =>
  bodies(laid).flatMap((rows) => {
    const justified = rows
      .slice(0, -1)
      .filter(({ text, runs }) => /\p{L}\s*$/u.test(text) && !endsInSpace(runs.at(-1)?.text));
    const [first] = justified;
    return justified.flatMap((row) =>
      first !== undefined && row.column === first.column && row.page === first.page
        ? Math.abs(row.right - first.right) > 0.05
          ? [`"${row.text}" ends ${(row.right - first.right).toFixed(2)} pt from the edge`]
          : []
        : [],
    );
  });

const endsInSpace = (text = ""): boolean => /\s$/.test(text);

/** A word that a hyphen of ours parts: what stands before and after it, and all that was written around it. */
export type Parted = { readonly before: string; readonly after: string; readonly whole: string };

export const partedWords = (laid: Laid): readonly Parted[] =>
  [...rowsByOwner(columnsOf(laid)).values()].flatMap((rows) =>
    rows.flatMap((row, index) => {
      const next = rows[index + 1];
      if (!row.hyphenated || next === undefined) return [];
      const head = /\S+$/u.exec(row.text.replace(/\u00AD$/, ""))?.[0] ?? "";
      const tail = /^\S+/u.exec(next.text.trimStart())?.[0] ?? "";
      const before = /[\p{L}\p{M}]+$/u.exec(head)?.[0] ?? "";
      const after = /^[\p{L}\p{M}]+/u.exec(tail)?.[0] ?? "";
      return [{ before, after, whole: head + tail }];
    }),
  );

const notFirst = /^[—–)\]»”,.;:!?ー。、」』]/u;
const notLast = /[([«“「『]$/u;

/** Lines that begin with what belongs to the line before, or end with what belongs to the next. */
export const misplacedSigns = (laid: Laid): readonly string[] =>
  textsOf(laid).flatMap((rows) =>
    rows.flatMap(({ text }, index) => [
      ...(index > 0 && notFirst.test(text.trim()) ? [`a line begins "${text}"`] : []),
      ...(index < rows.length - 1 && notLast.test(text.trim()) ? [`a line ends "${text}"`] : []),
    ]),
  );

/** Lines of text that is no code, and of one direction, since parts of the other stand at the left of what they follow. */
const textsOf = (laid: Laid): readonly (readonly Row[])[] =>
  [...rowsByOwner(columnsOf(laid))].flatMap(([owner, rows]) =>
    ["paragraph", "heading", "caption", "term"].includes(owner.kind) &&
    rows.every(({ text }) => !/[\u0590-\u08FF]/u.test(text))
      ? [rows]
      : [],
  );

/** What French keeps together, written with the end of a line as a bar. */
const partings = [
  [/ ?\|[;:!?»%$]/u, "a sign stands apart from what is before it"],
  [/«[ \u00A0\u202F]?\|/u, "a quotation mark stands apart from what it opens"],
  [/\d[ \u00A0\u202F]?\|\d{3}(?!\d)/u, "a number is parted"],
  [/\b1(?:er|ᵉʳ) ?\|(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre)/u, "a date"],
  [/(?:^|\s)(?:M\.|Mme|Me) ?\|\p{Lu}/u, "a title stands apart from its name"],
] as const;

/** Lines that part what belongs together by the customs of French. */
export const partedFrench = (laid: Laid): readonly string[] =>
  textsOf(laid).flatMap((rows) => {
    const text = rows.map((row) => row.text.replace(/ $/, "")).join("|");
    return partings.flatMap(([pattern, says]) => {
      const found = pattern.exec(text);
      const near = text.slice(Math.max(0, (found?.index ?? 0) - 20), (found?.index ?? 0) + 20);
      return found === null ? [] : [`${says}: "${near}"`];
    });
  });
