import type { NodeId, Note } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import { flowNote, stack } from "../blocks/index.ts";
import type { FlowItem, NotePiece } from "../flow.ts";
import type { PageItem } from "../page.ts";
import type { NoteHeights } from "./break-flow.ts";
import type { Setting, Stage } from "./contexts.ts";

/** The rule above notes: wide, thick, and down to the first note. */
const separator = { width: 72, line: 0.5, above: 8, below: 5 } as const;

/** The space that the rule takes. */
export const separatorHeight: Points = separator.above + separator.line + separator.below;

type SetNote = { readonly height: Points; readonly items: readonly PageItem[] };

/** Items, and how far below the top of the notes they stand. */
type SetAt = { readonly items: readonly PageItem[]; readonly y: Points };

/** Parts of notes by the lines of the note. */
export type NoteShelf = WeakMap<readonly FlowItem[], Map<string, SetNote>>;

/** Notes as they stand at the foot of a page. */
export type NoteSetter = {
  /** All lines of a note; none when there is no such note. */
  readonly lines: (id: NodeId) => readonly FlowItem[];
  readonly set: (piece: NotePiece) => SetNote;
  /** The notes that are not among those that have a place, in their order. */
  readonly left: (placed: ReadonlySet<NodeId>) => readonly Note[];
  /** Place of a note among all. */
  readonly orderOf: (id: NodeId) => number;
  /** Height that the notes of one line may take of a page. */
  readonly most: Points;
};

export function noteSetter(
  setting: Setting,
  most: Points,
  flowOfNote: (note: Note) => readonly FlowItem[],
  shelf: NoteShelf = new WeakMap(),
): NoteSetter {
  const { notes } = setting.document;
  const flows = new Map<NodeId, readonly FlowItem[]>();
  const order = new Map(notes.map((note, index) => [note.id, index]));
  const lines = (id: NodeId): readonly FlowItem[] => {
    const known = flows.get(id);
    if (known !== undefined) return known;
    const note = notes[order.get(id) ?? -1];
    const flow = note === undefined ? [] : flowOfNote(note);
    flows.set(id, flow);
    return flow;
  };
  const set = (piece: NotePiece): SetNote => {
    const flow = lines(piece.note);
    const key = `${piece.from} ${piece.to}`;
    const pieces = shelf.get(flow) ?? new Map<string, SetNote>();
    const known = pieces.get(key);
    if (known !== undefined) return known;
    const made = stack(flow.slice(piece.from, piece.to));
    pieces.set(key, made);
    shelf.set(flow, pieces);
    return made;
  };
  return {
    lines,
    set,
    left: (placed) => notes.filter((note) => !placed.has(note.id)),
    orderOf: (id) => order.get(id) ?? 0,
    most,
  };
}

/** References among the items, each note once. */
export function notesIn(
  items: readonly PageItem[],
  references: ReadonlyMap<NodeId, NodeId>,
  seen: Set<NodeId>,
): readonly NodeId[] {
  const found: NodeId[] = [];
  for (const item of items) {
    const node =
      item.kind === "link"
        ? item.node
        : item.kind === "glyphs" && "node" in item.tag
          ? item.tag.node
          : undefined;
    const note = node === undefined ? undefined : references.get(node);
    if (note === undefined || seen.has(note)) continue;
    seen.add(note);
    found.push(note);
  }
  return found;
}

export function noteHeights(flow: readonly FlowItem[], notes: NoteSetter): NoteHeights | undefined {
  if (!flow.some((item) => item.notes !== undefined)) return undefined;
  const sums = new Float64Array(flow.length + 1);
  flow.forEach((item, index) => {
    let height = sums[index] as number;
    for (const piece of item.notes ?? []) height += notes.set(piece).height;
    sums[index + 1] = height;
  });
  return { sums, separator: separatorHeight };
}

/** Notes with the rule above them, in their order; y from their top. The rule is as wide as the text above one that goes on. */
export function noteArea(
  pieces: readonly NotePiece[],
  notes: NoteSetter,
  stage: Stage,
): { readonly height: Points; readonly parts: readonly SetAt[] } {
  const ordered = [...pieces].sort(
    (one, other) => notes.orderOf(one.note) - notes.orderOf(other.note) || one.from - other.from,
  );
  const goesOn = (ordered[0]?.from ?? 0) > 0;
  const parts: SetAt[] = [{ items: [separatorRule(stage, separator.above, goesOn)], y: 0 }];
  let y = separatorHeight;
  for (const piece of ordered) {
    const set = notes.set(piece);
    parts.push({ items: set.items, y });
    y += set.height;
  }
  return { height: y, parts };
}

/** Notes that stand after the text, as flow. */
export function endnotes(notes: readonly Note[], stage: Stage): readonly FlowItem[] {
  const flow = notes.flatMap((note) => flowNote(note, stage.context));
  const first = flow[0];
  if (first === undefined) return [];
  const space = stage.context.theme.page.baseline;
  const rule: FlowItem = {
    height: separator.line + separator.below,
    before: space,
    after: 0,
    penalty: 30_000,
    items: [separatorRule(stage, 0, false)],
    node: first.node,
  };
  return [rule, ...flow];
}

function separatorRule(stage: Stage, y: Points, goesOn: boolean): PageItem {
  const { theme } = stage.context;
  const strip = stage.context.strip(theme.styles["footnote"]?.strip ?? "main");
  return {
    kind: "box",
    tag: { artifact: "layout" },
    x: strip.x,
    y,
    width: goesOn ? strip.width : Math.min(separator.width, strip.width),
    height: separator.line,
    colour: theme.colours["muted"] ?? theme.colours["ink"] ?? "000000",
  };
}
