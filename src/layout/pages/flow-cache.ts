import type { Block, DocumentTree, Note } from "../../document/index.ts";
import { captionsOf } from "../../document/index.ts";
import type { Unit } from "../blocks/index.ts";
import { flowNote, flowOf, setUnit } from "../blocks/index.ts";
import type { FlowItem } from "../flow.ts";
import type { Composed, Kept, KeptFlow, Room, Solved, Watched } from "../memo/index.ts";
import { contentOf } from "../memo/index.ts";
import type { Setting, Stage } from "./contexts.ts";
import { stageIn } from "./contexts.ts";
import type { NoteShelf } from "./notes.ts";
import { takeSameRoom } from "./same-room.ts";

/** What was set already, in this pass, an earlier pass or an earlier layout; set again when what it asked has another answer now. */
export type FlowCache = {
  /** The flow of a unit, set on this stage. The stage was made of the setting. */
  readonly get: (unit: Unit, stage: Stage, setting: Setting) => readonly FlowItem[];
  /** The lines of a note. */
  readonly note: (note: Note, stage: Stage, setting: Setting) => readonly FlowItem[];
  /** Breaks that earlier layouts found; absent: there were none. */
  readonly solved: Solved | undefined;
  /** A page of an earlier layout that was composed of the same; absent: there were none. */
  readonly composed: Composed | undefined;
  /** Parts of notes that were put together. */
  readonly notes: NoteShelf;
  /**
   * Whether all that was got with page labels in it takes the same room without any, so that pages end where they would then.
   * @param blank the same setting without page labels
   */
  readonly standsWithoutLabels: (blank: Setting) => boolean;
};

type Labelled = {
  readonly got: KeptFlow;
  readonly stage: Stage;
  readonly again: (stage: Stage, setting: Setting) => KeptFlow;
};

/** Flow of units that say the same beyond their blocks, on one stage. */
type Place = {
  /** Of this layout. */
  readonly own: Map<object, KeptFlow>;
  /** Of earlier ones. */
  readonly kept: Kept<readonly KeptFlow[]> | undefined;
};

/** @param room what earlier layouts set; absent: nothing, and nothing is kept for later ones */
export function flowCache(room?: Room): FlowCache {
  const placeOf = placeFinder(room);
  // What rests on page labels, and how to get it where they are others.
  const labelled: Labelled[] = [];
  const keep = (
    node: object,
    place: Place,
    world: Watched,
    says: () => unknown,
    gathered: boolean,
    set: () => readonly FlowItem[],
  ): KeptFlow => {
    const before = place.own.get(node);
    if (before !== undefined && world.holds(before.rests)) return before;
    let written: string | undefined;
    const content = (): string => {
      written ??= contentOf(says());
      return written;
    };
    // What is gathered from the whole document is known by what it gathers, and not by its block.
    const key = gathered ? {} : node;
    const earlier = place.kept?.get(key, content) ?? [];
    const found = earlier.find(({ rests }) => world.holds(rests));
    if (found !== undefined) {
      place.own.set(node, found);
      room?.count(true, found.texts);
      return found;
    }
    const { value: flow, rests, texts } = world.during(set);
    const made: KeptFlow = { flow, rests, texts };
    place.own.set(node, made);
    room?.count(false, texts);
    if (!rests.told && rests.document === gathered) {
      place.kept?.set(key, content, [made, ...earlier].slice(0, mostVariants));
    }
    return made;
  };
  const getUnit = (unit: Unit, stage: Stage, setting: Setting): KeptFlow => {
    const node = unit.kind === "heading" ? unit.section : unit.block;
    const place = placeOf(flagsOf(unit), stage);
    const gathered = unit.kind === "block" && gathers(unit.block);
    const says = (): unknown =>
      gathered ? [unit.block, gatheredBy(unit.block, setting.document)] : contentOfUnit(unit);
    const set = (): readonly FlowItem[] => setUnit(unit, stage.context, flowOf);
    return keep(node, place, setting.world, says, gathered, set);
  };
  const getNote = (note: Note, stage: Stage, setting: Setting): KeptFlow => {
    const place = placeOf("note", stage);
    const set = (): readonly FlowItem[] => flowNote(note, stage.context);
    return keep(note, place, setting.world, () => note, false, set);
  };
  const noted = (got: KeptFlow, stage: Stage, again: Labelled["again"]): readonly FlowItem[] => {
    if (got.rests.labels.length > 0) labelled.push({ got, stage, again });
    return got.flow;
  };
  return {
    get: (unit, stage, setting) =>
      noted(getUnit(unit, stage, setting), stage, (other, blank) => getUnit(unit, other, blank)),
    note: (note, stage, setting) =>
      noted(getNote(note, stage, setting), stage, (other, blank) => getNote(note, other, blank)),
    standsWithoutLabels: (blank) =>
      labelled.every(({ got, stage, again }) => {
        const other = again(stageIn(stage, blank), blank);
        return !got.rests.told && !other.rests.told && takeSameRoom(got.flow, other.flow);
      }),
    solved: room?.solved,
    composed: room?.composed,
    notes: room?.notes ?? new WeakMap(),
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
      const own = themes.get(theme) ?? room?.textOf(theme) ?? String(themes.size);
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
  return `${theme} ${JSON.stringify([width, strips, sideHeadings, restyle ?? {}])}`;
}

/** What a unit says beyond its block. */
function flagsOf(unit: Unit): string {
  if (unit.kind === "heading") return unit.language ?? "";
  const { entry, language = "", afterParagraph } = unit;
  const order = entry === undefined ? "" : `${entry.first} ${entry.last}`;
  return `${language} ${afterParagraph} ${order}`;
}

/** Flows of the same content that are kept: without page numbers and with them, and those before an edit. */
const mostVariants = 3;

const gathers = ({ kind }: Block): boolean =>
  kind === "tableOfContents" || kind === "listOfCaptions";

/** All of the document that contents and lists of captions show, but page numbers. */
function gatheredBy(block: Block, document: DocumentTree): readonly unknown[] {
  if (block.kind === "listOfCaptions") {
    return captionsOf(document, block.series).map(({ block: { id }, caption }) => [id, caption]);
  }
  return outlineOf(document.content);
}

function outlineOf(blocks: readonly Block[]): readonly unknown[] {
  return blocks.flatMap((block): readonly unknown[] => {
    if (block.kind === "group") return outlineOf(block.children);
    if (block.kind !== "section") return [];
    return [{ ...block, children: outlineOf(block.children) }];
  });
}

/** A heading is set without what stands under it. */
function contentOfUnit(unit: Unit): unknown {
  return unit.kind === "heading" ? { ...unit.section, children: [] } : unit.block;
}
