import type { Block, DocumentTree } from "../../src/document/index.ts";
import { nodeHost } from "../../src/host/node.ts";
import type { ImageAsset, Page } from "../../src/layout/index.ts";
import { layOut } from "../../src/layout/index.ts";
import { buildModel, selectFor, usualRecordTypes } from "../../src/model/index.ts";
import { renderPdf } from "../../src/render/pdf/index.ts";
import { readHead } from "../../src/settings/index.ts";
import { parseSource } from "../../src/source/index.ts";
import { makeDocument, readTemplateFolder } from "../../src/template/index.ts";
import { assetsOf, documentOf, sample, themeOf } from "../layout/support.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import type { Tag } from "../support/pdf/tag-tree.ts";
import { tagLines } from "../support/pdf/tag-tree.ts";

/** A document laid out with the shipped look of its product, and its file. */
export type Rendered = {
  readonly document: DocumentTree;
  readonly pages: readonly Page[];
  readonly bytes: Uint8Array;
  /** Rules of what was reported. */
  readonly rules: readonly string[];
};

export function render(
  document: DocumentTree,
  profile = "accessible",
  images: Readonly<Record<string, ImageAsset>> = {},
): Rendered {
  const theme = themeOf(document.product, profile);
  const assets = { ...assetsOf(theme), image: (source: string) => images[source] };
  const { pages } = layOut(document, theme, assets).value;
  const rules: string[] = [];
  const bytes = renderPdf(document, pages, assets, ({ rule }) => void rules.push(rule));
  return { document, pages, bytes, rules };
}

const samples = new Map<string, Rendered>();

/** A sample, rendered once for all tests of a file. */
export function sampleFile(product: string, profile = "accessible"): Rendered {
  const key = `${product} ${profile}`;
  const known = samples.get(key) ?? renderSample(product, profile);
  samples.set(key, known);
  return known;
}

export function renderSample(
  product: string,
  profile = "accessible",
  language = "en-CA",
): Rendered {
  return render(sample(product, language), profile);
}

const root = new URL("../../", import.meta.url).pathname;
const host = nodeHost({ projectFolder: root, programFolder: root, environment: {} });

/** Any Markdown as a product. */
export function fromMarkdown(markdown: string, product: string): DocumentTree {
  const parsed = parseSource("test.md", new TextEncoder().encode(markdown)).value;
  const model = buildModel(
    parsed,
    readHead(parsed, new Set([product])).value,
    usualRecordTypes,
  ).value;
  const folder = readTemplateFolder(host, product).value;
  if (folder === undefined) throw new Error(`There is no template ${product}.`);
  const selection = { product, format: "pdf", language: model.language };
  return makeDocument(folder, selectFor(model, selection), selection, {}).value;
}

/** The tags of blocks as lines, without the document around them. */
export async function tagged(
  content: readonly Block[],
  change: Partial<DocumentTree> = {},
): Promise<readonly string[]> {
  const { tags } = await readPdf(render(documentOf(content, change)).bytes);
  return inner(tags);
}

function inner(tags: Tag): readonly string[] {
  return tagLines(tags)
    .slice(1)
    .map((line) => line.slice(2));
}
