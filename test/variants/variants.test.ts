import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { textsOf } from "../../src/document/index.ts";
import { layOut } from "../../src/layout/index.ts";
import { buildModel, usualRecordTypes } from "../../src/model/index.ts";
import { readHead } from "../../src/settings/index.ts";
import { parseSource } from "../../src/source/index.ts";
import { assetsOf, themeOf } from "../layout/support.ts";
import { documentOf } from "../template/support.ts";
import { variants } from "./cases.ts";
import type { Laid } from "./pages-hold.ts";
import { faultsOf, leastFilled } from "./pages-hold.ts";

const sources = {
  en: readFileSync("data/canada-japan.md", "utf8"),
  fr: readFileSync("test/variants/canada-japon.md", "utf8"),
};

const products = [
  ["fact-sheet", "accessible"],
  ["fact-sheet", "print"],
  ["briefing-note", "accessible"],
  ["slides", "accessible"],
  ["report", "accessible"],
] as const;

const cases = (["en", "fr"] as const).flatMap((language) =>
  products.flatMap(([product, profile]) =>
    Object.keys(variants).map((name) => ({ product, profile, language, name })),
  ),
);

type Case = (typeof cases)[number];

/** A product of a variant, and what is told of its layout. */
function laid({ product, profile, language, name }: Case): Laid & { readonly told: string[] } {
  const change = variants[name] ?? ((source: string) => source);
  const theme = themeOf(product, profile);
  const made = documentOf(change(sources[language]), { product, language });
  const { value, diagnostics } = layOut(made.value, theme, assetsOf(theme));
  const told = diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
  return { document: made.value, theme, pages: value.pages, told };
}

test.each(cases)("a $product ($profile, $language) holds with other content: $name", (each) => {
  const { told, ...pages } = laid(each);
  expect(faultsOf(pages)).toEqual([]);
  expect(told).toEqual([]);
  // A page for a few lines is avoided where there is a way; a report may end as it happens.
  if (each.product === "fact-sheet" || each.product === "briefing-note") {
    expect(leastFilled(pages)).toBeGreaterThan(0.15);
  }
});

test.each(
  (["en", "fr"] as const).flatMap((language) =>
    Object.keys(variants).map((name) => ({ language, name })),
  ),
)("the $language source is without faults: $name", ({ language, name }) => {
  const text = variants[name]?.(sources[language]) ?? "";
  const parsed = parseSource("source.md", new TextEncoder().encode(text));
  const kinds = new Set(["fact-sheet", "briefing-note", "slides", "report"]);
  const head = readHead(parsed.value, kinds);
  const model = buildModel(parsed.value, head.value, usualRecordTypes, { products: kinds });
  const told = [parsed, head, model].flatMap(({ diagnostics }) => diagnostics);
  // Fewer events leave dates in the text that no event backs.
  expect(told.filter(({ rule }) => rule !== "dates-are-tied-to-facts")).toEqual([]);
});

test("a variant changes what it says and nothing else", () => {
  const rows = (name: string): number =>
    (variants[name]?.(sources.en) ?? "").match(/^\| [a-z0-9-]+ \| \d{4}.*\|$/gm)?.length ?? 0;
  const items = (name: string): number =>
    (variants[name]?.(sources.en) ?? "").match(/ \.initiative/g)?.length ?? 0;
  expect([rows("3 events"), rows("as it is"), rows("25 events")]).toEqual([4, 14, 27]);
  expect([items("2 initiatives"), items("as it is"), items("9 initiatives")]).toEqual([2, 5, 9]);
  for (const [product] of products) {
    const lengthOf = (name: string): number =>
      textsOf(laid({ product, profile: "accessible", language: "en", name }).document).join("")
        .length;
    expect(lengthOf("longer") / lengthOf("as it is"), product).toBeGreaterThan(1.3);
  }
});
