import type { Diagnostic, Outcome, Report } from "../diagnostics/index.ts";
import type { Block, DocumentTree, NodeId, PageFacts, Slide } from "../document/index.ts";
import type { Theme } from "../theme/index.ts";
import type { Assets } from "./assets.ts";
import type { Page, PageItem } from "./page.ts";
import { checkBudget } from "./pages/budget.ts";
import type { Setting } from "./pages/contexts.ts";
import { stageBetween } from "./pages/contexts.ts";
import { pageLabels, withDestinations } from "./pages/destinations.ts";
import { mirrored } from "./pages/mirror.ts";
import { runningSetter } from "./pages/running.ts";
import { laySlide } from "./pages/slides.ts";
import type { FlowCache, TextPart } from "./pages/text-part.ts";
import { flowCache, layTextPart } from "./pages/text-part.ts";
import type { References } from "./pages/walk.ts";
import { placeOf, readsPages, referencesOf } from "./pages/walk.ts";

/** A document on pages, and what it knows of them. */
export type LaidOut = { readonly pages: readonly Page[]; readonly facts: PageFacts };

/** How often the document is set anew until the page numbers in it are right. */
const mostPasses = 5;

/** Sets a document on pages. Pure; diagnostics name what does not fit. There are always pages, and all text is on them. */
export function layOut(document: DocumentTree, theme: Theme, assets: Assets): Outcome<LaidOut> {
  const references = referencesOf(document);
  const cache = flowCache();
  const numbered = readsPages(document.content) || readsPages(document.notes);
  // What is kept between passes is told once; what each pass tells anew counts only in the last.
  const lasting = new Map<string, Diagnostic>();
  let pageOf: ReadonlyMap<NodeId, string> | undefined;
  for (let pass = 1; ; pass += 1) {
    const passing: Diagnostic[] = [];
    const report: Report = (diagnostic) => void passing.push(diagnostic);
    const setting: Setting = {
      document,
      theme,
      assets,
      report,
      ...(pageOf === undefined ? {} : { pageOf }),
    };
    const sheets = layParts(setting, references, cache);
    const labels = pageLabels(sheets);
    for (const diagnostic of passing) lasting.set(keyOf(diagnostic), diagnostic);
    if (!numbered || pass === mostPasses || (pageOf !== undefined && sameLabels(pageOf, labels))) {
      const late: Report = (found) => void lasting.set(keyOf(found), found);
      if (numbered && pageOf !== undefined) reportUnsettled(document, pageOf, labels, late);
      const value = finish(sheets, labels, { ...setting, report: late });
      return { value, diagnostics: [...lasting.values()] };
    }
    pageOf = labels;
  }
}

/** A page before it has its running matter. */
type Sheet = {
  readonly items: readonly PageItem[];
  readonly label: string;
  readonly annex: boolean;
};

function layParts(setting: Setting, references: References, cache: FlowCache): readonly Sheet[] {
  const { document } = setting;
  const noteContext = { references: references.notes, seen: new Set<NodeId>() };
  const sheets: Sheet[] = [];
  let number = 0;
  for (const part of partsOf(document)) {
    if ("slide" in part) {
      for (const page of laySlide(part.slide, setting)) {
        const { label: given, annex } = part.slide;
        // The pages of a divided slide are slides of their own; those of an annex share its label.
        if (given === undefined) number += 1;
        const suffix = page.part === 1 ? "" : ` (${page.part})`;
        const label = given === undefined ? String(number) : given + suffix;
        sheets.push({ items: page.items, label, annex });
      }
      continue;
    }
    const annexFrom = annexIds(part.blocks);
    let annex = false;
    for (const items of layTextPart(part, setting, cache, noteContext)) {
      number += 1;
      annex ||= items.some((item) => item.kind === "destination" && annexFrom.has(item.node));
      sheets.push({ items, label: String(number), annex });
    }
  }
  const placed = withDestinations(
    sheets.map((sheet) => sheet.items),
    document,
    references.targets,
  );
  return sheets.map((sheet, index) => ({ ...sheet, items: placed[index] as readonly PageItem[] }));
}

/** Slides have a page each; what stands between them flows. */
function partsOf(document: DocumentTree): readonly (TextPart | { readonly slide: Slide })[] {
  const parts: (TextPart | { readonly slide: Slide })[] = [];
  let blocks: Block[] = [];
  const flush = (last: boolean): void => {
    const needed = blocks.length > 0 || (last && (parts.length === 0 || hasNotes(document)));
    if (needed) parts.push({ blocks, first: parts.length === 0, last });
    blocks = [];
  };
  for (const block of document.content) {
    if (block.kind === "slide") {
      flush(false);
      parts.push({ slide: block });
    } else blocks.push(block);
  }
  flush(true);
  return parts;
}

const hasNotes = (document: DocumentTree): boolean => document.notes.length > 0;

/** Sections that begin new pages at the end of the document are its annexes. */
function annexIds(blocks: readonly Block[]): ReadonlySet<NodeId> {
  const ids = new Set<NodeId>();
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index];
    if (block?.kind !== "section" || block.newPage !== true) break;
    ids.add(block.id);
  }
  return ids;
}

function sameLabels(
  before: ReadonlyMap<NodeId, string>,
  after: ReadonlyMap<NodeId, string>,
): boolean {
  if (before.size !== after.size) return false;
  for (const [node, label] of after) if (before.get(node) !== label) return false;
  return true;
}

/** After the last pass: parts that still move when their pages are printed. */
function reportUnsettled(
  document: DocumentTree,
  printed: ReadonlyMap<NodeId, string>,
  labels: ReadonlyMap<NodeId, string>,
  report: Report,
): void {
  const moved = [...labels].filter(([node, label]) => printed.get(node) !== label);
  const [first] = moved;
  if (first === undefined) return;
  const [node, label] = first;
  const place = placeOf(document, node);
  report({
    rule: "page-numbers-settle",
    severity: "warning",
    message: `The page of "${node}" is printed as ${printed.get(node) ?? "nothing"} and is ${label}, since the text moves with its number${moved.length === 1 ? "" : `; so do ${moved.length - 1} others`}.`,
    ...(place === undefined ? {} : { place }),
    hints: ["Change the text before it by a few words, or begin it on a new page."],
  });
}

const keyOf = ({ rule, message, place }: Diagnostic): string =>
  `${rule} ${place?.line ?? 0}:${place?.column ?? 0} ${message}`;

function finish(
  sheets: readonly Sheet[],
  pageOf: ReadonlyMap<NodeId, string>,
  setting: Setting,
): LaidOut {
  const { document, theme } = setting;
  checkBudget(sheets, setting);
  const slides = document.content.some((block) => block.kind === "slide");
  const counted = slides ? sheets.filter((sheet) => !sheet.annex).length : sheets.length;
  const { context } = stageBetween(setting, 0, theme.page.width, undefined, false);
  const running = runningSetter(document, context);
  const pages = sheets.map((sheet, index): Page => {
    // An annex of a deck is not one of the slides that are counted: "A1", not "A1 / 8".
    const count = slides && sheet.annex ? undefined : String(counted);
    const furniture = running(index, { label: sheet.label, count });
    const items = [...furniture, ...sheet.items];
    return {
      number: index + 1,
      label: sheet.label,
      width: theme.page.width,
      height: theme.page.height,
      items: context.mirrored === true ? mirrored(items, theme.page.width) : items,
    };
  });
  return { pages, facts: { pages: pages.length, pageOf } };
}
