import { expect, test } from "vitest";
import type { Block } from "../../src/document/index.ts";
import { fromMarkdown } from "../pdf/support.ts";
import { lay } from "./laid.ts";
import {
  documentOf,
  overlaps,
  ownItems,
  printed,
  sentences,
  squeezed,
  themeOf,
  words,
} from "./support.ts";

const text = (level: number): string => `Level ${level}. ${sentences(1, level)} End ${level}.`;

const quotes = Array.from({ length: 50 }, (_, level) => `${"> ".repeat(level)}${text(level)}\n`);
const lists = Array.from({ length: 50 }, (_, level) => `${"  ".repeat(level)}- ${text(level)}`);
const numbers = Array.from(
  { length: 30 },
  (_, level) => `${"   ".repeat(level)}1. ${text(level)}\n`,
);
const onOneLine = [`${"- ".repeat(40)}${text(0)}`];

test.each([
  ["quotes", "report", quotes.join("\n")],
  ["quotes", "fact-sheet", quotes.join("\n")],
  ["lists", "report", lists.join("\n")],
  ["lists", "fact-sheet", lists.join("\n")],
  ["numbered lists", "briefing-note", numbers.join("\n")],
  ["lists in one line", "report", onOneLine.join("\n")],
])(
  "%s in one another, in a %s: lines keep room for words, and nothing overlaps",
  (_, product, source) => {
    const document = fromMarkdown(`# Title\n\n${source}\n`, product);
    for (const profile of ["accessible", "print"]) {
      const theme = themeOf(product, profile);
      const { pages, trace, rules } = lay(document, theme);
      const written = squeezed(source);
      const own = trace.flatMap(({ lines }) =>
        lines.filter(
          ({ part, text: said }) => part !== "label" && written.includes(squeezed(said)),
        ),
      );
      expect(rules).not.toContain("content-fits");
      expect(squeezed(printed(pages))).toContain(squeezed(sentences(1, 0)));
      for (const page of pages) {
        expect(overlaps(page)).toEqual([]);
        for (const item of ownItems(page)) {
          expect(item.x).toBeGreaterThanOrEqual(theme.page.margins.left - 2);
          if (item.kind !== "glyphs") continue;
          expect(item.x + item.width).toBeLessThan(theme.page.width - theme.page.margins.right + 6);
        }
      }
      // Of sentences of these words no line of twelve em has less than two, but for the last.
      const inner = own.filter(({ text: said }) => !/(?:^|End )\d+\.$/.test(said.trim()));
      expect(inner.length).toBeGreaterThan(0);
      for (const { text: said, hyphenated } of inner) {
        if (!hyphenated) expect(said.trim(), said).toMatch(/\s/);
      }
    }
  },
);

test("boxes in one another stop growing narrower", () => {
  let block: Block = { kind: "paragraph", id: "p", children: words(sentences(2)) };
  for (let level = 0; level < 40; level += 1) {
    block = { kind: "callout", id: `c${level}`, label: words("Note"), children: [block] };
  }
  const { pages, trace } = lay(documentOf([block]));
  const lines = trace.flatMap((page) => page.lines.filter(({ node }) => node === "p"));
  expect(lines.length).toBeLessThan(16);
  for (const page of pages) expect(overlaps(page)).toEqual([]);
});
