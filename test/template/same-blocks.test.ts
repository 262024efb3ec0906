import { expect, test } from "vitest";
import type { Block, DocumentTree } from "../../src/document/index.ts";
import { selectFor } from "../../src/model/index.ts";
import { createDocumentMemo, makeDocument, readTemplateFolder } from "../../src/template/index.ts";
import { modelOf, project } from "./support.ts";

/** Documents of sources one after another, in a process that lives on. */
function made(...sources: readonly string[]): readonly DocumentTree[] {
  const { value: folder } = readTemplateFolder(project(), "report");
  if (folder === undefined) throw new Error("The report has no template.");
  const selection = { product: "report", format: "pdf", language: "en-CA" } as const;
  const memo = createDocumentMemo();
  return sources.map(
    (source) =>
      makeDocument(folder, selectFor(modelOf(source), selection), selection, { memo }).value,
  );
}

const sectionOf = (document: DocumentTree, id: string): Block | undefined => {
  const find = (blocks: readonly Block[]): Block | undefined => {
    for (const block of blocks) {
      if (block.id === id) return block;
      const inner = "children" in block ? find(block.children as readonly Block[]) : undefined;
      if (inner !== undefined) return inner;
    }
    return undefined;
  };
  return find(document.content);
};

const source = (word: string): string =>
  `# Report\n\n## One\n\nA ${word}.\n\n## Two\n\nText.^[A note.]\n\n### Within\n\nMore.\n\n## Three\n\nEnd.\n`;

test("sections that an edit does not touch are the same objects, those around the edit are not", () => {
  const [first, second] = made(source("ship"), source("boat"));
  if (first === undefined || second === undefined) throw new Error("No document was made.");
  for (const id of ["two", "within", "three"]) {
    expect(sectionOf(first, id), id).toBeDefined();
    expect(sectionOf(second, id), id).toBe(sectionOf(first, id));
  }
  expect(sectionOf(second, "one")).not.toBe(sectionOf(first, "one"));
  expect(second.notes[0]).toBe(first.notes[0]);
});

test("sections that stand at other lines, or have another number, are made anew", () => {
  const text = `---\nnumbering: 1\n---\n\n${source("ship")}`;
  const [first, second, third] = made(
    text,
    text.replace("A ship.", "A ship.\n\nAnother."),
    text.replace("## One\n\nA ship.", "A ship."),
  );
  if (first === undefined || second === undefined || third === undefined)
    throw new Error("No document was made.");
  expect(sectionOf(second, "three")).not.toBe(sectionOf(first, "three"));
  expect(sectionOf(third, "three")).toEqual(
    sectionOf(made(text.replace("## One\n\nA ship.", "A ship."))[0] as DocumentTree, "three"),
  );
});
