import { expect, test } from "vitest";
import type { Block, DocumentTree } from "../../src/document/index.ts";
import { textsOfBlocks, visitNodes } from "../../src/document/index.ts";
import type { Page } from "../../src/layout/index.ts";
import { layOut } from "../../src/layout/index.ts";
import type { Theme } from "../../src/theme/index.ts";
import { fc, runs } from "../support/property.ts";
import { contentOf, recipe } from "./random-documents.ts";
import { assetsOf, documentOf, overlaps, ownItems, squeezed, themeOf } from "./support.ts";

/** What the pages say, by whether a node of theirs is one of these. */
function saidBy(pages: readonly Page[], wanted: (node: string) => boolean): string {
  return squeezed(
    pages
      .flatMap((page) => ownItems(page))
      .filter((item) => "node" in item.tag && wanted(item.tag.node))
      .map((item) => (item.kind === "glyphs" ? item.text : ""))
      .join(""),
  );
}

function idsIn(node: unknown): ReadonlySet<string> {
  const ids = new Set<string>();
  visitNodes(node, (each) => void ids.add(String(each["id"])));
  return ids;
}

/** Texts that are not there, or that stand before one that is said earlier. */
function lostOrMoved(texts: readonly string[], said: string): readonly string[] {
  let at = 0;
  return texts.filter((each) => {
    const found = said.indexOf(squeezed(each), at);
    if (found >= 0) at = found;
    return found < 0;
  });
}

function check(document: DocumentTree, theme: Theme): void {
  const { value } = layOut(document, theme, assetsOf(theme));
  const inNotes = idsIn(document.notes);
  // Text may pass captioned figures and tables on the page; nothing else changes its place.
  const floats: Block[] = [];
  visitNodes(document.content, (node) => {
    const isFloat = node.kind === "figure" || node.kind === "table";
    if (isFloat && node["caption"] !== undefined) floats.push(node as unknown as Block);
  });
  const inFloats = idsIn(floats);
  const ofFloats = new Set(textsOfBlocks(floats));
  const texts = textsOfBlocks(document.content).filter((each) => !ofFloats.has(each));
  const content = saidBy(value.pages, (node) => !inNotes.has(node) && !inFloats.has(node));
  expect(lostOrMoved(texts, content)).toEqual([]);
  for (const float of floats) {
    const own = idsIn(float);
    const said = saidBy(value.pages, (node) => own.has(node));
    expect(lostOrMoved(textsOfBlocks([float]), said)).toEqual([]);
  }
  for (const note of document.notes) {
    const own = idsIn(note);
    const said = saidBy(value.pages, (node) => own.has(node));
    expect(lostOrMoved(textsOfBlocks(note.children), said)).toEqual([]);
  }
  const regions = [...theme.masters.first.regions, ...theme.masters.later.regions];
  const uprightFoot = Math.max(...regions.map((region) => region.y + region.height));
  const uprightRight = Math.max(...regions.map((region) => region.x + region.width));
  for (const page of value.pages) {
    expect(overlaps(page)).toEqual([]);
    const turned = page.width > page.height;
    const { margins } = theme.page;
    const foot = turned ? page.height - margins.bottom : uprightFoot;
    const right = turned ? page.width - margins.right : uprightRight;
    for (const item of ownItems(page)) {
      const bottom =
        item.kind === "glyphs" ? item.y : item.y + ("height" in item ? item.height : 0);
      expect(bottom).toBeLessThanOrEqual(foot + 0.02);
      if (item.kind === "glyphs") expect(item.x + item.width).toBeLessThanOrEqual(right + 6);
    }
  }
}

test.each([
  ["report", "accessible"],
  ["fact-sheet", "accessible"],
  ["fact-sheet", "print"],
  ["briefing-note", "accessible"],
])(
  "any document on the pages of a %s (%s) keeps its text, within its regions",
  (product, profile) => {
    const theme = themeOf(product, profile);
    fc.assert(
      fc.property(fc.array(recipe, { minLength: 1, maxLength: 8 }), (recipes) => {
        const { content, notes } = contentOf(recipes);
        check(documentOf(content, { notes }), theme);
      }),
      { numRuns: runs(25) },
    );
  },
);
