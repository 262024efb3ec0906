import type { DocumentTree, NodeId } from "../../document/index.ts";
import { textOf } from "../../document/index.ts";
import type { Theme } from "../../theme/index.ts";
import { outerFrames } from "../../theme/index.ts";
import type { Page, PageItem } from "../page.ts";
import type { Setting } from "./contexts.ts";
import { stageBetween } from "./contexts.ts";
import { mirrored } from "./mirror.ts";
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

/** Pages with their running matter, in the size and direction of their kind. */
export function finishPages(sheets: readonly Sheet[], setting: Setting): readonly Page[] {
  const { document } = setting;
  const slides = hasSlides(document);
  const counts = countsOf(sheets, document);
  const sections = currentSections(sheets, document);
  const setters = setterShelf(setting);
  const turned = stageBetween(setting, 0, setting.theme.page.width, undefined, false).context;
  return sheets.map((sheet, index): Page => {
    const { theme, label } = sheet;
    const running = setters(theme, index % 2 === 1);
    // An annex of a deck is not one of the slides that are counted: "A1", not "A1 / 8".
    const count = slides && sheet.annex ? undefined : counts.get(sheet.series);
    const furniture = running(index, { label, count, section: sections[index] ?? "" });
    const items = [...furniture, ...sheet.items];
    const { width, height } = theme.page;
    const faced = turned.mirrored === true ? mirrored(items, width) : items;
    return { number: index + 1, label, width, height, items: bound(faced, index, theme) };
  });
}

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
    const begun = items.flatMap((item) =>
      item.kind === "destination" ? (titles.get(item.node) ?? []) : [],
    );
    const first = begun[0] ?? last;
    last = begun.at(-1) ?? last;
    return first;
  });
}
