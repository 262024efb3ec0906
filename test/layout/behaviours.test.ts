import { expect, test } from "vitest";
import type { Block, DocumentTree } from "../../src/document/index.ts";
import { visitNodes } from "../../src/document/index.ts";
import type { LayoutTrace, TraceLine } from "../../src/layout/index.ts";
import type { Theme } from "../../src/theme/index.ts";
import { fc, runs } from "../support/property.ts";
import { lay } from "./laid.ts";
import { contentOf, recipe } from "./random-documents.ts";
import { documentOf, paragraph, section, sentences, themeOf } from "./support.ts";

// What a good page is, asked of documents of any kind. Lines have their own tests in test/text.

/** Documents of text and tables, laid out as a product. */
function everywhere(
  product: string,
  profile: string,
  judge: (trace: LayoutTrace["pages"], document: DocumentTree, theme: Theme) => void,
): void {
  const theme = themeOf(product, profile);
  fc.assert(
    fc.property(fc.array(recipe, { minLength: 3, maxLength: 12 }), (recipes) => {
      const { content, notes } = contentOf(recipes);
      const document = documentOf(content, { notes });
      judge(lay(document, theme).trace, document, theme);
    }),
    { numRuns: runs(25) },
  );
}

/** Ids of nodes of a kind, and of what stands in them. */
function idsOf(document: DocumentTree, kinds: readonly string[]): ReadonlySet<string> {
  const ids = new Set<string>();
  visitNodes(document.content, (node) => {
    if (!kinds.includes(node.kind)) return;
    visitNodes(node, (inner) => void ids.add(String(inner["id"])));
  });
  return ids;
}

/** Lines that belong to the document, in the order of painting. */
const own = (lines: readonly TraceLine[]): readonly TraceLine[] =>
  lines.filter(({ node }) => node !== undefined);

const products = [
  ["report", "accessible"],
  ["fact-sheet", "print"],
  ["briefing-note", "accessible"],
] as const;

test("no page of a justified text ends with a hyphen where a better break is near", () => {
  const theme = themeOf("fact-sheet", "print");
  const content = Array.from({ length: 90 }, (_, index) =>
    paragraph(`p${index}`, sentences(3 + (index % 5), index)),
  );
  const { trace } = lay(documentOf(content), theme);
  expect(trace.length).toBeGreaterThan(4);
  const lines = trace.flatMap((page) => own(page.lines));
  expect(lines.some(({ hyphenated }) => hyphenated)).toBe(true);
  const feet = trace.slice(0, -1).map((page) => own(page.lines).at(-1)?.hyphenated);
  expect(feet.filter(Boolean)).toEqual([]);
});

test.each(products)(
  "a row of a %s (%s) is parted by no page, and head rows stand on each",
  (product, profile) => {
    everywhere(product, profile, (trace, document) => {
      visitNodes(document.content, (node) => {
        if (node.kind !== "tableRow") return;
        const ids = idsOf({ ...document, content: [node as never] }, ["tableRow"]);
        const pages = trace.filter(({ lines }) =>
          lines.some((line) => line.node !== undefined && ids.has(line.node)),
        );
        expect(pages.length).toBeLessThanOrEqual(1);
      });
    });
  },
);

test("pages in contents are those on which sections begin, whatever stands there", () => {
  const theme = themeOf("report");
  fc.assert(
    fc.property(fc.array(recipe, { minLength: 3, maxLength: 10 }), (recipes) => {
      const { content, notes } = contentOf(recipes);
      const contents: Block = { kind: "tableOfContents", id: "toc", depth: 3 };
      const document = documentOf([contents, ...content], { notes });
      const { trace, rules } = lay(document, theme);
      expect(rules).not.toContain("page-numbers-settle");
      const entries = trace.flatMap(({ lines }) => lines.filter(({ part }) => part === "page"));
      for (const entry of entries) {
        const heading = `${entry.node?.slice("toc-".length)}-heading`;
        const page = trace.find(({ lines }) => lines.some((line) => line.node === heading));
        expect(entry.text).toBe(page?.label);
      }
    }),
    { numRuns: runs(25) },
  );
});

test("pages of plain text have at most four empty lines at their foot", () => {
  const theme = themeOf("report");
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 40, maxLength: 60 }),
      (sizes) => {
        const content = sizes.map((size, index) =>
          index % 6 === 5
            ? section(`s${index}`, 2, `Section ${index}`, [
                paragraph(`p${index}`, sentences(size, index)),
              ])
            : paragraph(`p${index}`, sentences(size, index)),
        );
        const { trace } = lay(documentOf(content), theme);
        // The foot of the region is 738.
        for (const { lines } of trace.slice(1, -1)) {
          const foot = Math.max(...own(lines).map(({ y }) => y));
          expect(738 - foot).toBeLessThan(5 * 16 + 8);
        }
      },
    ),
    { numRuns: runs(15) },
  );
});
