import type { FileChild } from "docx";
import { Footer, Header } from "docx";
import type { Running } from "../../document/index.ts";
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
  const paragraphs = lines.map((line, index) =>
    paragraph(styles[index] ?? styles.at(-1) ?? "Footer", lineRuns(line, pages, context), context),
  );
  return paragraphs.length > 0 ? paragraphs : [paragraph(styles[0] ?? "Footer", [], context)];
}

function lineRuns(
  line: RunningLine,
  pages: "first" | "later",
  context: DocxContext,
): readonly Child[] {
  const texts = line.frames.map((frame) => textOf(frame, pages, context));
  const last = texts.reduce((found, text, index) => (text.length > 0 ? index : found), -1);
  const leading = line.tabs.length >= line.frames.length ? [tabRun()] : [];
  return texts
    .slice(0, last + 1)
    .flatMap((text, index) => [...(index === 0 ? leading : [tabRun()]), ...text]);
}

function textOf(frame: string, pages: "first" | "later", context: DocxContext): readonly Child[] {
  const matter = context.document.running.find(
    (each: Running) => each.frame === frame && (each.pages === "all" || each.pages === pages),
  );
  if (matter === undefined) return [];
  return frame === "marking" || context.theme.frames[frame]?.style === "marking"
    ? runs(matter.children, context, "Marking")
    : runs(matter.children, context);
}
