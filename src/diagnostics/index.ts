export type { Diagnostic, Outcome, Place, Report, Severity } from "./diagnostic.ts";
