import type { Diagnostic, Outcome, Report } from "../diagnostics/index.ts";
import type { DocumentTree, NodeId, PageFacts, Slide } from "../document/index.ts";
import { annexIds } from "../document/index.ts";
import type { Theme } from "../theme/index.ts";
import { landscapeOf } from "../theme/index.ts";
import type { Assets } from "./assets.ts";
import type { LayoutMemo, Watched } from "./memo/index.ts";
import { watched } from "./memo/index.ts";
import type { Page, PageItem } from "./page.ts";
import { checkBudget } from "./pages/budget.ts";
import type { Setting } from "./pages/contexts.ts";
import { pageLabels, withDestinations } from "./pages/destinations.ts";
import type { Sheet } from "./pages/finish.ts";
import { countsOf, finishPages } from "./pages/finish.ts";
import type { FlowCache } from "./pages/flow-cache.ts";
import { flowCache } from "./pages/flow-cache.ts";
import { nodesOn } from "./pages/nodes-on.ts";
import { pageCounter } from "./pages/page-numbers.ts";
import { partsOf } from "./pages/parts.ts";
import { reportUnsettled, sameLabels } from "./pages/settled.ts";
import { laySlide } from "./pages/slides.ts";
import { layNotes, notesThemeOf } from "./pages/speaker-notes.ts";
import { tableColumns } from "./pages/table-columns.ts";
import { layTextPart } from "./pages/text-part.ts";
import type { References } from "./pages/walk.ts";
import { readsPages, referencesOf } from "./pages/walk.ts";

/** A document on pages, and what it knows of them. */
export type LaidOut = { readonly pages: readonly Page[]; readonly facts: PageFacts };

type PageLabels = ReadonlyMap<NodeId, string>;

/** How often the document is set anew until the page numbers in it are right. */
const mostPasses = 5;

/**
 * Sets a document on pages. Pure; diagnostics name what does not fit. There are always pages, and all text is on them.
 * @param memo what earlier layouts set, and a place for what this one sets, and a name for what is made; absent: all is set
 */
export function layOut(
  document: DocumentTree,
  theme: Theme,
  assets: Assets,
  memo?: { readonly of: LayoutMemo; readonly name: string },
): Outcome<LaidOut> {
  const references = referencesOf(document);
  const room = memo?.of.room(document, theme, assets, memo.name);
  const notesTheme = notesThemeOf(theme);
  const numbered = readsPages(document.content) || readsPages(document.notes);
  // What is kept between passes is told once; what each pass tells anew counts only in the last.
  const lasting = new Map<string, Diagnostic>();
  const settingWith = (pageOf: PageLabels | undefined, report: Report): Setting => {
    const known = pageOf === undefined ? {} : { pageOf };
    return {
      document,
      theme,
      assets,
      report,
      ...(notesTheme === undefined ? {} : { notesTheme }),
      ...known,
      world: watched({ document, assets: room?.assets ?? assets, report, ...known }),
    };
  };
  // The labels of last time, which are most often right: then one pass does for two.
  let guessed = numbered ? room?.labels : undefined;
  let pageOf = guessed;
  let cache = flowCache(room);
  for (let pass = 1; ; pass += 1) {
    const passing: Diagnostic[] = [];
    const report: Report = (diagnostic) => void passing.push(diagnostic);
    const setting = settingWith(pageOf, report);
    const sheets = layParts(setting, references, cache);
    if (guessed !== undefined) {
      guessed = undefined;
      // A first pass knows no labels; this one counts as such where it ends its pages where that does.
      const blank = settingWith(undefined, () => {});
      if (setting.world.askedElsewhere() || !cache.standsWithoutLabels(blank)) {
        pageOf = undefined;
        cache = flowCache(room);
        pass = 0;
        continue;
      }
    }
    const labels = pageLabels(sheets);
    for (const diagnostic of passing) lasting.set(keyOf(diagnostic), diagnostic);
    if (!numbered || pass === mostPasses || (pageOf !== undefined && sameLabels(pageOf, labels))) {
      const late: Report = (found) => void lasting.set(keyOf(found), found);
      if (numbered && pageOf !== undefined) reportUnsettled(document, pageOf, labels, late);
      const world: Watched = {
        ...setting.world,
        report(diagnostic) {
          setting.world.retold();
          late(diagnostic);
        },
      };
      const told: Setting = { ...setting, report: late, world };
      checkBudget(
        sheets.filter((sheet) => sheet.again !== true),
        told,
      );
      const finished = finishPages(sheets, told, room?.finished);
      const pages = room?.settled(finished, labels) ?? finished;
      const frontPages = sheets.filter(({ series }) => series === "front").length;
      const counts = countsOf(sheets, document);
      const columnsOf = tableColumns(sheets);
      const facts = { pages: pages.length, frontPages, counts, pageOf: labels, columnsOf };
      const value = { pages, facts };
      return { value, diagnostics: [...lasting.values()] };
    }
    pageOf = labels;
  }
}

function layParts(setting: Setting, references: References, cache: FlowCache): readonly Sheet[] {
  const { document } = setting;
  const noteContext = { references: references.notes, seen: new Set<NodeId>() };
  const sheets: Sheet[] = [];
  let landscape: Setting | undefined;
  const count = pageCounter(document);
  // Of the whole document: an annex with pages in landscape stands in several parts.
  const annexFrom = annexIds(document.content);
  let number = 0;
  for (const part of partsOf(document)) {
    if ("slide" in part) {
      for (const sheet of slideSheets(part.slide, setting, number)) {
        // The pages of a divided slide are slides of their own; those of an annex share its label.
        if (part.slide.label === undefined && sheet.again !== true) number += 1;
        sheets.push(sheet);
      }
      continue;
    }
    if (part.landscape === true) landscape ??= { ...setting, theme: landscapeOf(setting.theme) };
    const placed = (part.landscape === true ? landscape : undefined) ?? setting;
    let annex = false;
    for (const items of layTextPart(part, placed, cache, noteContext)) {
      annex ||= nodesOn(items).destinations.some((node) => annexFrom.has(node));
      const { label, series } = count(items, annexFrom, number);
      number += 1;
      sheets.push({ items, label, series, annex, theme: placed.theme });
    }
  }
  const placed = withDestinations(
    sheets.map((sheet) => sheet.items),
    document,
    references.targets,
  );
  return sheets.map((sheet, index) => ({ ...sheet, items: placed[index] as readonly PageItem[] }));
}

/** @param before how many slides were counted before */
function slideSheets(slide: Slide, setting: Setting, before: number): readonly Sheet[] {
  const { label: given, annex } = slide;
  const theme = setting.notesTheme ?? setting.theme;
  const labelOf = (part: number): string => {
    const suffix = part === 1 ? "" : ` (${part})`;
    return given === undefined ? String(before + part) : given + suffix;
  };
  return layNotes(slide, laySlide(slide, setting), labelOf, setting).map(
    ({ items, part, again }): Sheet => ({
      items,
      label: labelOf(part),
      series: "slides",
      annex,
      theme,
      again,
    }),
  );
}

const keyOf = ({ rule, message, place }: Diagnostic): string =>
  `${rule} ${place?.line ?? 0}:${place?.column ?? 0} ${message}`;
