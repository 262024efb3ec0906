import type { ListItem, Table } from "mdast";
import type { Place } from "../diagnostics/index.ts";
import type { Phrasing } from "../source/index.ts";
import { placeOf, plainText, slugOf } from "../source/index.ts";
import type { Building, Context } from "./building.ts";
import { error, listed, onlyOf, placeText } from "./building.ts";
import { readField, usualFields } from "./fields.ts";
import { declareId } from "./ids.ts";
import type { FieldValue, ModelRecord, RecordType } from "./model.ts";
import { didYouMean } from "./near.ts";
import { attributePlace, attributesOf, firstParagraph } from "./nodes.ts";

/** The record type that a class of an item names. */
export function recordTypeOf(building: Building, item: ListItem): RecordType | undefined {
  for (const name of attributesOf(item).classes) {
    const type = building.types.get(name);
    if (type !== undefined) return type;
  }
  return undefined;
}

/**
 * A record from a list item. `written` is the item as the author wrote it, `prepared` the same as it is printed.
 * The title is the first strong text, or else the whole first paragraph.
 */
export function recordFromItem(
  building: Building,
  type: RecordType,
  written: ListItem,
  prepared: ListItem,
  context: Context,
): void {
  const { id, classes, values } = attributesOf(written);
  const place = placeOf(building.source, written);
  const fields = new Map<string, FieldValue>();
  for (const [name, text] of values) {
    const at = attributePlace(building.source, written, `${name}=`);
    addField(building, type, fields, name, text, at);
  }
  const phrasing: Phrasing = firstParagraph(prepared)?.children ?? [];
  const { title, rest } = divideTitle(phrasing);
  addRecord(building, {
    type: type.name,
    ...(id === undefined ? {} : { id }),
    title,
    titleText: oneLine(plainText([...title])),
    body: context.printed ? prepared.children : [],
    rest,
    fields,
    editorial: context.editorial || classes.includes("editorial"),
    ...onlyOf(context),
    place,
  });
}

/** The strong words and what follows them, without the dash or colon between. */
function divideTitle(phrasing: Phrasing): { readonly title: Phrasing; readonly rest: Phrasing } {
  const at = phrasing.findIndex((node) => node.type === "strong");
  const strong = phrasing[at];
  if (strong?.type !== "strong") return { title: phrasing, rest: [] };
  const title = withoutColon(strong.children);
  const [next, ...others] = phrasing.slice(at + 1);
  if (next?.type !== "text") return { title, rest: next ? [next, ...others] : [] };
  const value = next.value.replace(/^\s*(?:[\u2013\u2014:-]\s*)?/, "");
  const rest = value === "" ? others : [{ ...next, value }, ...others];
  const isOnlyAStop = rest.length === 1 && /^[.;,]?$/.test(value);
  return { title, rest: isOnlyAStop ? [] : rest };
}

/** `**Title:**` is often written with its colon. */
function withoutColon(title: Phrasing): Phrasing {
  const last = title.at(-1);
  if (last?.type !== "text" || !/[:\u2013\u2014]\s*$/.test(last.value)) return title;
  const value = last.value.replace(/\s*[:\u2013\u2014]\s*$/, "");
  return [...title.slice(0, -1), { ...last, value }];
}

/** A record from each row of a table under `{records=TYPE}`. */
export function recordsFromTable(
  building: Building,
  type: RecordType,
  table: Table,
  context: Context,
): void {
  const [head, ...rows] = table.children;
  if (head === undefined) return;
  const columns = head.children.map((cell) => slugOf(plainText(cell.children)));
  head.children.forEach((cell, index) => {
    const name = columns[index] ?? "";
    if (name === "id" || name === type.name || type.fields.has(name)) return;
    error(building.report, "field-is-known", placeOf(building.source, cell), [
      `The type "${type.name}" has no field for the column "${oneLine(plainText(cell.children))}".`,
      ...didYouMean(name, ["id", type.name, ...type.fields.keys()]),
      `Its columns are ${listed(["id", type.name, ...type.fields.keys()])}.`,
    ]);
  });
  if (!columns.includes(type.name)) {
    error(building.report, "record-has-title", placeOf(building.source, head), [
      `The table of "${type.name}" has no column "${type.name}", which holds the titles.`,
      `Name the column of the titles "${type.name}".`,
    ]);
    return;
  }
  for (const row of rows) recordFromRow(building, type, row, columns, context);
}

