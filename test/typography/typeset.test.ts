import { describe, expect, test } from "vitest";
import type { Inline } from "../../src/document/index.ts";
import { textOf } from "../../src/document/index.ts";
import { quoteMarks, typeset } from "../../src/typography/index.ts";
import { fc, runs } from "../support/property.ts";
import { childrenOf, documentOf, said, set, visible } from "./support.ts";

const spaces: readonly (readonly [language: string, text: string, expected: string])[] = [
  [
    "en-CA",
    "See p. 4 and pp. 5 to 6, s. 3, No. 12, § 7.",
    "See p._4 and pp._5 to 6, s._3, No._12, §_7.",
  ],
  [
    "en-CA",
    "Mr. Smith, Dr. Roy and Ms. Lee ran 25 km at 30 °C for 5 million.",
    "Mr._Smith, Dr._Roy and Ms._Lee ran 25_km at 30_°C for 5_million.",
  ],
  ["en-CA", "In 2012 300 people came to no avail.", "In 2012 300 people came to no avail."],
  [
    "en-US",
    "He ran 3 miles at 9 p.m. on May 5 in room 3 a day.",
    "He ran 3 miles at 9 p.m. on May 5 in room 3 a day.",
  ],
  [
    "fr-CA",
    "Le résultat : 12 000 $, soit 25 % ; oui ? « Non » !",
    "Le résultat_: 12_000_$, soit 25_%_; oui_? «_Non_»_!",
  ],
  [
    "fr-FR",
    "Le résultat : 12 000 €, soit 25 % ; oui ? « Non » !",
    "Le résultat_: 12~000_€, soit 25_%~; oui~? «_Non_»~!",
  ],
  [
    "fr-CA",
    "M. Roy et Mme Lee, le 1er mai et le 29 août, n° 5, no 6, art. 7",
    "M._Roy et Mme_Lee, le 1er_mai et le 29_août, n°_5, no_6, art._7",
  ],
  ["fr-CA", "En 2012 300 personnes ; voir :nom et :-)", "En 2012 300 personnes_; voir :nom et :-)"],
  ["de", "Siehe S. 4 und 25 % davon", "Siehe S. 4 und 25_% davon"],
];

test.each(spaces)("%s: %s", (language, text, expected) => {
  expect(said(text, language, "spaces")).toBe(expected);
});

const full: typeof spaces = [
  [
    "en-CA",
    "\"It's 'so' here,\" he said -- in the '90s.",
    "“It’s ‘so’ here,” he said – in the ’90s.",
  ],
  [
    "en-CA",
    "Wait... and---so - 1990-1995, 1/2 of 3 x 4, 5'10\" high",
    "Wait… and—so – 1990–1995, ½ of 3 × 4, 5′10″ high",
  ],
  [
    "en-CA",
    '("Quoted") and "a \'b\' c"; the Jones\' dog',
    "(“Quoted”) and “a ‘b’ c”; the Jones’ dog",
  ],
  [
    "en-CA",
    "Ids like A-1990-1995, --flag, 1/2/2012, 2012-23 and ---> stay",
    "Ids like A-1990-1995, --flag, 1/2/2012, 2012-23 and ---> stay",
  ],
  [
    "en-CA",
    "At https://example.org/a--b?x='1' or a.b@example.org, C:\\x\\y...",
    "At https://example.org/a--b?x='1' or a.b@example.org, C:\\x\\y...",
  ],
  [
    "fr-CA",
    'L\'été: "bon", dit-il; 25% à 10:30! Le 2e et la 1re',
    "L’été_: «_bon_», dit-il; 25_% à 10:30! Le 2e et la 1re",
  ],
  ["fr-FR", "L'été: «bon»; oui? Non!", "L’été_: «_bon_»~; oui~? Non~!"],
];

test.each(full)("with all signs, %s: %s", (language, text, expected) => {
  expect(said(text, language, "full")).toBe(expected);
});

