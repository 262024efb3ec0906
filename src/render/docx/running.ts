import type { Inline, Running } from "../../document/index.ts";
import { textOf } from "../../document/index.ts";
import { landscapeOf, outerFrames } from "../../theme/index.ts";
import type { DocxContext } from "./context.ts";
import type { Child, FileChild } from "./element.ts";
import { runs } from "./inline.ts";
import { paragraph } from "./paragraph.ts";
import type { RunningLine } from "./running-lines.ts";
import { footerLines, headerLines } from "./running-lines.ts";
import type { RunningKind } from "./sections.ts";
import { tabRun } from "./text.ts";

type Pages = "first" | "later" | "even";

/** Which pages a header or footer is for, as a section says it (17.18.36). */
export type RunningType = "default" | "first" | "even";

export type RunningParts = {
  /** The name by which sections ask for them. */
  readonly key: string;
  readonly headers: readonly (readonly [type: RunningType, children: readonly FileChild[]])[];
  readonly footers: RunningParts["headers"];
};

/**
 * Headers and footers of pages of one kind, and where the document begins with it those of the first page; where pages are bound, those of
 * even ones too, which are the mirror image (17.10.1).
 */
export function runningParts(
  outer: DocxContext,
  kind: RunningKind,
  options: { readonly isFirst: boolean },
): RunningParts {
  const theme = kind.landscape ? landscapeOf(outer.theme) : outer.theme;
  const { annex, series } = kind;
  const context = { ...outer, theme, ...(annex && { annex }), ...(series && { series }) };
  const even = { ...context, theme: { ...theme, frames: outerFrames(theme) } };
  const contextOf = (pages: Pages): DocxContext => (pages === "even" ? even : context);
  const make = (one: (pages: Pages, at: DocxContext) => readonly FileChild[]) => {
    const types: readonly (readonly [RunningType, Pages])[] = [
      ["default", "later"],
      ...(options.isFirst ? ([["first", "first"]] as const) : []),
      ...((theme.page.binding ?? 0) > 0 ? ([["even", "even"]] as const) : []),
    ];
    return types.map(([type, pages]) => [type, one(pages, contextOf(pages))] as const);
  };
  return {
    key: kind.key,
    headers: make((pages, at) =>
      written(headerLines(at.theme), pages, at, [pages === "first" ? "HeaderFirst" : "Header"]),
    ),
    footers: make((pages, at) =>
      written(footerLines(at.theme), pages, at, ["Footer", "Footer2", "Footer3"]),
    ),
  };
}

function written(
  lines: readonly RunningLine[],
  pages: Pages,
  context: DocxContext,
  styles: readonly string[],
): readonly FileChild[] {
  const paragraphs = lines.flatMap((line, index) => {
    const style = withStops(styles[index] ?? styles.at(-1) ?? "Footer", line, context);
    return lineRuns(line, pages, context).map((children) => paragraph(style, children, context));
  });
  return paragraphs.length > 0 ? paragraphs : [paragraph(styles[0] ?? "Footer", [], context)];
}

/** The style with the stops of this line: on pages of another shape, and on even ones, they are elsewhere. */
function withStops(id: string, { tabs }: RunningLine, context: DocxContext): string {
  const style = context.paragraphStyles.get(id);
  if (style === undefined || JSON.stringify(style.tabs) === JSON.stringify(tabs)) return id;
  const { page } = context.theme;
  const other = page.width > page.height ? "Wide" : "Even";
  for (const name of [other, `${other} 2`]) {
    const named = `${id}${name.replace(" ", "")}`;
    const made = { ...style, id: named, name: `${style.name} ${name}`, tabs, quick: false };
    const known = context.paragraphStyles.get(context.use(made));
    if (JSON.stringify(known?.tabs) === JSON.stringify(tabs)) return named;
  }
  return id;
}

/** The frames of a line at their tab stops; what is too long for its frame has a line of its own below, since it would push others away. */
function lineRuns(
  line: RunningLine,
  pages: Pages,
  context: DocxContext,
): readonly (readonly Child[])[] {
  const said = line.frames.map((frame) => saidIn(frame, pages, context));
  const isLong = (index: number): boolean =>
    index < said.length - 1 && isTooLong(line.frames[index] ?? "", said[index] ?? [], context);
  const leading = line.tabs.length >= line.frames.length ? 1 : 0;
  const tabs = (count: number): readonly Child[] => Array.from({ length: count }, () => tabRun());
  let behind = 0;
  const row = said.flatMap((text, index): readonly Child[] => {
    const at = index + leading;
    if (text.length === 0 || isLong(index)) return [];
    const before = tabs(at - behind);
    behind = at;
    return [...before, ...runsOf(line.frames[index] ?? "", text, context)];
  });
  const below = said.flatMap((text, index) =>
    isLong(index)
      ? [[...tabs(index + leading), ...runsOf(line.frames[index] ?? "", text, context)]]
      : [],
  );
  return [row, ...below];
}

/** The words of a frame; one that is to be shortened ends in an ellipsis, as in the PDF. */
function saidIn(frame: string, pages: Pages, context: DocxContext): readonly Inline[] {
  const which = pages === "even" ? "later" : pages;
  const matter = context.document.running.find(
    (each: Running) => each.frame === frame && (each.pages === "all" || each.pages === which),
  );
  const children = matter?.children ?? [];
  const look = context.theme.frames[frame];
  if (look?.shorten !== true || !isTooLong(frame, children, context)) return children;
  const room = Math.max(1, Math.floor(look.width / characterWidth(frame, context)) - 1);
  return [
    {
      kind: "text",
      value: `${textOf(children)
        .slice(0, room)
        .replace(/\s+\S*$/, "")}\u2026`,
    },
  ];
}

function isTooLong(frame: string, children: readonly Inline[], context: DocxContext): boolean {
  const width = context.theme.frames[frame]?.width ?? Number.POSITIVE_INFINITY;
  return textOf(children).length * characterWidth(frame, context) > width;
}

/** About, in points: Word sets the text itself. */
function characterWidth(frame: string, { theme }: DocxContext): number {
  const style = theme.styles[theme.frames[frame]?.style ?? "foot"];
  return (style?.size ?? 9) * 0.45;
}

function runsOf(
  frame: string,
  children: readonly Inline[],
  context: DocxContext,
): readonly Child[] {
  return frame === "marking" || context.theme.frames[frame]?.style === "marking"
    ? runs(children, context, "Marking")
    : runs(children, context);
}
