import type { TimelineEntry } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";

/** Entries of one year that stand next to each other. */
export type YearGroup = {
  readonly year: string;
  readonly entries: readonly TimelineEntry[];
  /** Columns that it takes. */
  readonly span: number;
};

/** A year with more than `over` entries takes two columns, or more when it has very many. */
export const yearGroups = (
  entries: readonly TimelineEntry[],
  over: number,
  most: number,
): readonly YearGroup[] => {
  const groups: { year: string; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last !== undefined && last.year === entry.year) last.entries.push(entry);
    else groups.push({ year: entry.year, entries: [entry] });
  }
  return groups.map((group) => ({
    ...group,
    span: Math.max(1, Math.min(most, Math.ceil(group.entries.length / Math.max(1, over)))),
  }));
};

/** How many columns of at least `narrowest` stand side by side. */
export const columnsWithin = (width: Points, narrowest: Points, gap: Points): number =>
  Math.max(1, Math.floor((width + gap) / (narrowest + gap)));

/** Things one below another in `count` columns of about equal height, in order. */
export const chunkByHeight = <Thing extends { readonly height: Points; readonly after: Points }>(
  things: readonly Thing[],
  count: number,
): readonly (readonly Thing[])[] => {
  const total = things.reduce((sum, thing) => sum + thing.height + thing.after, 0);
  const chunks: Thing[][] = [[]];
  let height = 0;
  let taken = 0;
  for (const thing of things) {
    const own = thing.height + thing.after;
    const left = count - chunks.length + 1;
    const target = (total - taken) / left;
    const current = chunks.at(-1) ?? [];
    // The thing goes where more than half of it still belongs.
    if (current.length > 0 && left > 1 && height + own / 2 > target) {
      taken += height;
      chunks.push([thing]);
      height = own;
    } else {
      current.push(thing);
      height += own;
    }
  }
  return chunks;
};
