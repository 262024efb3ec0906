import type { DocumentTree, NodeId } from "../../document/index.ts";
import { textOf } from "../../document/index.ts";
import type { Theme } from "../../theme/index.ts";
import { outerFrames } from "../../theme/index.ts";
import type { Finished, Rests } from "../memo/index.ts";
import { contentOf } from "../memo/index.ts";
import type { Page, PageItem } from "../page.ts";
import type { Setting } from "./contexts.ts";
import { stageBetween } from "./contexts.ts";
import { mirrored } from "./mirror.ts";
import { nodesOn } from "./nodes-on.ts";
import { romanOf } from "./page-numbers.ts";
import { hasSlides, mainSections } from "./parts.ts";
import type { RunningSetter } from "./running.ts";
import { runningSetter } from "./running.ts";

/** A page before it has its running matter. */
export type Sheet = {
  readonly items: readonly PageItem[];
  readonly label: string;
  /** Pages that are counted together. */
  readonly series: string;
  readonly annex: boolean;
  /** It goes on with what is said to the slide of the page before, and is not counted. */
  readonly again?: boolean;
  /** Of its kind of page. */
  readonly theme: Theme;
};

/**
 * Pages with their running matter, in the size and direction of their kind.
 * @param finished pages of earlier layouts in this theme and language; absent: there were none
 */
export function finishPages(
  sheets: readonly Sheet[],
  setting: Setting,
  finished?: Finished,
): readonly Page[] {
  const { document, world } = setting;
  const slides = hasSlides(document);
  const counts = countsOf(sheets, document);
  const sections = currentSections(sheets, document);
  const setters = setterShelf(setting);
  const turned = stageBetween(setting, 0, setting.theme.page.width, undefined, false).context;
  const said = finished && contentOf(document.running);
  const made: Made[] = [];
  let alone = true;
  const pages = sheets.map((sheet, index): Page => {
    const { theme, label } = sheet;
    // An annex of a deck is not one of the slides that are counted: "A1", not "A1 / 8".
    const count = slides && sheet.annex ? undefined : counts.get(sheet.series);
    const section = sections[index] ?? "";
    const key =
      said === undefined
        ? ""
        : `${kindOf(theme, setting)} ${JSON.stringify([index, label, count ?? null, section])} ${said}`;
    const before = finished?.pages.get(sheet.items);
    if (before?.key === key) return before.page;
    const known = finished?.furniture.get(key);
    const { value: furniture, rests } =
      known === undefined
        ? world.during(() => setters(theme, index % 2 === 1)(index, { label, count, section }))
        : { value: known, rests: undefined };
    alone &&= rests === undefined || restsOnNothing(rests);
    const items = [...furniture, ...sheet.items];
    const { width, height } = theme.page;
    const faced = turned.mirrored === true ? mirrored(items, width) : items;
    const page = { number: index + 1, label, width, height, items: bound(faced, index, theme) };
    made.push({ items: sheet.items, key, page, furniture });
    return page;
  });
  // What is the same on all pages is set once, so that one page that asks for a picture stands for all.
  if (alone && finished !== undefined) keep(made, finished);
  return pages;
}

type Made = {
  readonly items: readonly PageItem[];
  readonly key: string;
  readonly page: Page;
  readonly furniture: readonly PageItem[];
};

/** Pages whose running matter is kept for those of other documents. */
const mostKept = 64;

function keep(made: readonly Made[], { pages, furniture: kept }: Finished): void {
  for (const { items, key, page, furniture } of made) {
    pages.set(items, { key, page });
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, furniture);
  }
}

/** Themes of other kinds of pages are made of the first for each layout. */
function kindOf(theme: Theme, setting: Setting): string {
  return theme === setting.theme ? "page" : theme === setting.notesTheme ? "notes" : "landscape";
}

const restsOnNothing = ({ labels, images, document, told }: Rests): boolean =>
  labels.length === 0 && images.length === 0 && !document && !told;

/** How many pages there are of each series, in its own numerals; annexes of a deck are not counted. */
export function countsOf(
  sheets: readonly Sheet[],
  document: DocumentTree,
): ReadonlyMap<string, string> {
  const slides = hasSlides(document);
  const counts = new Map<string, number>();
  for (const { series, annex, again } of sheets) {
    if (again === true || (slides && annex)) continue;
    const key = slides ? "slides" : series;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (slides) for (const { series } of sheets) counts.set(series, counts.get("slides") ?? 0);
  return new Map(
    [...counts].map(([series, count]) => [
      series,
      series === "front" ? romanOf(count) : String(count),
    ]),
  );
}

/** One setter for each kind of page; where pages are bound, even ones are the mirror image of odd ones. */
function setterShelf(setting: Setting): (theme: Theme, even: boolean) => RunningSetter {
  const odd = new Map<Theme, RunningSetter>();
  const evens = new Map<Theme, RunningSetter>();
  return (theme, even) => {
    const turns = even && (theme.page.binding ?? 0) > 0;
    const shelf = turns ? evens : odd;
    const known = shelf.get(theme);
    if (known !== undefined) return known;
    const own = turns ? { ...theme, frames: outerFrames(theme) } : theme;
    const stage = stageBetween({ ...setting, theme: own }, 0, theme.page.width, undefined, false);
    const made = runningSetter(setting.document, stage.context);
    shelf.set(theme, made);
    return made;
  };
}

/** Room for the binding, at the left of the first page and of every second after it, at the right of the others. */
function bound(items: readonly PageItem[], index: number, { page }: Theme): readonly PageItem[] {
  const { binding = 0 } = page;
  if (binding === 0) return items;
  const dx = index % 2 === 0 ? binding : -binding;
  return items.map((item) => ({ ...item, x: item.x + dx }));
}

/** Of each page: the heading of the first section that begins on it, or else of the one that goes on. */
function currentSections(sheets: readonly Sheet[], document: DocumentTree): readonly string[] {
  const titles = new Map<NodeId, string>();
  for (const section of mainSections(document.content)) {
    titles.set(section.id, textOf(section.heading.children).trim());
  }
  let last = "";
  return sheets.map(({ items }) => {
    const begun = nodesOn(items).destinations.flatMap((node) => titles.get(node) ?? []);
    const first = begun[0] ?? last;
    last = begun.at(-1) ?? last;
    return first;
  });
}