test("off changes nothing", () => {
  const document = documentOf([{ kind: "text", value: '"p. 4"' }], "en-CA");
  expect(typeset(document, "off")).toBe(document);
});

test("code and the text of another language stay, and marks see over the nodes between", () => {
  const children: readonly Inline[] = [
    { kind: "text", value: '"See ' },
    { kind: "inlineCode", id: "c", value: '"p. 4"' },
    { kind: "text", value: " in " },
    {
      kind: "span",
      id: "s",
      language: "fr-CA",
      children: [{ kind: "text", value: "l'été : 5 %" }],
    },
    { kind: "strong", id: "b", children: [{ kind: "text", value: 'here"' }] },
    { kind: "text", value: " or 5 : 3" },
  ];
  expect(visible(textOf(set(children, "en-CA", "full")))).toBe(
    '“See "p. 4" in l’été_: 5_%here” or 5 : 3',
  );
});

test("endings of French ordinals are raised, with ids of their own", () => {
  const [first, raised, rest] = set(
    [{ kind: "text", value: "Le 2e rang, le 1er mai" }],
    "fr-CA",
    "full",
  );
  expect(raised).toMatchObject({ children: [{ kind: "text", value: "e" }] });
  expect(first).toMatchObject({ kind: "text", value: "Le 2" });
  expect(raised).toMatchObject({ kind: "span", role: "superscript", id: "p.superscript-1" });
  expect(rest).toMatchObject({ kind: "text", value: " rang, le 1" });
});

test("text that does not change stays the same object", () => {
  const document = documentOf([{ kind: "text", value: "Plain words, and more." }], "en-CA");
  expect(typeset(document, "spaces")).toBe(document);
});

const signs = fc.string({
  unit: fc.constantFrom(
    ..."a1 2.\"'-:;!?«»%xéM0/…(".split(""),
    "M. ",
    "p. ",
    "12 000",
    "1er ",
    " -- ",
    "...",
    "1/2",
    "'n'",
    "'98",
    "$",
    " h ",
  ),
  maxLength: 60,
});
const languages = fc.constantFrom("en-CA", "en-GB", "en-US", "fr-CA", "fr-FR");

describe.each(["spaces", "full"] as const)("%s", (setting) => {
  test("done twice is done once", () => {
    fc.assert(
      fc.property(signs, languages, (text, language) => {
        const once = typeset(documentOf([{ kind: "text", value: text }], language), setting);
        expect(textOf(childrenOf(typeset(once, setting)))).toBe(textOf(childrenOf(once)));
      }),
      { numRuns: runs(2000) },
    );
  });

  test("words and figures stay as they are", () => {
    fc.assert(
      fc.property(signs, languages, (text, language) => {
        const letters = (value: string): string => value.replace(/[^a-zéM02-9]/g, "");
        const result = said(text.replaceAll("x", "").replaceAll("/", ""), language, setting);
        expect(letters(result)).toBe(letters(text.replaceAll("x", "")));
      }),
    );
  });
});

test("the spaces alone change nothing but spaces", () => {
  fc.assert(
    fc.property(signs, languages, (text, language) => {
      const result = textOf(set([{ kind: "text", value: text }], language, "spaces"));
      expect(result.replace(/[\u00A0\u202F]/g, " ")).toBe(text);
    }),
  );
});

test("quotations have the marks of their language", () => {
  expect(quoteMarks("en-CA", false)).toEqual({ open: "“", close: "”" });
  expect(quoteMarks("en-GB", false)).toEqual({ open: "‘", close: "’" });
  expect(quoteMarks("en-GB", true)).toEqual({ open: "“", close: "”" });
  expect(quoteMarks("fr-CA", false)).toEqual({ open: "«\u00A0", close: "\u00A0»" });
  expect(quoteMarks("fr-CA", true)).toEqual({ open: "“", close: "”" });
});
