import type { Nodes } from "mdast";
import type { Diagnostic, Place, Report } from "../diagnostics/index.ts";
import { similarNames } from "../diagnostics/index.ts";
import type { Head, HeadValue } from "../model/index.ts";
import type { Source } from "../source/index.ts";
import type { Blank } from "./blanks.ts";
import { blanksIn, valueIn } from "./blanks.ts";
import type { MergeRecord, MergeTable } from "./record.ts";

/** A place for a value, and where the source has it. */
export type PlacedBlank = Blank & { readonly place: Place };

/** All places for values in the printed text and in the head, in order. */
export function findBlanks(source: Source, head: Head): readonly PlacedBlank[] {
  const found: PlacedBlank[] = [];
  const add = (text: string, place: Place): void => {
    for (const blank of blanksIn(text)) found.push({ ...blank, place });
  };
  const walkHead = (value: HeadValue): void => {
    if (value.kind === "text") add(value.text, value.place);
    else
      for (const item of value.kind === "map" ? value.entries.values() : value.items)
        walkHead(item);
  };
  const walk = (node: Nodes, place: Place): void => {
    const start = node.position?.start;
    const here =
      start === undefined ? place : { file: source.file, line: start.line, column: start.column };
    if (node.type === "text") add(node.value, here);
    if (node.type === "link" || node.type === "image") add(node.url, here);
    if (node.type === "image") add(node.alt ?? "", here);
    if ("children" in node) for (const child of node.children) walk(child, here);
  };
  walkHead(head.fields);
  walk(source.tree, { file: source.file, line: 1, column: 1 });
  return found;
}

/** Complains about places whose field no record has; where nothing may be printed, that may be so. */
export function checkFields(
  blanks: readonly PlacedBlank[],
  table: MergeTable,
  report: Report,
): void {
  for (const { field, place, optional } of blanks) {
    if (table.fields.includes(field)) continue;
    const near = similarNames(field, table.fields).map((name) => `Did you mean "${name}"?`);
    report({
      rule: "field-exists",
      severity: optional ? "warning" : "error",
      message: `The records of "${table.file}" have no field "${field}".`,
      place,
      hints: [...near, `They have: ${table.fields.join(", ")}.`],
    });
  }
}

/** What a record lacks: nobody wants a letter that begins "Dear ,". */
export function checkValues(
  blanks: readonly PlacedBlank[],
  record: MergeRecord,
): readonly Diagnostic[] {
  const empty = new Set(
    blanks
      .filter(({ field, optional }) => !optional && valueIn(record.values, field) === "")
      .map(({ field }) => field),
  );
  return [...empty].map((field) => ({
    rule: "value-is-given",
    severity: "error",
    message: `The record ${record.number} has no "${field}".`,
    place: record.place,
    hints: [`Write {{record.${field}?}} in the source where it may be missing.`],
  }));
}
