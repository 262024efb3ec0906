import type { Decision } from "../../../document/index.ts";
import { newElement } from "./element.ts";
import { planHeading } from "./plan-heading.ts";
import { planInline } from "./plan-inline.ts";
import type { Planning } from "./planning.ts";
import { inside, planNode, planPart } from "./planning.ts";

/** What is to be decided, its choices as a list, the lines for signatures. */
export function planDecision(node: Decision, planning: Planning): void {
  const decision = inside(planning, planNode(planning, "Sect", node));
  planHeading(node.heading, decision);
  for (const row of node.rows) {
    const around = inside(decision, newElement("Div", decision.parent, languageOf(row)));
    const { language: _language, ...plain } = row;
    planInline(row.text ?? [], inside(around, planNode(around, "P", plain)));
    const choices = planPart(around, "L", row.id, ["choice"], {
      attributes: ["<</O/List/ListNumbering/None>>"],
    });
    for (const choice of row.choices) planInline(choice, inside(around, choices));
  }
  for (const field of node.fields) {
    const around = inside(decision, planNode(decision, "Div", field));
    planInline(field.label, inside(around, planPart(around, "P", field.id, ["label"])));
    planInline(field.value ?? [], inside(around, planPart(around, "P", field.id, ["value"])));
  }
}

function languageOf(node: { readonly language?: string }): { readonly language?: string } {
  return node.language === undefined ? {} : { language: node.language };
}
