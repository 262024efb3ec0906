import type { Diagnostic } from "../../src/diagnostics/index.ts";
import type { Block, Cards, Heading, Slide, Table, TableRow } from "../../src/document/index.ts";
import { flowSequence, stack } from "../../src/layout/blocks/index.ts";
import type { SetSlide } from "../../src/layout/blocks/slide.ts";
import { setSlide } from "../../src/layout/blocks/slide.ts";
import type { FlowContext, FlowItem } from "../../src/layout/flow.ts";
import type { FilledBox, PageItem } from "../../src/layout/page.ts";
import type { Strip } from "../../src/theme/index.ts";
import { assetsOf, documentOf, paragraph, themeOf, words } from "../layout/support.ts";

export { paragraph, words };

/** Blocks of one product set in a region as wide as its wide strip. */
export type Place = {
  readonly context: FlowContext;
  readonly diagnostics: readonly Diagnostic[];
};

export function placeIn(product: string, profile = "accessible", width?: number): Place {
  const theme = themeOf(product, profile);
  const diagnostics: Diagnostic[] = [];
  const wide = theme.strips["wide"] as Strip;
  const whole: Strip = { x: 0, width: width ?? wide.width };
  const strip = (name: string): Strip => {
    if (width !== undefined) return whole;
    const found = theme.strips[name] ?? wide;
    return { x: found.x - wide.x, width: found.width };
  };
  const context: FlowContext = {
    theme,
    assets: assetsOf(theme),
    language: "en-CA",
    report: (diagnostic) => void diagnostics.push(diagnostic),
    document: documentOf([]),
    width: whole.width,
    strip,
    sideHeadings: false,
    flow: flowSequence,
  };
  return { context, diagnostics };
}

export const flow = (block: Block, place: Place): readonly FlowItem[] =>
  flowSequence([block], place.context);

/** One below another, as on a page without end. */
export const piled = (items: readonly FlowItem[]): readonly PageItem[] => stack(items).items;

export type Glyphs = Extract<PageItem, { readonly kind: "glyphs" }>;

export const glyphs = (items: readonly PageItem[]): readonly Glyphs[] =>
  items.filter((item) => item.kind === "glyphs");

/** Text of nodes, without blanks and added hyphens. */
export const said = (items: readonly PageItem[]): string =>
  glyphs(items)
    .filter((run) => "node" in run.tag)
    .map((run) => run.text)
    .join("")
    .replace(/[\s\u00AD\u00A0\u202F\u2060]/g, "");

/** Text of one node. */
export const saidBy = (items: readonly PageItem[], node: string, part?: string): string =>
  glyphs(items)
    .filter((run) => "node" in run.tag && run.tag.node === node && run.tag.part === part)
    .map((run) => run.text)
    .join("");

/** Pairs of runs that stand on each other. */
export function collisions(items: readonly PageItem[]): readonly string[] {
  const runs = [...glyphs(items)].sort((one, other) => one.y - other.y);
  const found: string[] = [];
  runs.forEach((one, index) => {
    for (let next = index + 1; next < runs.length; next += 1) {
      const other = runs[next] as Glyphs;
      if (other.y - one.y >= other.size * 0.65) break;
      const apart = one.x + one.width <= other.x + 1 || other.x + other.width <= one.x + 1;
      if (!apart) found.push(`${one.text} | ${other.text}`);
    }
  });
  return found;
}

/** How far text reaches beyond a width. */
export const beyond = (items: readonly PageItem[], width: number): number =>
  Math.max(0, ...glyphs(items).map((run) => run.x + run.width - width));

export const boxes = (items: readonly PageItem[]): FilledBox[] =>
  items.filter((item) => item.kind === "box");

/** A table of texts; the first row heads it. */
export function tableOf(rows: readonly (readonly string[])[], change: Partial<Table> = {}): Table {
  const row = (cells: readonly string[], index: number): TableRow => ({
    kind: "tableRow",
    id: `r${index}`,
    cells: cells.map((text, column) => ({
      kind: "tableCell",
      id: `r${index}c${column}`,
      children: text === "" ? [] : [paragraph(`r${index}c${column}p`, text)],
    })),
  });
  const all = rows.map(row);
  return {
    kind: "table",
    id: "table",
    columns: (rows[0] ?? []).map(() => ({ alignment: "start" })),
    head: all.slice(0, 1),
    body: all.slice(1),
    rowHeaders: true,
    ...change,
  };
}

export const heading = (id: string, text: string): Heading => ({
  kind: "heading",
  id,
  children: words(text),
});

/** Cards of which each third has no foot line. */
export const cards = (count: number, text = ""): Cards => ({
  kind: "cards",
  id: "cards",
  cards: Array.from({ length: count }, (_, index) => ({
    kind: "card",
    id: `card${index}`,
    heading: heading(`card${index}h`, `Initiative ${index}`),
    children: text === "" ? [] : [paragraph(`card${index}p`, text)],
    ...(index % 3 === 2 ? {} : { foot: words(`201${index}`) }),
  })),
});

export const slideOf = (
  layout: string,
  heading: string,
  children: readonly Block[],
  change: Partial<Slide> = {},
): Slide => ({
  kind: "slide",
  id: "slide",
  layout,
  heading: { kind: "heading", id: "slide-heading", children: words(heading) },
  children,
  notes: [],
  annex: false,
  ...change,
});

const frame = { x: 48, y: 144, width: 864, height: 344 };

export const laySlide = (slide: Slide, place: Place = placeIn("slides")): SetSlide =>
  setSlide(slide, place.context, frame);
