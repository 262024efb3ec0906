import type { Report } from "../../diagnostics/index.ts";
import { error, warning } from "../building.ts";
import { parseDate, spanOf } from "../date.ts";
import type { Model } from "../model.ts";
import { dateOfRecord } from "../selection.ts";

/** What is past began before the as-of date; what is planned is not over. Nothing is checked without an as-of date. */
export function checkStanding(model: Model, report: Report): void {
  const asOf = parseDate(model.head.asOf ?? "");
  if (asOf === undefined) return;
  const today = spanOf(asOf).first;
  for (const record of model.records) {
    const standing = record.fields.get("standing")?.text;
    if (standing !== "past" && standing !== "planned") continue;
    const date = dateOfRecord(model, record);
    if (date === undefined) continue;
    const { first, last } = spanOf(date);
    if (standing === "past" && first > today) {
      error(report, "standing-agrees", record.place, [
        `The ${record.type} "${record.titleText}" is past, but its date is after ${model.head.asOf}, the as-of date.`,
        "Give it the standing planned, or mend its date.",
      ]);
    } else if (standing === "planned" && last <= today) {
      warning(report, "standing-agrees", record.place, [
        `The ${record.type} "${record.titleText}" is planned, but its date is over on ${model.head.asOf}, the as-of date.`,
        "Remove the standing planned, or mend its date.",
      ]);
    }
  }
}
