import type { Place, Report } from "../../diagnostics/index.ts";
import type { Model, ModelRecord } from "../../model/index.ts";
import type { TemplateFolder } from "../template-folder.ts";

/** What the making of one document shares: what is read, in which language, and where faults are told. */
export type Making = {
  readonly folder: TemplateFolder;
  readonly model: Model;
  /** Language of the labels: `en`, `fr`. */
  readonly language: string;
  /** The other official language, which stands second where both are printed. */
  readonly otherLanguage: string;
  /** BCP 47 of the document: `fr-CA`. */
  readonly documentLanguage: string;
  /** ISO date; absent: none was given. */
  readonly asOf?: string;
  readonly report: Report;
  /** Required fields that were asked for and are not given, with where the template asks or the head stands. */
  readonly missing: Map<string, Place | undefined>;
  /** Number of each record among those of its type, from 1. */
  readonly numbers: ReadonlyMap<ModelRecord, number>;
  /** Records by where they are written: `12:3`. */
  readonly recordAt: ReadonlyMap<string, ModelRecord>;
  /** What was told already, so that a loop tells it once. */
  readonly told: Set<string>;
};

export function numbersOf(model: Model): ReadonlyMap<ModelRecord, number> {
  const counts = new Map<string, number>();
  return new Map(
    model.records.map((record) => {
      const count = (counts.get(record.type) ?? 0) + 1;
      counts.set(record.type, count);
      return [record, count];
    }),
  );
}

export function recordsByPlace(model: Model): ReadonlyMap<string, ModelRecord> {
  return new Map(
    model.records.map((record) => [`${record.place.line}:${record.place.column}`, record]),
  );
}
