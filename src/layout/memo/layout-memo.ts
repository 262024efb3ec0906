import type { DocumentTree, NodeId } from "../../document/index.ts";
import type { FaceKey, Points, Theme } from "../../theme/index.ts";
import type { Assets } from "../assets.ts";
import type { FlowItem } from "../flow.ts";
import type { Page, PageItem } from "../page.ts";
import type { FontFace } from "../text/index.ts";
import { countWords } from "../text/index.ts";
import type { Composed } from "./composed.ts";
import { createComposed } from "./composed.ts";
import type { Kept } from "./kept.ts";
import { keptByContent } from "./kept.ts";
import { samePages } from "./same-page.ts";
import type { Solved } from "./solved.ts";
import { createSolved } from "./solved.ts";
import type { Rests } from "./watch.ts";

/** How often something was found set already, and how often it had to be set. */
export type Count = { readonly found: number; readonly set: number };

export type MemoCounts = {
  /** Blocks and headings that stand in the flow by themselves. */
  readonly blocks: Count;
  /** Texts in them: paragraphs, headings, cells, whatever is broken into lines by itself. */
  readonly texts: Count;
  /** Words that lines were made of, in fonts that the layout asked for. */
  readonly words: Count;
  /** Runs of pages between forced breaks, as often as a way to break them was sought. */
  readonly breaks: Count;
  /** Pages; `set` are those on which something is another than before. */
  readonly pages: Count;
};

/** Flow, what it rests on, and how many texts were set for it. */
export type KeptFlow = {
  readonly flow: readonly FlowItem[];
  readonly rests: Rests;
  readonly texts: number;
};

export type Finished = {
  readonly pages: WeakMap<readonly PageItem[], FinishedPage>;
  /** Running matter, by all that it was made of. */
  readonly furniture: Map<string, readonly PageItem[]>;
};

/** `key`: all that the page was made of besides. */
type FinishedPage = { readonly key: string; readonly page: Page };

type PageLabels = ReadonlyMap<NodeId, string>;

/** What was set in one theme, with the same fonts, in documents of one language. */
export type Room = {
  /** All that a theme says. */
  readonly textOf: (theme: Theme) => string;
  readonly assets: Assets;
  /** Flows by place (see `stageKey`) and content: the same content has another flow where page numbers in it are others. */
  readonly blocks: (stage: string) => Kept<readonly KeptFlow[]>;
  /** A block was found or had to be set, with so many texts. */
  readonly count: (found: boolean, texts: number) => void;
  /** Breaks of pages that were found before. */
  readonly solved: Solved;
  readonly composed: Composed;
  /** Parts of notes as they were put together, by the lines of the note. */
  readonly notes: WeakMap<
    readonly FlowItem[],
    Map<string, { readonly height: Points; readonly items: readonly PageItem[] }>
  >;
  /** Pages with their running matter, by what stands on them without it. */
  readonly finished: Finished;
  /** Page labels that the last layout ended with; absent: there was none. */
  readonly labels: PageLabels | undefined;
  /** The pages of a layout; each that is equal to the one of the last layout is that very object. */
  readonly settled: (pages: readonly Page[], labels: PageLabels) => readonly Page[];
};

/** What earlier layouts of this process set. It never changes what a layout gives, only how long it takes. */
export type LayoutMemo = {
  /** @param name of what is made; pages are compared with the last ones of the same name */
  readonly room: (document: DocumentTree, theme: Theme, assets: Assets, name: string) => Room;
  /** Since the memo was made. */
  readonly counts: () => MemoCounts;
};

/** Themes and languages at most; a brand that is being changed makes a new theme each time. */
const mostRooms = 6;

type Shelf = {
  readonly faces: Map<FaceKey, FontFace | undefined>;
  readonly blocks: Map<string, Kept<readonly KeptFlow[]>>;
  readonly finished: Finished;
};

/** @param leastKept blocks of one place that are kept at least; twice as many at most. Absent: those of a long report */
export function createLayoutMemo(leastKept?: number): LayoutMemo {
  const shelves = new Map<string, Shelf>();
  const counts = {
    blocks: { found: 0, set: 0 },
    texts: { found: 0, set: 0 },
    words: { found: 0, set: 0 },
    breaks: { found: 0, set: 0 },
    pages: { found: 0, set: 0 },
  };
  const solved = createSolved((found) => {
    counts.breaks[found ? "found" : "set"] += 1;
  });
  const composed = createComposed();
  const texts = new WeakMap<Theme, string>();
  const textOf = (theme: Theme): string => {
    const text = texts.get(theme) ?? JSON.stringify(theme);
    texts.set(theme, text);
    return text;
  };
  const notes: Room["notes"] = new WeakMap();
  const last = new Map<string, { readonly pages: readonly Page[]; readonly labels: PageLabels }>();
  const shelfOf = (key: string, assets: Assets): Shelf => {
    const known = shelves.get(key);
    const stands = known !== undefined && hasFaces(known, assets);
    const shelf: Shelf = stands
      ? known
      : {
          faces: new Map(),
          blocks: new Map(),
          finished: { pages: new WeakMap(), furniture: new Map() },
        };
    shelves.delete(key);
    shelves.set(key, shelf);
    for (const oldest of shelves.keys()) if (shelves.size > mostRooms) shelves.delete(oldest);
    return shelf;
  };
  return {
    room(document, theme, assets, name) {
      const shelf = shelfOf(`${document.language} ${textOf(theme)}`, assets);
      const asked = new Map<FontFace, Count>();
      return {
        textOf,
        assets: { ...assets, face: noted(shelf.faces, assets, asked) },
        blocks(stage) {
          const kept = shelf.blocks.get(stage) ?? keptByContent(leastKept);
          shelf.blocks.set(stage, kept);
          return kept;
        },
        count(found, texts) {
          const how = found ? "found" : "set";
          counts.blocks[how] += 1;
          counts.texts[how] += texts;
        },
        solved,
        composed,
        notes,
        finished: shelf.finished,
        labels: last.get(name)?.labels,
        settled(pages, labels) {
          const before = last.get(name)?.pages ?? [];
          const settled = samePages(before, pages);
          const found = settled.filter((page, index) => page === before[index]).length;
          for (const [face, earlier] of asked) {
            const now = countWords(face);
            counts.words.found += now.found - earlier.found;
            counts.words.set += now.set - earlier.set;
          }
          counts.pages.found += found;
          counts.pages.set += settled.length - found;
          last.set(name, { pages: settled, labels });
          return settled;
        },
      };
    },
    counts: () => structuredClone(counts),
  };
}

/** Whether the fonts that were asked for are the same: a font file may have been changed. */
function hasFaces({ faces }: Shelf, assets: Assets): boolean {
  for (const [key, face] of faces) if (assets.face(key) !== face) return false;
  return true;
}

/** @param asked fonts of this layout, each with what it had counted before */
function noted(
  faces: Map<FaceKey, FontFace | undefined>,
  assets: Assets,
  asked: Map<FontFace, Count>,
): Assets["face"] {
  return (key) => {
    const face = assets.face(key);
    faces.set(key, face);
    if (face !== undefined && !asked.has(face)) asked.set(face, countWords(face));
    return face;
  };
}
