import type { FileChild } from "docx";
import { Footer, Header } from "docx";
import type { Inline, Running } from "../../document/index.ts";
import { textOf } from "../../document/index.ts";
import type { DocxContext } from "./context.ts";
import type { Child } from "./element.ts";
import { runs } from "./inline.ts";
import { paragraph } from "./paragraph.ts";
import type { RunningLine } from "./running-lines.ts";
import { footerLines, headerLines } from "./running-lines.ts";
import { tabRun } from "./text.ts";

export type RunningParts = {
  readonly headers: { readonly default: Header; readonly first: Header };
  readonly footers: { readonly default: Footer; readonly first: Footer };
};

/** Headers and footers of the first page and of those after it. */
export function runningParts(context: DocxContext): RunningParts {
  const header = (pages: "first" | "later"): Header =>
    new Header({
      children: [
        ...written(
          headerLines(context.theme),
          pages,
          context,
          pages === "first" ? ["HeaderFirst"] : ["Header"],
        ),
      ] as never,
    });
  const footer = (pages: "first" | "later"): Footer =>
    new Footer({
      children: [
        ...written(footerLines(context.theme), pages, context, ["Footer", "Footer2", "Footer3"]),
      ] as never,
    });
  return {
    headers: { default: header("later"), first: header("first") },
    footers: { default: footer("later"), first: footer("first") },
  };
}

function written(
  lines: readonly RunningLine[],
  pages: "first" | "later",
  context: DocxContext,
  styles: readonly string[],
): readonly FileChild[] {
  const paragraphs = lines.flatMap((line, index) => {
    const style = styles[index] ?? styles.at(-1) ?? "Footer";
    return lineRuns(line, pages, context).map((children) => paragraph(style, children, context));
  });
  return paragraphs.length > 0 ? paragraphs : [paragraph(styles[0] ?? "Footer", [], context)];
}

/** The frames of a line at their tab stops; what is too long for its frame has a line of its own below, since it would push others away. */
function lineRuns(
  line: RunningLine,
  pages: "first" | "later",
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
function saidIn(frame: string, pages: "first" | "later", context: DocxContext): readonly Inline[] {
  const matter = context.document.running.find(
    (each: Running) => each.frame === frame && (each.pages === "all" || each.pages === pages),
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
