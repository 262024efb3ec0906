import type { DocxContext, PageSeries } from "./context.ts";
import type { Child, FileChild } from "./element.ts";
import { addBeforeLast, addLast, element, isParagraph, styleOf } from "./element.ts";
import { simpleField } from "./fields.ts";
import { paragraph } from "./paragraph.ts";
import { textRun } from "./text.ts";

/** A stretch of the file, as far as its pages are counted. */
type Counted = {
  readonly children: readonly FileChild[];
  /** Letter of the annex. Absent: none. */
  readonly annex?: string;
  /** It stands before the first section. Absent: not. */
  readonly front?: boolean;
};

/** The series of each stretch; all undefined where there is one alone. */
export function seriesOf(stretches: readonly Counted[]): readonly (PageSeries | undefined)[] {
  const all = stretches.map(({ annex, front }) => annex ?? (front === true ? "front" : "main"));
  return new Set(all).size > 1 ? all : all.map(() => undefined);
}

/**
 * How many pages there are of those that are counted together. Word counts those of the file (NUMPAGES) and of one section
 * (SECTIONPAGES), but a part with a page in landscape has several: so it is the number of the page on which the part ends (17.16.5.45).
 */
export function pageCount({ facts, series }: DocxContext): readonly Child[] {
  if (series === undefined) return simpleField("NUMPAGES", String(facts.pages));
  return simpleField(`PAGEREF ${endOf(series)}`, facts.counts.get(series) ?? "1");
}

const endOf = (series: PageSeries): string => `_Pages_${series}`;

/** The stretches with a hidden bookmark at the end of each series, for the fields that say its last number. */
export function withSeriesEnds<Stretch extends Counted>(
  stretches: readonly Stretch[],
  context: DocxContext,
): readonly Stretch[] {
  const all = seriesOf(stretches);
  return stretches.map((stretch, index): Stretch => {
    const series = all[index];
    if (series === undefined || all.lastIndexOf(series) !== index) return stretch;
    const last = stretch.children.at(-1);
    if (last !== undefined && canEndSection(last)) {
      markEnd(last, series, context);
      return stretch;
    }
    const end = paragraph("TableEnd", [textRun(" ")], context);
    markEnd(end, series, context);
    return { ...stretch, children: [...stretch.children, end] };
  });
}

/** A paragraph, but none of a field that makes a list: the end of a section would be made anew with it, and LibreOffice loses footers there. */
export function canEndSection(last: FileChild): boolean {
  return isParagraph(last) && styleOf(last) !== "TableofFigures";
}

/** Around the last words: at the end of a file, LibreOffice loses a bookmark that holds nothing. */
function markEnd(end: FileChild, series: PageSeries, context: DocxContext): void {
  const id = context.next("bookmark");
  addBeforeLast(end, element("w:bookmarkStart", { "w:id": id, "w:name": endOf(series) }));
  addLast(end, element("w:bookmarkEnd", { "w:id": id }));
}
