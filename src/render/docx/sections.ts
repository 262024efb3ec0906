import type { Points, Theme } from "../../theme/index.ts";
import { landscapeOf } from "../../theme/index.ts";
import type { DocxContext, PageSeries } from "./context.ts";
import type { Child, FileChild } from "./element.ts";
import { addFirst, addProperty, element, isParagraph, Late, valued } from "./element.ts";
import { canEndSection, seriesOf, withSeriesEnds } from "./page-series.ts";
import { paragraph } from "./paragraph.ts";
import { twips } from "./units.ts";

/** A stretch of the file whose text runs in the same columns. */
export type Stretch = {
  readonly children: readonly FileChild[];
  /** Absent: one column as wide as the page. */
  readonly columns?: TextColumns;
  /** Its pages are as wide as others are high. Absent: like the others. */
  readonly landscape?: boolean;
  /** The letter before the numbers of its pages. Absent: none. */
  readonly annex?: string;
  /** It stands before the first section, and its pages are counted by themselves. Absent: not. */
  readonly front?: boolean;
  /** Its pages are numbered i, ii, or counted from 1 again. Absent: counted on. */
  readonly pages?: PageCount;
};

export type PageCount = "roman" | "anew";

/** Columns of running text; `widths` is absent where the text is to be shared out evenly. */
export type TextColumns = {
  readonly count: number;
  readonly gap: Points;
  /** Widths one by one, points. Absent: all the same. */
  readonly widths?: readonly Points[];
};

/** Headers and footers of pages of one shape, with numbers of one sort. */
export type RunningKind = {
  /** Tells it from others within the file. */
  readonly key: string;
  readonly landscape: boolean;
  readonly annex?: string;
  readonly series?: PageSeries;
};

/** All stretches one after another. */
export type Joined = {
  /** Those that sections ask for, that of the first page first. */
  readonly running: readonly RunningKind[];
  readonly children: readonly FileChild[];
  /** The properties of the last section, which end the body. */
  readonly last: FileChild;
};

type SectionLook = {
  /** There is no other section before it. */
  readonly isFirst: boolean;
  readonly newPage: boolean;
  readonly landscape: boolean;
  /** Key of its headers and footers. Absent: those of the section before it. */
  readonly running?: string;
  readonly pages?: PageCount;
};

/**
 * The stretches one after another. All but the last end with the properties of their section in their last paragraph (17.6.18); those of
 * the last stand at the end of the body. A section without headers has those of the one before it (17.10.1).
 */
export function joinStretches(stretches: readonly Stretch[], context: DocxContext): Joined {
  const joined = withSeriesEnds(withoutNeedlessEnds(stretches, context), context);
  const series = seriesOf(joined);
  const kinds = joined.map((stretch, index) => runningKind(stretch, series[index]));
  const looks = joined.map(({ landscape = false, pages }, index): SectionLook => {
    const key = kinds[index]?.key;
    const running = key === undefined || key === kinds[index - 1]?.key ? {} : { running: key };
    const turned = landscape !== (joined[index - 1]?.landscape ?? false);
    const newPage = index === 0 || turned || pages === "anew";
    return { isFirst: index === 0, newPage, landscape, ...running, ...(pages && { pages }) };
  });
  const usual = { isFirst: true, newPage: true, landscape: false, running: usualKind.key };
  return {
    running:
      kinds.length === 0
        ? [usualKind]
        : [...new Map(kinds.map((kind) => [kind.key, kind])).values()],
    children: joined.flatMap((stretch, index) =>
      index === joined.length - 1
        ? stretch.children
        : ended(stretch, looks[index] ?? usual, context),
    ),
    last: sectionProperties(context, undefined, looks.at(-1) ?? usual),
  };
}

const usualKind: RunningKind = { key: "upright", landscape: false };

function runningKind(
  { landscape = false, annex }: Stretch,
  series: PageSeries | undefined,
): RunningKind {
  const key = `${landscape ? "wide" : "upright"}${annex ?? series ?? ""}`;
  return { key, landscape, ...(annex && { annex }), ...(series && { series }) };
}

/** Neighbours of one shape are one stretch; the last is always in one column. */
function withoutNeedlessEnds(
  stretches: readonly Stretch[],
  context: DocxContext,
): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (stretch.children.length === 0) continue;
    if (last !== undefined && areAlike(last, stretch))
      joined[joined.length - 1] = { ...last, children: [...last.children, ...stretch.children] };
    else joined.push(stretch);
  }
  return joined.at(-1)?.columns === undefined
    ? joined
    : [...joined, { children: [paragraph("TableEnd", [], context)] }];
}

