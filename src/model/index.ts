/** What a source says: sections, records and facts, checked. Dates and selections, which templates need too. */
export { buildModel, type ModelOptions } from "./build-model.ts";
export { compareDates, contains, dateText, parseDate } from "./date.ts";
export { readWrittenDate } from "./date-words.ts";
export { languageCalled, readLanguage } from "./language.ts";
export type {
  Brief,
  Condition,
  DateValue,
  FieldType,
  FieldValue,
  Head,
  HeadList,
  HeadMap,
  HeadText,
  HeadValue,
  Model,
  ModelRecord,
  ModelSection,
  Named,
  ProductNames,
  RecordType,
  Selected,
  Selection,
  SlideNotes,
  SlideOutline,
} from "./model.ts";
export { type DateStyle, printDate } from "./print-date.ts";
export { type FactValue, quickFactValue } from "./quick-fact.ts";
export { selectFor } from "./select-for.ts";
export { dateOfRecord, findById, select } from "./selection.ts";
export { usualRecordTypes } from "./usual-record-types.ts";
