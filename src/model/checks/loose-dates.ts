import type { Place, Report } from "../../diagnostics/index.ts";
import type { TextPiece } from "../building.ts";
import { warning } from "../building.ts";
import { dateText } from "../date.ts";
import type { WrittenDate } from "../date-words.ts";
import { datesIn, withoutYear } from "../date-words.ts";
import type { Model, ModelRecord } from "../model.ts";
import { dateOfRecord } from "../selection.ts";

/**
 * Where an author ties dates to facts, a date without a link is one that will not be checked. Asked only of sources that
 * have such links. A bare year counts when a record is dated by the year alone.
 */
export function checkLooseDates(model: Model, pieces: readonly TextPiece[], report: Report): void {
  const dated = datedRecords(model);
  for (const { text, place } of pieces) {
    for (const written of datesIn(text, model.language)) {
      const near = dated.get(dateText(written.date));
      if (near === undefined && written.date.kind === "year") continue;
      const words = text.slice(written.start, written.end);
      warning(report, "dates-are-tied-to-facts", within(place, text, written), [
        `The date "${words}" is not tied to a fact, so nobody notices when it is wrong.`,
        near === undefined
          ? "Record what happened then, and link the words to it."
          : `Write [${words}](fact:${near.record.id ?? ""}.${near.field}) if it is the date of "${near.record.titleText}".`,
      ]);
    }
  }
}

type Dated = { readonly record: ModelRecord; readonly field: string };

/** The first record of each date, by its EDTF with the year and without. */
function datedRecords(model: Model): ReadonlyMap<string, Dated> {
  const dated = new Map<string, Dated>();
  for (const record of model.recordById.values()) {
    const date = dateOfRecord(model, record);
    if (date === undefined) continue;
    for (const [field, value] of record.fields) {
      if (value.date !== date) continue;
      for (const key of [dateText(date), dateText(withoutYear(date))]) {
        if (!dated.has(key)) dated.set(key, { record, field });
      }
    }
  }
  return dated;
}

/** The place of a stretch in a text that begins at a place. */
function within(place: Place, text: string, { start, end }: WrittenDate): Place {
  const before = text.slice(0, start);
  const lines = before.split("\n").length - 1;
  const line = place.line + lines;
  const column = lines === 0 ? place.column + start : start - before.lastIndexOf("\n");
  return { file: place.file, line, column, endLine: line, endColumn: column + end - start };
}
