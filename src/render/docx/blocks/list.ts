import type { DefinitionList, List, ListItem } from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";
import { inLanguageOf } from "../context.ts";
import { checkBox } from "../controls.ts";
import type { Child, FileChild } from "../element.ts";
import { element, valued } from "../element.ts";
import { runs } from "../inline.ts";
import { paragraph } from "../paragraph.ts";
import type { ListKind, ListPlace } from "../styles/list-styles.ts";
import {
  deepestLevel,
  deepestStyle,
  firstInstance,
  listStyle,
  numberingOf,
  statementNumbering,
} from "../styles/list-styles.ts";
import { tabRun } from "../text.ts";
import type { Place, WriteBlocks } from "./place.ts";
import { styleIn, withinStyle } from "./place.ts";

/** What the items of one list have in common. */
type Around = {
  readonly level: number;
  readonly ordered: boolean;
  /** Number of its own that an ordered list counts by. Absent: bullets. */
  readonly instance?: number;
  readonly isStatement: boolean;
};

export function list(
  node: List,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  const level = Math.min(deepestLevel, place.listLevel + 1);
  const isStatement = node.ordered && level === 1 && place.slide?.statements === true;
  const around: Around = {
    level,
    ordered: node.ordered,
    isStatement,
    ...(node.ordered ? { instance: instanceOf(node, level, isStatement, context, place) } : {}),
  };
  return node.items.flatMap((item) =>
    listItem(item, around, inLanguageOf(context, item), { ...place, listLevel: level }, write),
  );
}

/** An ordered list counts by an instance of its own, so that it begins where the source says. */
function instanceOf(
  node: List,
  level: number,
  isStatement: boolean,
  context: DocxContext,
  place: Place,
): number {
  const id = firstInstance + context.numbering.length;
  const definition = isStatement ? statementNumbering : numberingOf(place.inside ?? "page", true);
  context.numbering.push({ id, definition, level: level - 1, start: node.start });
  return id;
}

function listItem(
  item: ListItem,
  around: Around,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  const { level } = around;
  const isTask = item.checked !== undefined && !around.ordered;
  const styleOf = (kind: ListKind): string =>
    context.use(listStyle(context.theme, place.inside ?? "page", kind, level));
  const style = around.isStatement
    ? "SlideStatement"
    : styleOf(isTask ? "Task" : around.ordered ? "Number" : "Bullet");
  const [first, ...rest] = item.children;
  const body = styleOf("Continue");
  const depth = level === 1 ? "in List" : `in List ${level}`;
  const name = depth + surroundings[place.inside ?? "page"];
  const inside: Place = { ...place, body, within: withinStyle(body, name, context) };
  const box: readonly Child[] =
    item.checked === undefined ? [] : [checkBox(item.checked, context), tabRun()];
  const options = { node: item.id, properties: isTask ? [] : numbering(around, place) };
  if (first?.kind === "paragraph") {
    const bookmarks = [context.bookmarks.of(first.id)];
    const children = [...box, ...runs(first.children, context)];
    return [
      paragraph(style, children, context, { ...options, bookmarks }),
      ...write(rest, context, inside),
    ];
  }
  return [paragraph(style, box, context, options), ...write(item.children, context, inside)];
}

/** Lists begin elsewhere in each of these. */
const surroundings: Readonly<Record<ListPlace, string>> = {
  page: "",
  cell: "",
  note: " in Note",
  quote: " in Quote",
  footnote: " in Footnote",
  slide: " on Slide",
  smallSlide: " on Slide",
};

/** Bullets number by their style; deeper levels than styles and lists that count say so themselves. */
function numbering({ level, instance }: Around, place: Place): readonly Child[] {
  if (instance === undefined && level <= deepestStyle) return [];
  const id = instance ?? numberingOf(place.inside ?? "page", false);
  return [element("w:numPr", undefined, valued("w:ilvl", level - 1), valued("w:numId", id))];
}

export function definitionList(
  node: DefinitionList,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  const term = styleIn(place, "DefinitionTerm", context);
  const body = styleIn(place, "Definition", context);
  const inside: Place = { ...place, body, within: withinStyle(body, "in Definition", context) };
  return node.entries.flatMap((entry) => [
    ...entry.terms.map((each) =>
      paragraph(term, runs(each.children, context), context, { node: each.id }),
    ),
    ...entry.descriptions.flatMap((description) => write(description.children, context, inside)),
  ]);
}
