import { expect, test } from "vitest";
import { newSegments, totalFit } from "../../src/layout/fit/index.ts";
import { fc, runs } from "../support/property.ts";
import { bodyStyle, justified, seedText, set, textOf } from "./setting.ts";

const length = 12_000;
const many = (part: string): string => part.repeat(Math.ceil(length / part.length));

/** What has made programs slow or wrong: one word, one kind of sign, or no break, without end. */
const hostile: Readonly<Record<string, string>> = {
  "one word": many("abcdefghij"),
  marks: `e${many("\u0301")}`,
  "letters with marks": many("a\u0301\u0302\u0303"),
  joiners: `a${many("\u200D")}b`,
  "soft hyphens": many("a\u00AD"),
  "soft hyphens between joiners": many("\u200D\u00ADa"),
  "no-break spaces": many("a\u00A0"),
  "blanks without a break": `a${many("\u00A0")}b`,
  ideographs: many("日本語"),
  emoji: many("👩‍👩‍👧"),
  flags: many("🇨🇦"),
  "right to left": many("سلام"),
  brackets: many("("),
  hyphens: many("-"),
  addresses: many("http://a.example/b "),
  "spaces within": `a${many(" ")}b`,
  "marks of direction": many("\u202Ea"),
};

const unprinted = /[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F]/g;

test.each(Object.keys(hostile))("a text of %s is set whole", (name) => {
  const text = hostile[name] ?? "";
  for (const style of [bodyStyle, justified]) {
    const { lines } = set(text, { width: 200, style });
    expect(lines.map(textOf).join("").replace(unprinted, "")).toBe(text.replace(unprinted, ""));
    for (const line of lines) expect(line.width).toBeLessThan(200.01);
  }
});

test("any bytes, read as UTF-8 or as Latin-1, are set", () => {
  const bytes = fc.uint8Array({ minLength: 2000, maxLength: 4000 });
  fc.assert(
    fc.property(bytes, fc.constantFrom("utf-8", "latin1"), (random, encoding) => {
      const text = new TextDecoder(encoding).decode(random);
      const { lines } = set(text, { width: 300, style: justified });
      expect(lines.length).toBeGreaterThan(20);
    }),
    { numRuns: runs(12) },
  );
});

test("twice the text takes twice the work, also where every letter is a break", () => {
  const work = (count: number, width: number): number => {
    const segments = newSegments(count);
    segments.width.fill(width);
    let looks = 0;
    const extent = (): number => {
      looks++;
      return 100;
    };
    const tolerances = [Number.POSITIVE_INFINITY];
    totalFit(segments, { extent, tolerances, slack: 20, weights: { contrast: 0 } });
    return looks;
  };
  for (const width of [0, 2]) {
    expect(work(5000, width)).toBeLessThan(work(2500, width) * 2.3);
  }
});

test("a text of a thousand pages gets lines that fit", () => {
  const text = many(`${seedText().replaceAll("\n", " ")} `).repeat(20);
  const { lines } = set(text, { width: 300, style: justified });
  expect(lines.length).toBeGreaterThan(3000);
  for (const line of lines) expect(line.width).toBeLessThan(300.01);
});
