import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { textsOf } from "../../src/document/index.ts";
import { parseSource, plainText } from "../../src/source/index.ts";
import { documentOf } from "./support.ts";

type Example = { readonly markdown: string; readonly number: number };
const { tests } = createRequire(import.meta.url)("commonmark-spec") as {
  readonly tests: readonly Example[];
};

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

test("every example of CommonMark becomes each product, and no word of it is lost in a report", () => {
  const lost = tests.flatMap(({ markdown, number }) => {
    const { value } = documentOf(markdown, { product: "report", file: "t.md" });
    const printed = new Set(wordsOf(textsOf(value).join(" ")));
    const { tree } = parseSource("t.md", new TextEncoder().encode(markdown)).value;
    const missing = wordsOf(plainText(tree.children)).filter((word) => !printed.has(word));
    return missing.map((word) => `${number}: ${word}`);
  });
  expect(tests.length).toBeGreaterThan(600);
  expect(lost).toEqual([]);
}, 60_000);

test.each(["fact-sheet", "briefing-note", "slides"])(
  "every fifth example becomes a %s",
  (product) => {
    const some = tests.filter(({ number }) => number % 5 === 0);
    const kinds = some.map(({ markdown }) => documentOf(markdown, { product }).value.kind);
    expect(new Set(kinds)).toEqual(new Set(["document"]));
  },
  60_000,
);
