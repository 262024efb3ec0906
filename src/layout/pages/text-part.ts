import type { Block, NodeId } from "../../document/index.ts";
import type { Master, Points } from "../../theme/index.ts";
import type { Joined, Unit } from "../blocks/index.ts";
import { joinUnits, unitsOf } from "../blocks/index.ts";
import type { FlowItem } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { compose } from "./compose.ts";
import type { Setting, Stage } from "./contexts.ts";
import { stageOf } from "./contexts.ts";
import { markFloats } from "./floats.ts";
import type { FlowCache } from "./flow-cache.ts";
import type { CarriedNote } from "./note-pieces.ts";
import { placeCarried, withNotes } from "./note-pieces.ts";
import type { NoteSetter } from "./notes.ts";
import { endnotes, noteHeights, noteSetter, notesIn } from "./notes.ts";
import { belowOpening, openingLength, setOpening } from "./opening.ts";
import { reportOverflow } from "./overflow.ts";
import type { Paginated } from "./paginate.ts";
import { paginate } from "./paginate.ts";
import type { Placed } from "./regions.ts";
import { regionsOf } from "./regions.ts";
import { setSide } from "./side.ts";
import { splitTall } from "./split-item.ts";

/** Blocks that flow over pages, between slides or the ends of the document. */
export type TextPart = {
  readonly blocks: readonly Block[];
  /** It begins the document. */
  readonly first: boolean;
  /** It ends the document, so that notes without a place stand after it. */
  readonly last: boolean;
  /** Its pages lie on their side. */
  readonly landscape?: boolean;
};

export type NoteContext = {
  readonly references: ReadonlyMap<NodeId, NodeId>;
  /** Notes that have a place already. */
  readonly seen: Set<NodeId>;
};

/** How often a first page is set anew until the same blocks stand on it. */
const mostPasses = 5;

/** Sets a part of the document; the items of its pages. */
export function layTextPart(
  part: TextPart,
  setting: Setting,
  cache: FlowCache,
  noteContext: NoteContext,
): readonly (readonly PageItem[])[] {
  const { theme } = setting;
  const master = part.first ? theme.masters.first : theme.masters.later;
  const opening = part.first
    ? setOpening(part.blocks.slice(0, openingLength(part.blocks)), master, setting)
    : undefined;
  const body = opening === undefined ? part.blocks : part.blocks.slice(openingLength(part.blocks));
  const beside = stageOf(setting, master);
  const below = belowOpening(regionsOf(master, theme.page), opening);
  const units = unitsOf(body);
  const side = part.first ? setSide(units, master, below, beside, setting) : undefined;
  const stages = {
    first: side === undefined ? stageOf(setting, withoutSide(master)) : beside,
    later: stageOf(setting, theme.masters.later),
  };
  const later = regionsOf(theme.masters.later, theme.page);
  const shortest = Math.min(...later.map((region) => region.height));
  const notes =
    setting.document.notes.length === 0
      ? undefined
      : noteSetter(
          setting,
          shortest * 0.4,
          (note) => cache.note(note, stages.later, setting),
          cache.notes,
        );
  const frame = [...(opening?.items ?? []), ...(side?.items ?? [])];
  const early = notes === undefined ? [] : notesIn(frame, noteContext.references, noteContext.seen);
  const request: FlowRequest = {
    part,
    setting,
    stages,
    units: side === undefined ? units : units.filter((unit) => !side.units.has(unit)),
    first: part.first ? (side?.regions ?? below) : undefined,
    later,
    titled: opening !== undefined,
    balance: theme.masters.later.balance,
    shortest,
    notes,
    noteContext,
    early,
    cache,
  };
  const { joined, placed, firstUnits } = settle(request);
  reportOverflow(joined.flow, placed, setting);
  for (const item of joined.flow)
    for (const { note } of item.notes ?? []) noteContext.seen.add(note);
  const boundary = joined.starts[firstUnits] ?? joined.flow.length;
  const pages = compose({
    flow: joined.flow,
    placed,
    ...gridFor(setting),
    leftOf: (index) => (index < boundary ? stages.first.left : stages.later.left),
    notes,
    noteStage: stages.later,
    composed: cache.composed,
  });
  const start: PageItem[] = [];
  if (opening !== undefined) move(opening.items, opening.left, opening.top, start);
  if (side !== undefined) move(side.items, side.left, side.top, start);
  const [first = [], ...others] = pages;
  return [start.length === 0 ? first : [...start, ...first], ...others];
}

/** Step of the grid of body text, of a theme that has one. */
function gridFor({ theme }: Setting): { readonly grid?: Points } {
  const body = theme.styles["body"];
  return theme.page.grid === true && body !== undefined ? { grid: body.leading } : {};
}

/** Where nothing stands beside its text, the first page is set like the later ones. */
function withoutSide(master: Master): Master {
  if (master.side?.kind !== "frame") return master;
  const { side: _side, strips: _strips, ...rest } = master;
  return rest;
}

function move(items: readonly PageItem[], x: Points, y: Points, into: PageItem[]): void {
  for (const item of items) into.push({ ...item, x: item.x + x, y: item.y + y });
}

type FlowRequest = {
  readonly part: TextPart;
  readonly setting: Setting;
  readonly stages: { readonly first: Stage; readonly later: Stage };
  readonly units: readonly Unit[];
  readonly first: Master["regions"] | undefined;
  readonly later: Master["regions"];
  readonly titled: boolean;
  readonly balance: boolean;
  readonly shortest: Points;
  readonly notes: NoteSetter | undefined;
  readonly noteContext: NoteContext;
  readonly early: readonly NodeId[];
  readonly cache: FlowCache;
};

