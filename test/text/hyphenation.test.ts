import { expect, test } from "vitest";
import { hyphenatorOf } from "../../src/layout/text/hyphenation.ts";
import { oracle } from "./hyphen-oracle.ts";
import { justified, seedText, set, textOf } from "./setting.ts";

const minima = { before: 2, after: 3 };

const shown = (word: string, places: readonly number[]): string =>
  [...places].reverse().reduce((text, at) => `${text.slice(0, at)}•${text.slice(at)}`, word);

test("hyphens stand only where TeX's patterns allow them", async () => {
  const hyphenate = hyphenatorOf("en-CA", minima);
  const allowed = await oracle("en-us");
  const words = new Set(
    seedText()
      .toLowerCase()
      .match(/\p{L}{5,}/gu),
  );
  expect(words.size).toBeGreaterThan(200);
  let hyphens = 0;
  for (const word of words) {
    const ours = shown(word, hyphenate?.(word) ?? []);
    hyphens += ours.length - word.length;
    expect(ours).toBe(allowed(word));
  }
  expect(hyphens).toBeGreaterThan(200);
});

test("in French too", async () => {
  const hyphenate = hyphenatorOf("fr-CA", { before: 2, after: 3 });
  const allowed = await oracle("fr");
  const text =
    "la déclaration conjointe canado-japonaise sur la coopération politique ainsi que sur la paix et la sécurité établit un cadre " +
    "pour les interactions régulières entre les sous-ministres des affaires étrangères et leurs homologues, notamment les opérations " +
    "de secours, le renforcement des capacités, la logistique réciproque, les exercices multilatéraux et les communications";
  for (const word of new Set(text.match(/\p{L}{5,}/gu))) {
    expect(shown(word, hyphenate?.(word) ?? [])).toBe(allowed(word));
  }
});

test.each([
  ["en-US", "project", "project"],
  ["en-US", "associate", "as•so•ciate"],
  ["en-US", "philanthropic", "phil•an•thropic"],
  ["en-CA", "Canada", "Canada"],
  ["fr-CA", "coopération", "co•opé•ra•tion"],
  ["fr", "l’organisation", "l’or•ga•ni•sa•tion"],
])("%s: %s", (language, word, expected) => {
  expect(shown(word, hyphenatorOf(language, minima)?.(word) ?? [])).toBe(expected);
});

test("a language without patterns has no hyphens", () => {
  expect(hyphenatorOf("ja", minima)).toBeUndefined();
});

test("the minima and the ladder are kept, and capitals stay whole", () => {
  const { lines } = set(seedText().replaceAll("\n", " "), { width: 130, style: justified });
  let row = 0;
  let hyphens = 0;
  lines.forEach((line, i) => {
    row = line.end === "hyphen" ? row + 1 : 0;
    expect(row).toBeLessThanOrEqual(2);
    if (line.end !== "hyphen") return;
    hyphens++;
    const before = /(\p{L}+)\u00AD$/u.exec(textOf(line))?.[1] ?? "";
    const after = /^\p{L}+/u.exec(textOf(lines[i + 1] ?? line))?.[0] ?? "";
    expect(before.length).toBeGreaterThanOrEqual(2);
    expect(after.length).toBeGreaterThanOrEqual(3);
    expect((before + after).slice(1)).toBe((before + after).slice(1).toLowerCase());
  });
  expect(hyphens).toBeGreaterThan(10);
});
