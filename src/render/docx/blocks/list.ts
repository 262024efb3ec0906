import type { FileChild } from "docx";
import type { DefinitionList, List, ListItem } from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";
import type { Child } from "../element.ts";
import { element, valued } from "../element.ts";
import { runs, textRun } from "../inline.ts";
import { paragraph } from "../paragraph.ts";
import type { Place, WriteBlocks } from "./place.ts";

/** Built-in list styles go down to 5, levels of a definition to 9. */
const deepestStyle = 5;
const deepestLevel = 9;

export function list(
  node: List,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  const level = Math.min(deepestLevel, place.listLevel + 1);
  const instance = node.ordered ? instanceOf(node, level, context) : undefined;
  return node.items.flatMap((item) =>
    listItem(item, node, level, instance, context, { ...place, listLevel: level }, write),
  );
}

/** An ordered list counts by an instance of its own, so that it begins where the source says. */
function instanceOf(node: List, level: number, context: DocxContext): number {
  const id = 10 + context.numbering.length;
  context.numbering.push({ id, level: level - 1, start: node.start });
  return id;
}

function listItem(
  item: ListItem,
  node: List,
  level: number,
  instance: number | undefined,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  const suffix = level === 1 ? "" : String(Math.min(deepestStyle, level));
  const style = `${node.ordered ? "ListNumber" : "ListBullet"}${suffix}`;
  const [first, ...rest] = item.children;
  const body = `ListContinue${suffix}`;
  const box: readonly Child[] =
    item.checked === undefined
      ? []
      : [textRun(item.checked ? "☒" : "☐", "ChoiceBox"), textRun(" ")];
  const properties = numbering(level, instance);
  const opening =
    first?.kind === "paragraph"
      ? [
          paragraph(style, [...box, ...runs(first.children, context)], context, {
            node: item.id,
            properties,
          }),
        ]
      : [
          paragraph(style, box, context, { node: item.id, properties }),
          ...(first === undefined ? [] : write([first], context, { ...place, body })),
        ];
  return [...opening, ...write(rest, context, { ...place, body })];
}

/** Bullets number by their style; deeper levels than styles and lists that count say so themselves. */
function numbering(level: number, instance: number | undefined): readonly Child[] {
  if (instance === undefined && level <= deepestStyle) return [];
  return [
    element("w:numPr", undefined, valued("w:ilvl", level - 1), valued("w:numId", instance ?? 1)),
  ];
}

export function definitionList(
  node: DefinitionList,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  return node.entries.flatMap((entry) => [
    ...entry.terms.map((term) =>
      paragraph("DefinitionTerm", runs(term.children, context), context, { node: term.id }),
    ),
    ...entry.descriptions.flatMap((description) =>
      write(description.children, context, { ...place, body: "Definition" }),
    ),
  ]);
}
