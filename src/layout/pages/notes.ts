import type { NodeId, Note } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import { flowNote, stack } from "../blocks/index.ts";
import type { FlowItem } from "../flow.ts";
import type { PageItem } from "../page.ts";
import type { NoteHeights } from "./break-flow.ts";
import type { Setting, Stage } from "./contexts.ts";

/** The rule above notes: wide, thick, and down to the first note. */
const separator = { width: 72, line: 0.5, above: 8, below: 5 } as const;

/** The space that the rule takes. */
const separatorHeight: Points = separator.above + separator.line + separator.below;

type SetNote = { readonly height: Points; readonly items: readonly PageItem[] };

/** Notes as they stand at the foot of a page. */
export type NoteSetter = {
  readonly set: (id: NodeId) => SetNote | undefined;
  /** Notes that no page has room for at its foot, or that nothing refers to, in their order. */
  readonly left: (placed: ReadonlySet<NodeId>) => readonly Note[];
};

export function noteSetter(setting: Setting, stage: Stage, most: Points): NoteSetter {
  const known = new Map<NodeId, SetNote | undefined>();
  const byId = new Map(setting.document.notes.map((note) => [note.id, note]));
  const set = (id: NodeId): SetNote | undefined => {
    if (known.has(id)) return known.get(id);
    const note = byId.get(id);
    const placed = note === undefined ? undefined : stack(flowNote(note, stage.context));
    const fits = placed !== undefined && placed.height <= most ? placed : undefined;
    known.set(id, fits);
    return fits;
  };
  return { set, left: (placed) => setting.document.notes.filter((note) => !placed.has(note.id)) };
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

/** The flow, each item with the notes that it brings to the foot of its page. */
export function withNotes(
  flow: readonly FlowItem[],
  references: ReadonlyMap<NodeId, NodeId>,
  notes: NoteSetter,
  seen: Set<NodeId>,
  limit: Points,
): readonly FlowItem[] {
  return flow.map((item) => {
    let room = limit;
    const found = notesIn(item.items, references, seen).filter((id) => {
      const height = notes.set(id)?.height ?? Number.POSITIVE_INFINITY;
      if (height > room) {
        seen.delete(id);
        return false;
      }
      room -= height;
      return true;
    });
    return found.length === 0 ? item : { ...item, notes: found };
  });
}

export function noteHeights(flow: readonly FlowItem[], notes: NoteSetter): NoteHeights | undefined {
  if (!flow.some((item) => item.notes !== undefined)) return undefined;
  const sums = new Float64Array(flow.length + 1);
  flow.forEach((item, index) => {
    let height = sums[index] as number;
    for (const id of item.notes ?? []) height += notes.set(id)?.height ?? 0;
    sums[index + 1] = height;
  });
  return { sums, separator: separatorHeight };
}

/** Notes with the rule above them; y from their top. */
export function noteArea(ids: readonly NodeId[], notes: NoteSetter, stage: Stage): SetNote {
  const items: PageItem[] = [separatorRule(stage, separator.above)];
  let y = separatorHeight;
  for (const id of ids) {
    const note = notes.set(id);
    if (note === undefined) continue;
    for (const item of note.items) items.push({ ...item, y: item.y + y });
    y += note.height;
  }
  return { height: y, items };
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
    items: [separatorRule(stage, 0)],
    node: first.node,
  };
  return [rule, ...flow];
}

function separatorRule(stage: Stage, y: Points): PageItem {
  const { theme } = stage.context;
  const strip = stage.context.strip(theme.styles["footnote"]?.strip ?? "main");
  return {
    kind: "box",
    tag: { artifact: "layout" },
    x: strip.x,
    y,
    width: Math.min(separator.width, strip.width),
    height: separator.line,
    colour: theme.colours["muted"] ?? theme.colours["ink"] ?? "000000",
  };
}
