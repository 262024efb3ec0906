import type { NodeId } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import { breakCost } from "../blocks/flow-helpers.ts";
import type { FlowItem, NotePiece } from "../flow.ts";
import { heightOf } from "./break-flow.ts";
import type { NoteSetter } from "./notes.ts";
import { notesIn, separatorHeight } from "./notes.ts";
import type { Paginated } from "./paginate.ts";
import type { Placed } from "./regions.ts";

/** What has no room on the page of its reference: it goes on at the foot of the next ones. */
export type CarriedNote = {
  /** Item of the flow beside which the part before stands. */
  readonly at: number;
  readonly note: NodeId;
  /** The line that it goes on with. */
  readonly from: number;
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
      const count = notes.lines(note).length;
      const to = room <= 0 ? 0 : lastFitting(note, notes, 0, room);
      const first: NotePiece = { note, from: 0, to };
      if (to > 0) own.push(first);
      room -= notes.set(first).height;
      if (to < count) carried.push({ at, note, from: to });
    }
    return own.length === 0 ? item : { ...item, notes: own };
  });
  return { flow: noted, carried };
}

/** What is left of a note, in parts for one page after another. */
function piecesFrom({ note, from: first }: CarriedNote, notes: NoteSetter): readonly NotePiece[] {
  const count = notes.lines(note).length;
  const pieces: NotePiece[] = [];
  for (let from = first; from < count; ) {
    const to = lastFitting(note, notes, from, notes.most);
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

/** Breaks a flow into pages; with floats, text may pass figures. */
type Paginate = (flow: readonly FlowItem[], floats: boolean) => Paginated;

/**
 * Gives what is carried over its place: the first item of the region after the part before. Pages are broken anew each time, since the notes
 * take their room. A region that begins with what leaves no room for it, as a tall figure does, is left out. After the last page the rest
 * stands on pages of its own. Text passes figures when all notes have their places, and only where they go on as they did.
 */
export function placeCarried(noted: NotedFlow, notes: NoteSetter, paginate: Paginate): Paginated {
  let { flow } = noted;
  if (noted.carried.length === 0) return paginate(flow, true);
  let result = paginate(flow, false);
  const waiting = [...noted.carried];
  for (let turn = 0; waiting.length > 0 && turn < mostCarried; turn += 1) {
    waiting.sort((one, other) => one.at - other.at);
    const next = waiting[0] as CarriedNote;
    const region = regionAfter(result, next.at);
    if (region === undefined) break;
    waiting.shift();
    const { note, from } = next;
    const at = region.from;
    const room = Math.min(notes.most, roomBeside(region, flow, notes));
    const to = lastFitting(note, notes, from, room);
    const piece: NotePiece = { note, from, to };
    if (notes.set(piece).height > room) {
      waiting.push({ ...next, at });
      continue;
    }
    flow = flow.map((item, index) =>
      index === at ? { ...item, notes: [piece, ...(item.notes ?? [])] } : item,
    );
    if (to < notes.lines(note).length) waiting.push({ at, note, from: to });
    result = paginate(flow, false);
  }
  const rest = waiting.flatMap((carried) => piecesFrom(carried, notes));
  if (rest.length > 0) {
    return atTheEnd({ ...result, flow }, rest, notes, (items) => paginate(items, false));
  }
  const floated = paginate(flow, true);
  return goOnAlike(floated, result) ? floated : result;
}

/** Height that is left for a note beside what cannot be parted at the head of a region, and its notes. */
function roomBeside(
  { from, region }: Placed,
  flow: readonly FlowItem[],
  notes: NoteSetter,
): Points {
  let to = from;
  while ((flow[to]?.penalty ?? 0) >= breakCost.heading && to < flow.length - 1) to += 1;
  const own = flow.slice(from, to + 1).flatMap((item) => item.notes ?? []);
  const used = own.reduce((sum, piece) => sum + notes.set(piece).height, separatorHeight);
  return region.height - heightOf(flow, from, to) - used;
}

/** Whether each part of a note stands on the page after the part before it, on the same, or as far from it as it did. */
function goOnAlike(floated: Paginated, usual: Paginated): boolean {
  const before = stepsOf(usual);
  return [...stepsOf(floated)].every(
    ([part, step]) => step >= 0 && step <= Math.max(1, before.get(part) ?? 0),
  );
}

/** How many regions each part of a note is after the part before it. */
function stepsOf({ flow, placed }: Paginated): ReadonlyMap<string, number> {
  const parts = placed.flatMap(({ from, to }, region) =>
    flow
      .slice(from, to + 1)
      .flatMap((item) => item.notes ?? [])
      .map((piece) => ({ ...piece, region })),
  );
  const last = new Map<NodeId, number>();
  const steps = new Map<string, number>();
  for (const { note, from, region } of parts.sort((one, other) => one.from - other.from)) {
    steps.set(`${note} ${from}`, region - (last.get(note) ?? region));
    last.set(note, region);
  }
  return steps;
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

function regionAfter({ placed }: Paginated, at: number): Placed | undefined {
  const index = placed.findIndex(({ from, to }) => from <= at && at <= to);
  return placed[index + 1];
}

function pagesFor(pages: readonly (readonly NotePiece[])[]): readonly FlowItem[] {
  return pages.map((notes) => {
    const node = notes[0]?.note ?? "";
    const empty = { height: 0, before: 0, after: 0, penalty: 0, items: [], node };
    return { ...empty, notes, breakBefore: "page" as const };
  });
}
