import type { Place } from "../diagnostics/index.ts";

/** One record of a batch: what is filled into its document. */
export type MergeRecord = {
  /** From 1, in the order of the file. */
  readonly number: number;
  /** By field. A value that is not there is the empty text. */
  readonly values: Readonly<Record<string, string>>;
  readonly place: Place;
};

/** A record as its file has it: values by the names that are written there. */
export type WrittenRecord = {
  readonly values: ReadonlyMap<string, string>;
  readonly place: Place;
};

/** The records of a file. */
export type MergeTable = {
  readonly file: string;
  /** Names of the fields, in the order of the file. */
  readonly fields: readonly string[];
  readonly records: readonly MergeRecord[];
};
