import type { DocumentTree } from "../../src/document/index.ts";
import type { LayoutTrace, Page, TracePage } from "../../src/layout/index.ts";
import { layOut, traceOf } from "../../src/layout/index.ts";
import type { Theme } from "../../src/theme/index.ts";
import { assetsOf, themeOf } from "./support.ts";

export const report: Theme = themeOf("report");

/** Pages, and what stands on them. */
export type Laid = {
  readonly pages: readonly Page[];
  readonly trace: LayoutTrace["pages"];
  readonly rules: readonly string[];
};

export function lay(document: DocumentTree, theme: Theme = report): Laid {
  const { value, diagnostics } = layOut(document, theme, assetsOf(theme));
  return {
    pages: value.pages,
    trace: traceOf(value.pages).pages,
    rules: diagnostics.map(({ rule }) => rule),
  };
}

/** The page with this text, in contents apart. */
export const pageWith = (trace: LayoutTrace["pages"], text: string): TracePage | undefined =>
  trace.find(({ lines }) =>
    lines.some((line) => line.node?.startsWith("toc-") === false && line.text.includes(text)),
  );

/** From 1; 0: none. */
export const numberWith = (trace: LayoutTrace["pages"], text: string): number =>
  trace.indexOf(pageWith(trace, text) as TracePage) + 1;
