import type { List, RootContent } from "mdast";
import type { ModelRecord } from "../../model/index.ts";
import type { Blocks } from "../../source/index.ts";
import type { BlocksValue } from "../engine/index.ts";
import { blocksValue } from "../engine/index.ts";
import { typeLabel } from "./annexes.ts";
import type { Making } from "./making.ts";
import type { RecordView } from "./records.ts";
import { recordView } from "./records.ts";

/** What stands between the title and the first section. */
export type Opening = {
  /** All of it, as it stands; null when there is nothing. */
  readonly all: BlocksValue | null;
  /** Up to the first list of records, or all of it when there is none; null when there is nothing. */
  readonly lead: BlocksValue | null;
  /** Each list of records, with the paragraph before it where that is not in the lead. */
  readonly groups: readonly OpeningGroup[];
};

export type OpeningGroup = {
  readonly id: string;
  readonly type: string;
  /** Label of the record type. */
  readonly heading: string;
  readonly before: BlocksValue | null;
  /** The list as it stands, and what follows it. */
  readonly list: BlocksValue;
  readonly records: readonly RecordView[];
  /** What follows the list, up to the next group; null when nothing does. */
  readonly after: BlocksValue | null;
  /** Every item begins with its title in bold. */
  readonly titled: boolean;
};

type Draft = {
  readonly type: string;
  readonly before: readonly RootContent[];
  readonly list: List;
  readonly records: readonly ModelRecord[];
  after: RootContent[];
};

export function openingOf(making: Making): Opening {
  const { content, place } = making.model.root;
  const lead: RootContent[] = [];
  const drafts: Draft[] = [];
  for (const node of content) {
    const found = node.type === "list" ? recordsIn(making, node) : undefined;
    const last = drafts.at(-1);
    if (node.type === "list" && found !== undefined) {
      // The paragraph before a list introduces it; the one before the first list closes the lead.
      const before = last?.after.at(-1);
      const introduces = last !== undefined && before?.type === "paragraph";
      if (introduces) last.after = last.after.slice(0, -1);
      drafts.push({ ...found, before: introduces ? [before] : [], list: node, after: [] });
    } else if (last === undefined) lead.push(node);
    else last.after.push(node);
  }
  const value = (nodes: Blocks): BlocksValue | null =>
    nodes.length === 0 ? null : blocksValue(nodes, place);
  const seen = new Map<string, number>();
  const groups = drafts.map((draft): OpeningGroup => {
    const records = draft.records.map((record) => recordView(making, record));
    const count = (seen.get(draft.type) ?? 0) + 1;
    seen.set(draft.type, count);
    return {
      id: `opening-${draft.type}${count === 1 ? "" : `-${count}`}`,
      type: draft.type,
      heading: typeLabel(making, `type-${draft.type}`, draft.type),
      before: value(draft.before),
      list: blocksValue([draft.list], place),
      records,
      after: value(draft.after),
      titled: records.every(({ titled }) => titled),
    };
  });
  return { all: value(content), lead: value(lead), groups };
}

/** The records that the items of a list are, when all are of one type. */
function recordsIn(
  making: Making,
  list: List,
): { readonly type: string; readonly records: readonly ModelRecord[] } | undefined {
  const records: ModelRecord[] = [];
  for (const item of list.children) {
    const start = item.position?.start;
    const record = start && making.recordAt.get(`${start.line}:${start.column}`);
    if (record === undefined) return undefined;
    records.push(record);
  }
  const [first] = records;
  if (first === undefined || records.some(({ type }) => type !== first.type)) return undefined;
  return { type: first.type, records };
}
