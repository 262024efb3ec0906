import type { Block, Inline, TimelineEntry } from "../../../document/index.ts";
import { textOf } from "../../../document/index.ts";
import type { Container } from "../../../source/index.ts";
import type { Building, Spot } from "../building.ts";
import { running } from "../inline.ts";
import { attributesOf, placed } from "../place.ts";
import type { Entry } from "./entries.ts";
import { entriesOf } from "./entries.ts";

/**
 * `:::timeline` around a list of `- **date** what {year=2011 short="June 15 to 18"}`. Without the attributes the year is
 * the last four digits of the date, and the short date what is left.
 */
export function timelineOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  const id = building.ids.idOf(node, spot.parent, "timeline");
  const { entries, others } = entriesOf(node);
  const more = [...others, ...entries.flatMap((entry) => entry.more)];
  const rest = building.blocks(more, { ...spot, parent: id });
  if (entries.length === 0) return rest;
  const all = entries.map((entry) => entryOf(building, entry, id));
  return [{ kind: "timeline", id, ...placed(building, node), entries: all }, ...rest];
}

function entryOf(building: Building, entry: Entry, parent: string): TimelineEntry {
  const id = building.ids.idOf(entry.item, parent, "entry");
  const place = placed(building, entry.item);
  const date = entry.isLabelled ? running(building, entry.label, id) : [];
  const children = running(building, entry.isLabelled ? entry.value : entry.label, id);
  const values = attributesOf(entry.item)?.values;
  const text = textOf(date);
  const year = values?.get("year") ?? /\d{4}(?!.*\d{4})/.exec(text)?.[0] ?? "";
  const short = values?.get("short") ?? withoutYear(text, year);
  const dateInYear: readonly Inline[] =
    short === "" ? [] : [{ kind: "text", value: short, ...place }];
  return { kind: "timelineEntry", id, ...place, date, year, dateInYear, children };
}

function withoutYear(text: string, year: string): string {
  return year === "" ? text : text.replace(year, "").replace(/^[\s,]+|[\s,]+$/g, "");
}
