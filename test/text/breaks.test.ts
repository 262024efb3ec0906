import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { breaksOf } from "../../src/layout/text/breaks.ts";
import { latinBreaks } from "../../src/layout/text/latin-breaks.ts";
import { fc, runs } from "../support/property.ts";

const LineBreaker = createRequire(import.meta.url)("linebreak") as new (
  text: string,
) => { nextBreak: () => { position: number; required: boolean } | null };

function byPackage(text: string): string[] {
  const breaker = new LineBreaker(text);
  const found: string[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    found.push(`${next.position}${next.required ? "!" : ""}`);
  }
  return found;
}

const latin = [
  ..."abcXYZ0129éÀœ ſ-/.,:;!?()[]{}\"'%$€+\\|°´¡¿«»“”‘’‚„‹›–—‐‑‒…‥\u00A0\u202F\u2028\uFFFC‰†‡•   ",
];

test("Latin text breaks as the whole of Unicode's rules say", () => {
  let decided = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...latin), { maxLength: 24 }), (characters) => {
      const text = characters.join("");
      const found: string[] = [];
      if (!latinBreaks(text, (at, required) => found.push(`${at}${required ? "!" : ""}`))) return;
      decided++;
      expect(found, JSON.stringify(text)).toEqual(byPackage(text));
    }),
    { numRuns: runs(5000) },
  );
  expect(decided).toBeGreaterThan(4000);
});

test("every character that the short way takes has the class that Unicode gives it", () => {
  for (let code = 0x20; code < 0x2100; code++) {
    const character = String.fromCharCode(code);
    for (const text of [
      `a${character}1`,
      `(${character} a`,
      `1 ${character}-`,
      `—${character}$ ${character}`,
    ]) {
      const found: string[] = [];
      if (!latinBreaks(text, (at, required) => found.push(`${at}${required ? "!" : ""}`))) continue;
      expect(found, `U+${code.toString(16)} in ${JSON.stringify(text)}`).toEqual(byPackage(text));
    }
  }
  expect(latinBreaks("漢字", () => undefined)).toBe(false);
});

/** The text with `|` where a line may end. */
function shown(text: string, language = "en-CA"): string {
  const { at } = breaksOf(text, language);
  return at.map((end, i) => text.slice(at[i - 1] ?? 0, end)).join("|");
}

test.each([
  ["SOP—agreed — and", "SOP—|agreed —| and"],
  ["in 13-24 or 1990–95", "in |13-24 |or |1990–95"],
  ["about 25 % of it", "about |25 % |of |it"],
  ["DND/CF and/or", "DND/CF |and/or"],
  ["dossiers/documents", "dossiers/|documents"],
  ["Canada-Japan 2+2", "Canada-|Japan |2+2"],
  ["an e-mail, -5 or x-ray", "an |e-mail, |-5 |or |x-ray"],
  ["No. 5 and Mr. X", "No. 5 |and |Mr. X"],
  ["« oui » et « non »", "« oui » |et |« non »"],
  ["at https://a.org/b-c/d?e=f/g now", "at |https://a.org/|b-|c/|d?e=f/|g |now"],
  ["write to info@example.org/x", "write |to |info@example.org/|x"],
])("%s", (text, expected) => {
  expect(shown(text)).toBe(expected.replace("—| and", "— |and"));
});

test.each([
  ["le 1er avril, 12 000 $", "le |1er avril, |12 000 $"],
  ["Vraiment ? Oui : non ; si !", "Vraiment ? |Oui : |non ; |si !"],
  ["M. X et Mme Y", "M. X |et |Mme Y"],
  ["le 25 mars 2012", "le |25 mars |2012"],
])("in French: %s", (text, expected) => {
  expect(shown(text, "fr-CA")).toBe(expected);
});

/** Costs of the breaks after the words of a text, the last apart. */
const costs = (text: string): readonly number[] => breaksOf(text, "en-CA").penalty.slice(0, -1);

test("names, dates and acronyms had rather stay whole than end a line", () => {
  expect(costs("with Prime Minister Noda and others")).toEqual([0, 8, 8, 0, 0]);
  expect(costs("signed on November 14 again")).toEqual([0, 0, 60, 0]);
  expect(costs("the 29 August meeting")).toEqual([0, 60, 0]);
  expect(costs("the Mutual Logistics Agreement (MLA) of")).toEqual([0, 8, 8, 20, 0]);
  expect(costs("see Annex B or Table 3")).toEqual([0, 60, 0, 0, 60]);
  // A sentence ends between these, and capitals alone are no name.
  expect(costs("in Tokyo. NATO Council")).toEqual([0, 0, 0]);
});

test("no line of any text begins with what closes, nor ends with what opens", () => {
  const pieces = [
    ..."abc de fghi 12 (x) [y] “z” ‘w’ «\u00A0q\u00A0» — – , . ; : ! ?".split(" "),
    " ",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 30 }), (list) => {
      const text = list.join("").replace(/ +/g, " ").trim();
      for (const at of breaksOf(text, "en-CA").at.slice(0, -1)) {
        // What stands alone between spaces may stand anywhere, but for dashes and quotation marks of French.
        if (text[at - 1] !== " ") expect(text[at], text).not.toMatch(/[)\]”»,.;:!?—–]/);
        else expect(text[at], text).not.toMatch(/[»—–]/);
        expect(text[at - 1], text).not.toMatch(/[([“«]/);
      }
    }),
    { numRuns: runs(1000) },
  );
});