/** Notes the ids of a table whose type is not known. */
export function loseTable(building: Building, { children: [head, ...rows] }: Table): void {
  const column = head?.children.findIndex((cell) => slugOf(plainText(cell.children)) === "id");
  if (column === undefined || column === -1) return;
  for (const row of rows) {
    const id = oneLine(plainText(row.children[column]?.children ?? []));
    if (id !== "") building.lost.add(id);
  }
}

function recordFromRow(
  building: Building,
  type: RecordType,
  row: Table["children"][number],
  columns: readonly string[],
  context: Context,
): void {
  const fields = new Map<string, FieldValue>();
  let id: string | undefined;
  let title: Phrasing = [];
  let editorial = context.editorial;
  row.children.forEach((cell, index) => {
    const name = columns[index] ?? "";
    const text = oneLine(plainText(cell.children));
    editorial ||= attributesOf(cell).classes.includes("editorial");
    if (name === type.name) title = cell.children;
    else if (text === "") return;
    else if (name === "id") id = text;
    else if (type.fields.has(name))
      addField(
        building,
        type,
        fields,
        name,
        text,
        placeOf(building.source, cell.children[0] ?? cell),
      );
  });
  addRecord(building, {
    type: type.name,
    ...(id === undefined ? {} : { id }),
    title,
    titleText: oneLine(plainText([...title])),
    body: [],
    rest: [],
    fields,
    editorial,
    ...onlyOf(context),
    place: placeOf(building.source, row),
  });
}

/** A record from each item of a list under `{records=TYPE}`; items that have a type of their own are records already. */
export function recordsFromList(
  building: Building,
  type: RecordType,
  written: readonly ListItem[],
  prepared: readonly ListItem[],
  context: Context,
): void {
  written.forEach((item, index) => {
    if (recordTypeOf(building, item) !== undefined) return;
    withdrawBlock(building, item);
    recordFromItem(building, type, item, prepared[index] ?? item, context);
  });
}

/** The item was named as any block when it was prepared; its id is the record's. */
function withdrawBlock(building: Building, item: ListItem): void {
  const { id } = attributesOf(item);
  if (id === undefined) return;
  const own = placeOf(building.source, item);
  const known = building.ids.get(id);
  if (known?.line !== own.line || known.column !== own.column) return;
  building.ids.delete(id);
  building.named.delete(id);
}

function addField(
  building: Building,
  type: RecordType,
  fields: Map<string, FieldValue>,
  name: string,
  text: string,
  place: Place,
): void {
  const field = type.fields.get(name);
  if (field === undefined) {
    error(building.report, "field-is-known", place, [
      `The type "${type.name}" has no field "${name}".`,
      ...didYouMean(name, type.fields.keys()),
      type.fields.size === 0
        ? "It has no fields."
        : `Its fields are ${listed(type.fields.keys())}.`,
    ]);
    return;
  }
  fields.set(name, readField(building, field, text, place));
}

function addRecord(building: Building, record: ModelRecord): void {
  const { report } = building;
  const type = building.types.get(record.type);
  if (record.titleText === "") {
    error(report, "record-has-title", record.place, [
      `A record of type "${record.type}" has no title.`,
      "Give it words; the bold ones become its title.",
    ]);
  }
  const fields = usualFields(type, record);
  for (const field of type?.fields.values() ?? []) {
    if (!field.required || fields.has(field.name)) continue;
    error(report, "field-is-given", record.place, [
      `The ${record.type} "${record.titleText}" has no "${field.name}".`,
      `Add ${field.name}= to it, or fill the column "${field.name}".`,
    ]);
  }
  const whole = { ...record, fields };
  const isNew = record.id !== undefined && declareId(building, record.id, record.place);
  if (isNew && record.id !== undefined) building.recordById.set(record.id, whole);
  const key = `${record.type}\n${record.titleText}`;
  const first = building.titles.get(key);
  if (first === undefined) building.titles.set(key, record.place);
  else if (record.titleText !== "") {
    error(report, "record-stands-once", record.place, [
      `The ${record.type} "${record.titleText}" is recorded twice; it stands first at ${placeText(first)}.`,
      "Remove one of the two.",
    ]);
  }
  building.records.push(whole);
}

/** Text on one line, blanks of all kinds as one space. */
function oneLine(text: string): string {
  return text.replace(/[\s\u00a0]+/g, " ").trim();
}
