import type {
  DefinitionList,
  KeyValues,
  List,
  ListItem,
  QuickFacts,
  Timeline,
} from "../../../document/index.ts";
import { newElement } from "./element.ts";
import { planHeading } from "./plan-heading.ts";
import { planInline } from "./plan-inline.ts";
import { rowHead } from "./plan-table.ts";
import type { Planning } from "./planning.ts";
import { inside, planNode, planPart } from "./planning.ts";

/** 14.8.5.5: how the items are numbered. */
const numbering = (kind: "Disc" | "Decimal" | "None") => ({
  attributes: [`<</O/List/ListNumbering/${kind}>>`],
});

export function planList(node: List, planning: Planning): void {
  const list = planNode(planning, "L", node, numbering(node.ordered ? "Decimal" : "Disc"));
  for (const item of node.items) planItem(item, node.ordered, inside(planning, list));
}

/** A bullet is a drawing: its label says what it is. Numbers and boxes of tasks say it themselves. */
function planItem(item: ListItem, ordered: boolean, planning: Planning): void {
  const language = item.language === undefined ? {} : { language: item.language };
  const around = inside(planning, newElement("LI", planning.parent, language));
  const bullet = ordered || item.checked !== undefined ? {} : { actualText: "\u2022" };
  planPart(around, "Lbl", item.id, ["label"], bullet);
  const { language: _language, ...plain } = item;
  planning.planBlocks(item.children, inside(around, planNode(around, "LBody", plain)));
}

/** Terms are labels, what is said of them the bodies. */
export function planDefinitions(node: DefinitionList, planning: Planning): void {
  const list = inside(planning, planNode(planning, "L", node, numbering("None")));
  for (const entry of node.entries) {
    const item = inside(list, newElement("LI", list.parent));
    const label = inside(item, newElement("Lbl", item.parent));
    for (const term of entry.terms) {
      const element = planNode(label, "Span", term);
      label.plan.elements.set(`${term.id}\u0000term`, element);
      planInline(term.children, inside(label, element));
    }
    const body = inside(item, newElement("LBody", item.parent));
    for (const description of entry.descriptions) {
      planning.planBlocks(description.children, inside(body, planNode(body, "Div", description)));
    }
  }
}

/** Label and value read as one item. */
export function planQuickFacts(node: QuickFacts, planning: Planning): void {
  const box = inside(planning, planNode(planning, "Sect", node));
  planHeading(node.heading, box);
  const list = inside(box, newElement("L", box.parent, numbering("None")));
  for (const fact of node.facts) {
    const language = fact.language === undefined ? {} : { language: fact.language };
    const item = inside(list, newElement("LI", list.parent, language));
    planInline(fact.label, inside(item, planPart(item, "Lbl", fact.id, ["label"])));
    const body = planPart(item, "LBody", fact.id, ["value"]);
    planning.plan.elements.set(fact.id, body);
    planInline(fact.value, inside(item, body));
  }
}

export function planTimeline(node: Timeline, planning: Planning): void {
  const list = inside(planning, planNode(planning, "L", node, numbering("None")));
  for (const entry of node.entries) {
    const language = entry.language === undefined ? {} : { language: entry.language };
    const item = inside(list, newElement("LI", list.parent, language));
    const label = inside(item, planPart(item, "Lbl", entry.id, ["label", "date", "year"]));
    planInline(entry.date, label);
    planInline(entry.dateInYear, label);
    const { language: _language, ...plain } = entry;
    planInline(entry.children, inside(item, planNode(item, "LBody", plain)));
  }
}

/** A routing block: rows of a head and its value. */
export function planKeyValues(node: KeyValues, planning: Planning): void {
  const table = inside(planning, planNode(planning, "Table", node));
  const body = inside(table, newElement("TBody", table.parent));
  for (const entry of node.entries) {
    const language = entry.language === undefined ? {} : { language: entry.language };
    const row = inside(body, newElement("TR", body.parent, language));
    planInline(entry.label, inside(row, planPart(row, "TH", entry.id, ["label"], rowHead)));
    const { language: _language, ...plain } = entry;
    planning.planBlocks(entry.value, inside(row, planNode(row, "TD", plain, { meaningful: true })));
  }
}
