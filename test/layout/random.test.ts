import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, DocumentTree, ListItem } from "../../src/document/index.ts";
import { textsOf } from "../../src/document/index.ts";
import { layOut } from "../../src/layout/index.ts";
import type { Theme } from "../../src/theme/index.ts";
import {
  assetsOf,
  documentOf,
  overlaps,
  ownItems,
  paragraph,
  printed,
  section,
  sentences,
  squeezed,
  themeOf,
  words,
} from "./support.ts";

const seed = 20120325;

/** A recipe for a block: what kind, how long, what is within. */
type Recipe = { readonly kind: number; readonly size: number; readonly within: readonly Recipe[] };

const recipeOf = (within: fc.Arbitrary<readonly Recipe[]>): fc.Arbitrary<Recipe> =>
  fc.record({ kind: fc.nat(11), size: fc.nat(12), within });

const leaf = recipeOf(fc.constant([]));
const branch = recipeOf(fc.array(leaf, { maxLength: 4 }));
const recipe = recipeOf(fc.array(recipeOf(fc.array(branch, { maxLength: 3 })), { maxLength: 4 }));

function contentOf(recipes: readonly Recipe[]): readonly Block[] {
  let count = 0;
  const next = (): number => {
    count += 1;
    return count;
  };
  const text = (size: number): Block =>
    paragraph(`p${next()}`, `${sentences(size + 1, next())} End ${count}.`);
  const items = (recipes: readonly Recipe[], level: number): readonly ListItem[] =>
    recipes.map((each) => ({
      kind: "listItem",
      id: `i${next()}`,
      children: [text(each.size % 4), ...blocks(each.within, level)],
    }));
  const blocks = (recipes: readonly Recipe[], level: number): readonly Block[] =>
    recipes.map((each) => block(each, level));
  const block = ({ kind, size, within }: Recipe, level: number): Block => {
    const id = `b${next()}`;
    switch (kind) {
      case 0:
      case 1:
        return section(
          id,
          Math.min(level, 6),
          `Heading ${count}`,
          blocks(within, level + 1),
          size === 1,
        );
      case 2:
        return {
          kind: "list",
          id,
          ordered: size % 2 === 0,
          start: size,
          loose: size % 3 === 0,
          items: items(within, level),
        };
      case 3:
        return {
          kind: "callout",
          id,
          label: words(`Label ${count}`),
          children: blocks(within, level),
        };
      case 4:
        return { kind: "quote", id, children: blocks(within, level) };
      case 5:
        return {
          kind: "group",
          id,
          role: size % 2 === 0 ? "box" : "lead",
          children: blocks(within, level),
        };
      case 6:
        return {
          kind: "codeBlock",
          id,
          code: `let a${count} = 1;\n\n  b(${"x".repeat(size * 20)});`,
        };
      case 7:
        return { kind: "divider", id };
      case 8:
        return {
          kind: "figure",
          id,
          image: { source: size % 2 === 0 ? "chart.png" : "lost.png", alternative: "" },
          caption: { kind: "caption", id: `${id}-c`, children: words(`Figure ${count}`) },
        };
      default:
        return text(size);
    }
  };
  return blocks(recipes, 1);
}

function check(document: DocumentTree, theme: Theme): void {
  const { value } = layOut(document, theme, assetsOf(theme));
  const text = squeezed(printed(value.pages));
  const lost = textsOf(document).filter((each) => !text.includes(squeezed(each)));
  expect(lost).toEqual([]);
  const regions = [...theme.masters.first.regions, ...theme.masters.later.regions];
  const foot = Math.max(...regions.map((region) => region.y + region.height));
  const right = Math.max(...regions.map((region) => region.x + region.width));
  for (const page of value.pages) {
    expect(overlaps(page)).toEqual([]);
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
        check(documentOf(contentOf(recipes)), theme);
      }),
      { seed, numRuns: 25 },
    );
  },
);