type Settled = {
  readonly joined: Joined;
  readonly placed: readonly Placed[];
  /** Units from the first on that are set for the first page. */
  readonly firstUnits: number;
};

/**
 * Blocks on the first page are set for it (strips differ beside the side box), and which they are depends on how they are set. Repeats
 * until that is stable; where it never is, the block in dispute begins the second page.
 */
function settle(request: FlowRequest): Settled {
  const { units } = request;
  if (!firstDiffers(request)) {
    return settledAs(request, joinedFlow(request, 0, undefined), 0);
  }
  let firstUnits = guess(request);
  let least = units.length;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const joined = joinedFlow(request, firstUnits, undefined);
    const settled = settledAs(request, joined, firstUnits);
    const found = unitsOnFirstPage(joined, settled.placed);
    if (found === firstUnits) return settled;
    least = Math.min(least, Math.max(found, firstUnits));
    firstUnits = found;
  }
  return settledAs(request, joinedFlow(request, least, least), least);
}

function settledAs(request: FlowRequest, joined: Noted, firstUnits: number): Settled {
  const { flow, placed } = place(request, joined);
  return { joined: { ...joined, flow }, placed, firstUnits };
}

const firstDiffers = ({ first, stages }: FlowRequest): boolean =>
  first !== undefined && stagesDiffer(stages);

function stagesDiffer(stages: FlowRequest["stages"]): boolean {
  const { first, later } = stages;
  if (first.left !== later.left || first.context.width !== later.context.width) return true;
  if (first.context.sideHeadings !== later.context.sideHeadings) return true;
  if (Object.keys(first.context.restyle ?? {}).length > 0) return true;
  return Object.keys(first.context.theme.strips).some((name) => {
    const one = first.context.strip(name);
    const other = later.context.strip(name);
    return one.x !== other.x || one.width !== other.width;
  });
}

/** About how many units fill the first page. */
function guess(request: FlowRequest): number {
  let room = (request.first ?? []).reduce((sum, region) => sum + region.height, 0);
  return Math.max(
    0,
    request.units.findIndex((unit) => {
      for (const item of request.cache.get(unit, request.stages.first, request.setting)) {
        room -= item.height + Math.max(item.before, item.after) / 2;
      }
      return room < 0;
    }),
  );
}

function unitsOnFirstPage(joined: Joined, placed: readonly Placed[]): number {
  const end = placed.find((each) => each.region.page > 0)?.from ?? joined.flow.length;
  let count = 0;
  for (const start of joined.starts) if (start < end) count += 1;
  return count;
}

type Noted = Joined & { readonly carried: readonly CarriedNote[] };

/** One flow of all units; those before `firstUnits` set for the first page, `broken` (if given) beginning a new page. */
function joinedFlow(request: FlowRequest, firstUnits: number, broken: number | undefined): Noted {
  const { units, stages, cache, setting, notes, noteContext, part } = request;
  const stageAt = (index: number): Stage => (index < firstUnits ? stages.first : stages.later);
  const flows = units.map((unit, index) => cache.get(unit, stageAt(index), setting));
  const joined = joinUnits(
    units,
    markFloats(units, flows, firstDiffers(request) ? firstUnits : 0, request.shortest),
    (_unit, index) => stageAt(index).context,
  );
  const split = withoutTall(joined, request.shortest);
  const at = broken === undefined ? -1 : (split.starts[broken] ?? -1);
  const flow = split.flow.map(
    (item, index): FlowItem =>
      index === at && index > 0 ? { ...item, breakBefore: "page" } : item,
  );
  if (notes === undefined) return { flow, starts: split.starts, carried: [] };
  const seen = new Set(noteContext.seen);
  const noted = withNotes(flow, noteContext.references, notes, seen, request.early);
  if (!part.last) return { ...noted, starts: split.starts };
  const left = notes.left(seen);
  const ended = [...noted.flow, ...endnotes(left, stages.later)];
  return { flow: ended, carried: noted.carried, starts: split.starts };
}

/** Items that no region of a later page holds, parted between their lines. */
function withoutTall(joined: Joined, most: Points): Joined {
  if (!joined.flow.some((item) => item.height > most)) return joined;
  const flow: FlowItem[] = [];
  const moved = new Int32Array(joined.flow.length + 1);
  joined.flow.forEach((item, index) => {
    moved[index] = flow.length;
    for (const piece of item.height > most ? splitTall(item, most) : [item]) flow.push(piece);
  });
  moved[joined.flow.length] = flow.length;
  return { flow, starts: joined.starts.map((start) => moved[start] as number) };
}

function place(request: FlowRequest, noted: Noted): Paginated {
  const { notes } = request;
  const paginated = (flow: readonly FlowItem[], floats: boolean): Paginated =>
    paginate({
      flow,
      first: request.first,
      later: request.later,
      titled: request.titled,
      balance: request.balance,
      baseline: request.setting.theme.page.baseline,
      ...gridFor(request.setting),
      floats,
      // Which units stand on a first page that differs is counted in their order.
      settled: firstDiffers(request) ? (request.first ?? []).length : 0,
      notes: (run) => (notes === undefined ? undefined : noteHeights(run, notes)),
      noteHeight: (piece) => notes?.set(piece).height ?? 0,
      ...(request.cache.solved === undefined ? {} : { solved: request.cache.solved }),
    });
  return notes === undefined ? paginated(noted.flow, true) : placeCarried(noted, notes, paginated);
}
