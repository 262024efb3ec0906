import { standardHelpers } from "../engine/index.ts";

/** The helpers of this stage, beside those that every template has. */
const documentHelperNames: readonly string[] = [
  "address",
  "annex-body",
  "as-of",
  "both",
  "capital",
  "classification",
  "current-section",
  "date",
  "field",
  "has-label",
  "item",
  "label",
  "list-of",
  "marking",
  "missing",
  "page",
  "pages",
  "raw",
  "records",
  "select",
  "steps",
];

/** Names that a template may call. */
export function helperNames(): readonly string[] {
  return [...standardHelpers().keys(), ...documentHelperNames];
}
