/** Merge: the records of a batch, and a source with the values of one of them in their places. */
export { checkFields, checkValues, findBlanks, type PlacedBlank } from "./check-blanks.ts";
export { fillHead, fillSource } from "./fill.ts";
export { nameOutputs } from "./output-name.ts";
export { readTable } from "./read-table.ts";
export type { MergeRecord, MergeTable } from "./record.ts";
