import { expect, it } from "vitest";
import type { Value } from "../../src/template/engine/index.ts";
import { blocksValue, inlineValue, render } from "../../src/template/engine/index.ts";
import { fc, runs } from "../support/property.ts";
import { nodesOf, readFolder, sourcePlace } from "./support/rendering.ts";
import { slots } from "./support/slots.ts";

/** Markdown in which every word is `w` with a number; `#` becomes the next number. */
const phrases = [
  "w#",
  "*w#* w#",
  "[w#](u)",
  "**[w#](u) `w#`**",
  "![w#](i.png)",
  "w#\\\nw#",
  "~~w#~~",
];
const pieces = [
  ...phrases,
  "## w#",
  "#### w# {#id}",
  "- w#\n- w#\n\n  w#",
  "1. [ ] w#",
  "> w#\n>\n> - w#",
  "```\nw#\n```",
  "| w# | *w#* |\n| - | - |\n| w# | |",
  "w#\n: w#\n: w#",
  ":::box[w#]{.c}\n## w#\n\nw#\n:::",
  "***",
];

const rich: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom(...phrases).map((phrase) => {
    const [paragraph] = nodesOf(numbered(phrase));
    return inlineValue(paragraph?.type === "paragraph" ? paragraph.children : [], sourcePlace);
  }),
  fc
    .uniqueArray(fc.constantFrom(...pieces), { maxLength: 4 })
    .map((parts) => blocksValue(nodesOf(numbered(parts.join("\n\n"))), sourcePlace)),
);

function numbered(markdown: string): string {
  let next = 0;
  return markdown.replace(/w#/g, () => `w${next++}w`);
}

function wordsIn(node: unknown): ReadonlySet<string> {
  return new Set(JSON.stringify(node, withMaps).match(/w\d+w/g));
}

function withMaps(_: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}

it("no word of a value is lost, at whatever place, and the value itself stays as it was", () => {
  const names = Object.keys(slots);
  const folders = new Map(
    names.map((name) => [name, readFolder((slots[name] ?? "").replaceAll("@", "{{x}}"))]),
  );
  fc.assert(
    fc.property(fc.constantFrom(...names), rich, (name, x) => {
      const folder = folders.get(name);
      if (folder === undefined) throw new Error(name);
      const before = JSON.stringify(x, withMaps);
      const { tree, diagnostics } = render(folder, { x });
      expect(JSON.stringify(x, withMaps)).toBe(before);
      expect([...wordsIn(tree)].sort()).toEqual([...wordsIn(x)].sort());
      expect(JSON.stringify(tree, withMaps)).not.toMatch(/[\ufdd0-\ufdef]/);
      for (const { severity, place } of diagnostics) {
        expect(severity).toBe("warning");
        expect(place?.file).toBe("template.md.hbs");
      }
    }),
    { numRuns: runs(600) },
  );
}, 600_000);