function areAlike(one: Stretch, other: Stretch): boolean {
  return (
    one.columns === undefined &&
    other.columns === undefined &&
    one.landscape === other.landscape &&
    other.pages !== "anew"
  );
}

function ended(stretch: Stretch, look: SectionLook, context: DocxContext): readonly FileChild[] {
  const properties = sectionProperties(context, stretch.columns, look);
  const last = stretch.children.at(-1);
  if (last !== undefined && canEndSection(last)) {
    addProperty(last, properties);
    return stretch.children;
  }
  const end = paragraph("TableEnd", [], context);
  addProperty(end, properties);
  return [...stretch.children, end];
}

/** In the order of CT_SectPr (17.6.17). */
function sectionProperties(
  { theme: upright, isRightToLeft }: DocxContext,
  columns: TextColumns | undefined,
  { isFirst, newPage, landscape, running, pages }: SectionLook,
): FileChild {
  const theme = landscape ? landscapeOf(upright) : upright;
  const { width, height } = theme.page;
  return element(
    "w:sectPr",
    undefined,
    running === undefined
      ? undefined
      : new Late("w:headerReference", [], (part) => part.running(running)),
    valued("w:type", newPage ? "nextPage" : "continuous"),
    element("w:pgSz", {
      "w:w": twips(width),
      "w:h": twips(height),
      "w:orient": width > height ? "landscape" : "portrait",
    }),
    element("w:pgMar", pageMargins(theme)),
    pages === undefined
      ? undefined
      : element("w:pgNumType", {
          "w:fmt": pages === "roman" ? "lowerRoman" : undefined,
          "w:start": 1,
        }),
    columnsElement(columns),
    isFirst ? element("w:titlePg") : undefined,
    isRightToLeft ? element("w:bidi") : undefined,
  );
}

function columnsElement(columns: TextColumns | undefined): Child {
  if (columns === undefined) return element("w:cols", { "w:space": 720 });
  const { count, gap, widths } = columns;
  const shared = { "w:num": count, "w:space": twips(gap) };
  if (widths === undefined) return element("w:cols", { ...shared, "w:equalWidth": 1 });
  return element(
    "w:cols",
    { ...shared, "w:equalWidth": 0 },
    ...widths.map((width, index) =>
      element("w:col", {
        "w:w": twips(width),
        ...(index === widths.length - 1 ? {} : { "w:space": twips(gap) }),
      }),
    ),
  );
}

/** Below the text of a page, points: what the last of its regions leaves, which may reach into the margin. */
function bottomMargin({ page, masters, slides }: Theme): Points {
  if (slides !== undefined) return page.margins.bottom;
  const ends = masters.later.regions.map(({ y, height }) => y + height);
  return ends.length === 0 ? page.margins.bottom : page.height - Math.max(...ends);
}

/** Margins of the page, twips; headers and footers stand where the theme's frames do. */
function pageMargins(theme: Theme): Readonly<Record<string, number>> {
  const { page, frames } = theme;
  const all = Object.values(frames);
  const headers = all.filter(({ kind }) => kind === "header").map(({ y }) => y);
  const feet = all
    .filter(({ kind }) => kind === "footer")
    .map(({ y, height }) => page.height - y - Math.min(height, 16));
  return {
    "w:top": twips(page.margins.top),
    // With facing pages, left is inside and right is outside (17.15.1.57).
    "w:right": twips(page.margins.right - (page.binding ?? 0)),
    "w:bottom": twips(bottomMargin(theme)),
    "w:left": twips(page.margins.left + (page.binding ?? 0)),
    "w:header": twips(headers.length > 0 ? Math.min(...headers) : 28),
    "w:footer": twips(feet.length > 0 ? Math.min(...feet) : 24),
    "w:gutter": 0,
  };
}

/** Each of these begins a column of text: the break stands in its first paragraph, as Word itself puts it (17.3.3.1). */
export function inTurn(
  columns: readonly (readonly FileChild[])[],
  context: DocxContext,
): readonly FileChild[] {
  return columns.flatMap((children, index) => {
    if (index === 0) return children;
    const [first] = children;
    const begins = first !== undefined && isParagraph(first);
    const opening = begins ? first : paragraph("TableEnd", [], context);
    addFirst(opening, element("w:r", undefined, element("w:br", { "w:type": "column" })));
    return begins ? children : [opening, ...children];
  });
}
