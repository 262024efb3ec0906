import type { Diagnostic } from "../../src/diagnostics/index.ts";
import type { DocumentTree } from "../../src/document/index.ts";
import { nodeHost } from "../../src/host/node.ts";
import type { Page, TraceLine } from "../../src/layout/index.ts";
import { traceOf } from "../../src/layout/index.ts";
import { buildModel, selectFor, usualRecordTypes } from "../../src/model/index.ts";
import { readHead } from "../../src/settings/index.ts";
import type { Source } from "../../src/source/index.ts";
import { parseSource } from "../../src/source/index.ts";
import { makeDocument, readTemplateFolder } from "../../src/template/index.ts";
import { render } from "../pdf/support.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import { tagLines } from "../support/pdf/tag-tree.ts";

const root = new URL("../../", import.meta.url).pathname;
const host = nodeHost({ projectFolder: root, programFolder: root, environment: {} });

export type Built = {
  readonly document: DocumentTree;
  readonly diagnostics: readonly Diagnostic[];
  readonly rules: readonly string[];
};

/** Any Markdown as a report, with what its author is told. */
export function build(markdown: string, product = "report"): Built {
  const parsed = parseSource("test.md", new TextEncoder().encode(markdown));
  const { document, diagnostics } = buildFrom(parsed.value, product);
  const all = [...parsed.diagnostics, ...diagnostics];
  return { document, diagnostics: all, rules: all.map(({ rule }) => rule) };
}

export function buildFrom(source: Source, product = "report"): Built {
  const head = readHead(source, new Set([product]));
  const model = buildModel(source, head.value, usualRecordTypes);
  const folder = readTemplateFolder(host, product).value;
  if (folder === undefined) throw new Error(`There is no template ${product}.`);
  const selection = { product, format: "pdf", language: model.value.language };
  const made = makeDocument(folder, selectFor(model.value, selection), selection, {});
  const diagnostics = [head, model, made].flatMap((outcome) => outcome.diagnostics);
  return { document: made.value, diagnostics, rules: diagnostics.map(({ rule }) => rule) };
}

export const linesOf = (pages: readonly Page[]): readonly TraceLine[] =>
  traceOf(pages).pages.flatMap(({ lines }) => lines);

export async function tagsOf(document: DocumentTree): Promise<readonly string[]> {
  return tagLines((await readPdf(render(document).bytes)).tags);
}
