import type { NodeId } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import { breakCost } from "../blocks/flow-helpers.ts";
import type { FlowItem, NotePiece } from "../flow.ts";
import { heightOf } from "./break-flow.ts";
import type { NoteSetter } from "./notes.ts";
import { notesIn, separatorHeight } from "./notes.ts";
import type { Paginated } from "./paginate.ts";

/** What has no room on the page of its reference: it goes on at the foot of the next ones. */
export type CarriedNote = {
  /** Item of the flow beside which the part before stands. */
  readonly at: number;
  readonly pieces: readonly NotePiece[];
};

export type NotedFlow = {
  readonly flow: readonly FlowItem[];
  readonly carried: readonly CarriedNote[];
};

/** Lines of a note that stand together at least. */
const fewest = 2;

/** The flow, each item with the notes that it brings to the foot of its page: all of a note, or as much as has room there. */
export function withNotes(
  flow: readonly FlowItem[],
  references: ReadonlyMap<NodeId, NodeId>,
  notes: NoteSetter,
  seen: Set<NodeId>,
  early: readonly NodeId[],
): NotedFlow {
  const carried: CarriedNote[] = [];
  const noted = flow.map((item, at) => {
    const found = notesIn(item.items, references, seen);
    const ids = at === 0 ? [...early, ...found] : found;
    let room = notes.most;
    const own: NotePiece[] = [];
    for (const note of ids) {
      const [first, ...others] = piecesOf(note, notes, room);
      if (first === undefined) continue;
      if (first.to > first.from) own.push(first);
      room -= notes.set(first).height;
      if (others.length > 0) carried.push({ at, pieces: others });
    }
    return own.length === 0 ? item : { ...item, notes: own };
  });
  return { flow: noted, carried };
}

/** A note in parts for one page after another; the first may be empty when there is no room at all. */
function piecesOf(note: NodeId, notes: NoteSetter, room: Points): readonly NotePiece[] {
  const count = notes.lines(note).length;
  const pieces: NotePiece[] = [];
  for (let from = 0; from < count; ) {
    const first = pieces.length === 0;
    const to =
      first && room <= 0 ? from : lastFitting(note, notes, from, first ? room : notes.most);
    pieces.push({ note, from, to });
    from = to;
  }
  return pieces;
}

/** Up to which line a note fits: to a place where it may be parted, two lines at least. */
function lastFitting(note: NodeId, notes: NoteSetter, from: number, room: Points): number {
  const lines = notes.lines(note);
  if (notes.set({ note, from, to: lines.length }).height <= room) return lines.length;
  let best = 0;
  let reached = from;
  for (let to = from + 1; to < lines.length; to += 1) {
    if (notes.set({ note, from, to }).height > room) break;
    reached = to;
    if ((lines[to - 1]?.penalty ?? 0) < breakCost.lonely) best = to;
  }
  return Math.min(lines.length, Math.max(best, best === 0 ? reached : 0, from + fewest));
}

/** Parts of notes at most that are carried over one by one; a text with more is no text for people. */
const mostCarried = 200;

/**
 * Gives what is carried over its place: the first item of the region after the part before. Pages are broken anew each time, since the notes
 * take their room. After the last page the rest stands on pages of its own.
 */
export function placeCarried(
  noted: NotedFlow,
  notes: NoteSetter,
  paginate: (flow: readonly FlowItem[]) => Paginated,
): Paginated {
  let { flow } = noted;
  let result = paginate(flow);
  const waiting = [...noted.carried];
  for (let turn = 0; waiting.length > 0 && turn < mostCarried; turn += 1) {
    waiting.sort((one, other) => one.at - other.at);
    const [next] = waiting;
    const [piece, ...others] = next?.pieces ?? [];
    const target = next && regionAfter(result, next.at);
    if (target === undefined || piece === undefined) break;
    waiting.shift();
    flow = flow.map((item, index) =>
      index === target ? { ...item, notes: [piece, ...(item.notes ?? [])] } : item,
    );
    if (others.length > 0) waiting.push({ at: target, pieces: others });
    result = paginate(flow);
  }
  const rest = waiting.flatMap(({ pieces }) => pieces);
  return rest.length === 0 ? result : atTheEnd({ ...result, flow }, rest, notes, paginate);
}

/** After the last text: what is left of its page first, then whole pages. */
function atTheEnd(
  { flow, placed }: Paginated,
  rest: readonly NotePiece[],
  notes: NoteSetter,
  paginate: (flow: readonly FlowItem[]) => Paginated,
): Paginated {
  const last = placed.at(-1);
  const at = flow.findLastIndex((item) => (item.notes ?? []).length > 0);
  const before = flow[at]?.notes?.at(-1);
  const [next] = rest;
  const one = rest.every(({ note }) => note === before?.note);
  if (last === undefined || before === undefined || next === undefined || !one || at < last.from) {
    return paginate([...flow, ...pagesFor(rest.map((piece) => [piece]))]);
  }
  const own = flow.slice(last.from, last.to + 1).flatMap((item) => item.notes ?? []);
  const used = own.reduce((sum, piece) => sum + notes.set(piece).height, separatorHeight);
  const free = last.region.height - heightOf(flow, last.from, last.to) - used;
  const { note, from } = before;
  const to = lastFitting(note, notes, from, notes.set(before).height + Math.max(0, free) - 1);
  const longer: NotePiece = { note, from, to: Math.max(to, before.to) };
  const grown = flow.map((item, index) =>
    index === at ? { ...item, notes: [...(item.notes ?? []).slice(0, -1), longer] } : item,
  );
  const pages: NotePiece[][] = [];
  for (let line = longer.to; line < notes.lines(note).length; ) {
    const end = lastFitting(note, notes, line, last.region.height - separatorHeight);
    pages.push([{ note, from: line, to: end }]);
    line = end;
  }
  return paginate([...grown, ...pagesFor(pages)]);
}

function regionAfter({ placed }: Paginated, at: number): number | undefined {
  const index = placed.findIndex(({ from, to }) => from <= at && at <= to);
  return placed[index + 1]?.from;
}

function pagesFor(pages: readonly (readonly NotePiece[])[]): readonly FlowItem[] {
  return pages.map((notes) => {
    const node = notes[0]?.note ?? "";
    const empty = { height: 0, before: 0, after: 0, penalty: 0, items: [], node };
    return { ...empty, notes, breakBefore: "page" as const };
  });
}
