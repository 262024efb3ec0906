import type { Note } from "../../document/index.ts";
import type { Unit } from "../blocks/index.ts";
import { flowNote, flowOf, setUnit } from "../blocks/index.ts";
import type { FlowItem } from "../flow.ts";
import type { Kept, KeptFlow, Room, Solved, Watched } from "../memo/index.ts";
import { contentOf } from "../memo/index.ts";
import type { Stage } from "./contexts.ts";

/** What was set already, in this pass, an earlier pass or an earlier layout; set again when what it asked has another answer now. */
export type FlowCache = {
  /** The flow of a unit, set on this stage. `world` is the one that the stage was made of. */
  readonly get: (unit: Unit, stage: Stage, world: Watched) => readonly FlowItem[];
  /** The lines of a note. */
  readonly note: (note: Note, stage: Stage, world: Watched) => readonly FlowItem[];
  /** Breaks that earlier layouts found; absent: there were none. */
  readonly solved: Solved | undefined;
};

/** Flow of units that say the same beyond their blocks, on one stage. */
type Place = {
  /** Of this layout. */
  readonly own: Map<object, KeptFlow>;
  /** Of earlier ones. */
  readonly kept: Kept<KeptFlow> | undefined;
};

/** @param room what earlier layouts set; absent: nothing, and nothing is kept for later ones */
export function flowCache(room?: Room): FlowCache {
  const placeOf = placeFinder(room);
  const keep = (
    node: object,
    place: Place,
    world: Watched,
    says: () => unknown,
    set: () => readonly FlowItem[],
  ): readonly FlowItem[] => {
    const before = place.own.get(node);
    if (before !== undefined && world.holds(before.rests)) return before.flow;
    let written: string | undefined;
    const content = (): string => {
      written ??= contentOf(says());
      return written;
    };
    const earlier = place.kept?.get(node, content);
    if (earlier !== undefined && world.holds(earlier.rests)) {
      place.own.set(node, earlier);
      room?.count("blocks", true);
      return earlier.flow;
    }
    const { value: flow, rests } = world.during(set);
    const made: KeptFlow = { flow, rests };
    place.own.set(node, made);
    room?.count("blocks", false);
    if (!rests.passing) place.kept?.set(node, content, made);
    return flow;
  };
  return {
    get(unit, stage, world) {
      const node = unit.kind === "heading" ? unit.section : unit.block;
      const place = placeOf(flagsOf(unit), stage);
      const says = (): unknown => contentOfUnit(unit);
      return keep(node, place, world, says, () => setUnit(unit, stage.context, flowOf));
    },
    note(note, stage, world) {
      const place = placeOf("note", stage);
      return keep(
        note,
        place,
        world,
        () => note,
        () => flowNote(note, stage.context),
      );
    },
    solved: room?.solved,
  };
}

function placeFinder(room: Room | undefined): (flags: string, stage: Stage) => Place {
  const themes = new Map<object, string>();
  const numbers = new Map<string, number>();
  const stages = new WeakMap<Stage, number>();
  const places = new Map<string, Place>();
  const keys: string[] = [];
  return (flags, stage) => {
    let number = stages.get(stage);
    if (number === undefined) {
      const { theme } = stage.context;
      const own =
        themes.get(theme) ?? (room === undefined ? String(themes.size) : JSON.stringify(theme));
      themes.set(theme, own);
      const key = stageKey(stage, own);
      number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      stages.set(stage, number);
      keys[number] = key;
    }
    const name = `${number} ${flags}`;
    let place = places.get(name);
    if (place === undefined) {
      place = { own: new Map(), kept: room?.blocks(`${keys[number] ?? ""} ${flags}`) };
      places.set(name, place);
    }
    return place;
  };
}

/** All that tells this stage from another of the same document, apart from what is heard when it is asked. */
function stageKey({ context }: Stage, theme: string): string {
  const { width, strip, sideHeadings, restyle } = context;
  const strips = [...Object.keys(context.theme.strips), "main", ""].map(strip);
  return JSON.stringify([theme, width, strips, sideHeadings, restyle ?? {}]);
}

/** What a unit says beyond its block. */
function flagsOf(unit: Unit): string {
  if (unit.kind === "heading") return unit.language ?? "";
  const { entry, language = "", afterParagraph } = unit;
  const order = entry === undefined ? "" : `${entry.first} ${entry.last}`;
  return `${language} ${afterParagraph} ${order}`;
}

/** A heading is set without what stands under it. */
function contentOfUnit(unit: Unit): unknown {
  return unit.kind === "heading" ? { ...unit.section, children: [] } : unit.block;
}
