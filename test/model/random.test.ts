import { expect, test } from "vitest";
import type { Model, ModelSection } from "../../src/model/index.ts";
import { selectFor } from "../../src/model/index.ts";
import { fc, runs } from "../support/property.ts";
import { read, seed } from "./support.ts";

/** Milliseconds: for slow machines that do other things too. */
const patience = 120_000;

/** Pieces of Markdown, right and wrong, of everything that the model knows. */
const pieces = [
  ...["# A", "## B {#b}", "### C {role=summary annex=slides}", "#### D {.register}", "##### E"],
  ...["## F {records=event}", "### G {records=nothing}", "Words {#b .key}", "Words in 2011."],
  ...["- **T**—rest {#t .initiative since=e}", "- item\n  - inner {.commitment}", "1. one {#one}"],
  ...["| Id | Event | Date |\n| --- | --- | --- |\n| e | E {.editorial} | 2011-05 |"],
  ...["[May 2011](fact:e.date)", "[x](fact:)", "[x](fact:count:)", "[E](fact:e)", "[x](fact:%)"],
  ...[
    ":::only{kind=slides}",
    ":::only{audience=x .editorial}",
    ":::",
    ":::brief{of=b kind=slides}",
  ],
  ...[":::slide{layout=text from=event}", ":::notes{slide=s}", ":::note", ":::whatever{a=b}"],
  ...["> quote {#q}", "term\n: description", "note[^1]\n\n[^1]: The note {#n}", "```\ncode\n```"],
  ...["---", "<!-- comment -->", "<div>", "![alt](a.png){#i}", "| a |\n| - |", "&amp; \\* **x", ""],
];

const texts = fc
  .array(fc.constantFrom(...pieces), { maxLength: 14 })
  .map((chosen) => `${chosen.join("\n\n")}\n`);

function sections(section: ModelSection): readonly ModelSection[] {
  return [section, ...section.sections.flatMap(sections)];
}

/** The words of the printed text, each as often as it stands there. */
function printedWords(model: Model): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (text: string): void => {
    for (const word of text.split(/\s+/)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for (const { heading, content } of sections(model.root)) {
    JSON.stringify([heading, content], (key, value: unknown) => {
      if (key === "value" && typeof value === "string") count(value);
      return key === "position" ? undefined : value;
    });
  }
  return counts;
}

const selections = fc.record({
  product: fc.constantFrom("slides", "report"),
  format: fc.constantFrom("pdf", "docx"),
  language: fc.constantFrom("en-CA", "fr"),
  audience: fc.constantFrom("x", "y"),
});

test(
  "any text gives a model, the same each time, with places for all that is said",
  () => {
    fc.assert(
      fc.property(texts, (text) => {
        const first = read(text);
        const again = read(text);
        expect(again.diagnostics).toEqual(first.diagnostics);
        expect(again.model).toEqual(first.model);
        const lines = text.split("\n").length;
        for (const { place, message } of first.diagnostics) {
          expect(place?.line, message).toBeLessThanOrEqual(lines);
          expect(message).toMatch(/[.?]$/);
        }
      }),
      { numRuns: runs(100) },
    );
  },
  patience,
);

test(
  "levels follow each other, and ids are unique",
  () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { root } = read(text).model;
        const all = sections(root);
        for (const section of all) {
          for (const inner of section.sections) expect(inner.level).toBe(section.level + 1);
          expect(section.id).not.toBe("");
        }
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      }),
      { numRuns: runs(100) },
    );
  },
  patience,
);

test(
  "choosing for someone never adds words, and leaves no container of conditions",
  () => {
    fc.assert(
      fc.property(texts, selections, (text, selection) => {
        const { model } = read(text);
        const chosen = selectFor(model, selection);
        const all = printedWords(model);
        for (const [word, count] of printedWords(chosen))
          expect(count).toBeLessThanOrEqual(all.get(word) ?? 0);
        for (const { content } of sections(chosen.root))
          expect(JSON.stringify(content)).not.toContain('"name":"only"');
      }),
      { numRuns: runs(100) },
    );
  },
  patience,
);

test(
  "plain words are never lost",
  () => {
    const words = fc.array(fc.constantFrom("alpha", "bravo", "charlie"), {
      minLength: 1,
      maxLength: 4,
    });
    const blocks = fc.oneof(
      words.map((chosen) => chosen.join(" ")),
      words.map((chosen) => `- ${chosen.join("\n- ")}`),
      words.map((chosen) => `## ${chosen.join(" ")}`),
      words.map((chosen) => `> ${chosen.join(" ")}`),
      words.map((chosen) => `:::note\n\n${chosen.join(" ")}\n\n:::`),
      words.map((chosen) => `:::only{kind=report}\n\n${chosen.join(" ")}\n\n:::`),
      words.map(
        (chosen) => `:::only{kind=report}\n\n### ${chosen.join(" ")}\n\n${chosen[0]}\n\n:::`,
      ),
    );
    fc.assert(
      fc.property(fc.array(blocks, { maxLength: 10 }), (written) => {
        const text = `# Title\n\n${written.join("\n\n")}\n`;
        const { model } = read(text);
        const seen = printedWords(
          selectFor(model, { product: "report", format: "pdf", language: "en" }),
        );
        for (const word of ["alpha", "bravo", "charlie"])
          expect(seen.get(word) ?? 0).toBe(text.split(word).length - 1);
      }),
      { numRuns: runs(100) },
    );
  },
  patience,
);

test(
  "a changed letter in any date of the sample's text is noticed",
  () => {
    const text = seed();
    const links = [...text.matchAll(/\[([^\]]*\d[^\]]*)\]\(fact:[^)]*date\)/g)];
    expect(links.length).toBeGreaterThan(15);
    fc.assert(
      fc.property(fc.constantFrom(...links), fc.nat(), (link, which) => {
        const words = link[1] ?? "";
        const digits = [...words.matchAll(/\d/g)].map(({ index }) => index);
        const at = link.index + 1 + (digits[which % digits.length] ?? 0);
        const digit = (Number(text[at]) + 1 + (which % 9)) % 10;
        const changed = `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
        const { diagnostics } = read(changed);
        const line = text.slice(0, link.index).split("\n").length;
        const found = diagnostics.some(
          ({ rule, place }) => rule === "fact-agrees" && place?.line === line,
        );
        expect(found || changed === text).toBe(true);
      }),
      { numRuns: runs(25) },
    );
  },
  patience,
);
