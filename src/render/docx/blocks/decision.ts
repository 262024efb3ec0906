import type { Decision } from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";
import { checkBox } from "../controls.ts";
import type { Child, FileChild } from "../element.ts";
import { runs } from "../inline.ts";
import { paragraph } from "../paragraph.ts";
import { tabRun, textRun } from "../text.ts";

/** A tinted box of paragraphs that keep together by their styles. */
export function decision(node: Decision, context: DocxContext): readonly FileChild[] {
  return [
    paragraph("DecisionHeading", runs(node.heading.children, context), context, { node: node.id }),
    ...node.rows.flatMap((row) => [
      ...(row.text === undefined
        ? []
        : [paragraph("Decision", runs(row.text, context), context, { node: row.id })]),
      paragraph(
        "Decision",
        row.choices.flatMap((choice, index): readonly Child[] => [
          ...(index === 0 ? [] : [tabRun()]),
          checkBox(false, context),
          textRun(" "),
          ...runs(choice, context),
        ]),
        context,
        row.text === undefined ? { node: row.id } : {},
      ),
    ]),
    ...node.fields.map((field) =>
      paragraph(
        "Signature",
        [
          ...runs(field.label, context, "Strong"),
          tabRun(),
          ...(field.value === undefined ? [tabRun()] : runs(field.value, context)),
        ],
        context,
        { node: field.id },
      ),
    ),
  ];
}
