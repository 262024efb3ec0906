import type { FileChild } from "docx";
import type { QuickFacts, Timeline } from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";
import { runs, tabRun } from "../inline.ts";
import { paragraph } from "../paragraph.ts";

/** Shaded paragraphs, label left and value at the right tab: no frame, no layout table. */
export function quickFacts(node: QuickFacts, context: DocxContext): readonly FileChild[] {
  return [
    paragraph("QuickFactsHeading", runs(node.heading.children, context), context, {
      node: node.id,
    }),
    ...node.facts.map((fact) =>
      paragraph(
        "QuickFact",
        [...runs(fact.label, context), tabRun(), ...runs(fact.value, context, "FactValue")],
        context,
        { node: fact.id },
      ),
    ),
  ];
}

export function timeline(node: Timeline, context: DocxContext): readonly FileChild[] {
  return node.entries.map((entry) =>
    paragraph(
      "Timeline",
      [...runs(entry.date, context, "TimelineDate"), tabRun(), ...runs(entry.children, context)],
      context,
      { node: entry.id },
    ),
  );
}
