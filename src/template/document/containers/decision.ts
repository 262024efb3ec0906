import type { List, ListItem, RootContent } from "mdast";
import type { Block, DecisionField, DecisionRow, Inline } from "../../../document/index.ts";
import type { Container } from "../../../source/index.ts";
import type { Building, Spot } from "../building.ts";
import { emptyHeading, headed } from "../heading.ts";
import { running } from "../inline.ts";
import { placed } from "../place.ts";
import { entryOf } from "./entries.ts";

/**
 * `:::decision[Label]`. A numbered item is a thing to decide, with its choices as a list within; a bullet is a choice where
 * there is but one thing to decide; a bullet with a bold label is a line to fill in.
 */
export function decisionOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  const id = building.ids.idOf(node, spot.parent, "decision");
  const { heading, children } = headed(building, node, id);
  const rows: DecisionRow[] = [];
  const fields: DecisionField[] = [];
  const choices: (readonly Inline[])[] = [];
  const others: RootContent[] = [];
  for (const child of children) {
    if (child.type !== "list") others.push(child);
    else if (child.ordered) rows.push(...child.children.map((item) => rowOf(building, item, id)));
    else {
      for (const item of child.children) {
        const field = fieldOf(building, item, id);
        if (field === undefined) choices.push(choiceOf(building, item, id));
        else fields.push(field);
      }
    }
  }
  if (choices.length > 0) {
    rows.push({ kind: "decisionRow", id: building.ids.idOf(undefined, id, "row"), choices });
  }
  const rest = building.blocks(others, { ...spot, parent: id });
  const head = heading ?? emptyHeading(building, id);
  return [
    ...rest,
    { kind: "decision", id, ...placed(building, node), heading: head, rows, fields },
  ];
}

function rowOf(building: Building, item: ListItem, parent: string): DecisionRow {
  const id = building.ids.idOf(item, parent, "row");
  const [first] = item.children;
  const lists = item.children.filter((child): child is List => child.type === "list");
  const text = first?.type === "paragraph" ? running(building, first.children, id) : [];
  const choices = lists.flatMap((list) =>
    list.children.map((choice) => choiceOf(building, choice, id)),
  );
  return { kind: "decisionRow", id, ...placed(building, item), text, choices };
}

function choiceOf(building: Building, item: ListItem, parent: string): readonly Inline[] {
  const [first] = item.children;
  return first?.type === "paragraph" ? running(building, first.children, parent) : [];
}

function fieldOf(building: Building, item: ListItem, parent: string): DecisionField | undefined {
  const entry = entryOf(item);
  if (!entry.isLabelled) return undefined;
  const id = building.ids.idOf(item, parent, "field");
  const value = running(building, entry.value, id);
  return {
    kind: "decisionField",
    id,
    ...placed(building, item),
    label: running(building, entry.label, id),
    ...(value.length > 0 && { value }),
  };
}
