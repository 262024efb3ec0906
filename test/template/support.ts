import { readdirSync, readFileSync } from "node:fs";
import type { Diagnostic, Outcome } from "../../src/diagnostics/index.ts";
import type { Block, DocumentTree } from "../../src/document/index.ts";
import { partsOf } from "../../src/document/index.ts";
import type { MemoryHost } from "../../src/host/index.ts";
import { memoryHost } from "../../src/host/index.ts";
import type { Model } from "../../src/model/index.ts";
import { buildModel, selectFor, usualRecordTypes } from "../../src/model/index.ts";
import { readHead } from "../../src/settings/index.ts";
import { parseSource } from "../../src/source/index.ts";
import { listTemplates, makeDocument, readTemplateFolder } from "../../src/template/index.ts";

const shipped: Record<string, string> = {};
for (const entry of readdirSync("templates", { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = `${entry.parentPath}/${entry.name}`;
  shipped[path] = readFileSync(path, "utf8");
}

/** A project with these files, and the shipped templates. */
export function project(files: Readonly<Record<string, string>> = {}): MemoryHost {
  return memoryHost(files, { shipped });
}

const usualHost = project();
const folders = new Map<string, ReturnType<typeof readTemplateFolder>>();

/** The shipped folders are read once for all tests of a file. */
function folderOf(host: MemoryHost, product: string): ReturnType<typeof readTemplateFolder> {
  if (host !== usualHost) return readTemplateFolder(host, product);
  const known = folders.get(product) ?? readTemplateFolder(host, product);
  folders.set(product, known);
  return known;
}

export type Wanted = {
  readonly product: string;
  readonly language?: string;
  readonly file?: string;
  readonly host?: MemoryHost;
};

/** The document of a source text, through the real stages; diagnostics are those of this stage. */
export function documentOf(text: string, wanted: Wanted): Outcome<DocumentTree> {
  const { product, language = "en", file = "data/text.md", host = usualHost } = wanted;
  const parsed = parseSource(file, new TextEncoder().encode(text));
  const products = new Set(listTemplates(host));
  const head = readHead(parsed.value, products);
  const model = buildModel(parsed.value, head.value, usualRecordTypes, { products });
  const folder = folderOf(host, product);
  if (folder.value === undefined) throw new Error(`No template "${product}"`);
  const selection = { product, format: "pdf", language };
  const made = makeDocument(folder.value, selectFor(model.value, selection), selection);
  return { value: made.value, diagnostics: [...folder.diagnostics, ...made.diagnostics] };
}

export function modelOf(text: string): Model {
  const parsed = parseSource("data/text.md", new TextEncoder().encode(text));
  const head = readHead(parsed.value, new Set(listTemplates(usualHost)));
  return buildModel(parsed.value, head.value, usualRecordTypes).value;
}

export function seed(): string {
  return readFileSync("data/canada-japan.md", "utf8");
}

export function errorsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ rule, message }) => `${rule}: ${message}`);
}

export function rulesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ rule }) => rule);
}

/** All blocks in reading order, those within others too. */
function allBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => [
    block,
    ...allBlocks(partsOf(block).flatMap((part) => (part.kind === "block" ? [part.block] : []))),
  ]);
}

export function blocksOf<Kind extends Block["kind"]>(
  document: DocumentTree,
  kind: Kind,
): readonly Extract<Block, { readonly kind: Kind }>[] {
  return allBlocks(document.content).filter(
    (block): block is Extract<Block, { readonly kind: Kind }> => block.kind === kind,
  );
}

export function blockAt(document: DocumentTree, id: string): Block {
  const found = allBlocks(document.content).find((block) => block.id === id);
  if (found === undefined) throw new Error(`No block has the id "${id}"`);
  return found;
}
