import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import { createCollector, lineStarts, placeAt, similarNames } from "../../src/diagnostics/index.ts";
import { fc } from "../support/property.ts";

const at = (
  file: string,
  line: number,
  column: number,
  rest: Partial<Diagnostic> = {},
): Diagnostic => ({
  rule: "a-rule",
  severity: "warning",
  message: "A.",
  place: { file, line, column },
  hints: [],
  ...rest,
});

test("diagnostics come in the order of the text, errors first at one place, equal ones once", () => {
  const { report, diagnostics } = createCollector();
  const everywhere: Diagnostic = { rule: "run", severity: "error", message: "R.", hints: [] };
  const error = at("a.md", 2, 1, { severity: "error", message: "Z." });
  for (const one of [
    at("b.md", 1, 1),
    at("a.md", 10, 1),
    at("a.md", 2, 9),
    at("a.md", 2, 1),
    error,
  ])
    report(one);
  report(at("a.md", 10, 1));
  report(everywhere);
  expect(diagnostics()).toEqual([
    everywhere,
    error,
    at("a.md", 2, 1),
    at("a.md", 2, 9),
    at("a.md", 10, 1),
    at("b.md", 1, 1),
  ]);
});

test("a place and an offset say the same", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "é", "😀", "\n")), fc.nat(), (parts, number) => {
      const text = parts.join("");
      const offset = number % (text.length + 1);
      const { line, column } = placeAt("a", lineStarts(text), offset);
      const lines = text.slice(0, offset).split("\n");
      expect([line, column]).toEqual([lines.length, (lines.at(-1)?.length ?? 0) + 1]);
    }),
  );
});

test("names that are near are named, the nearest first", () => {
  const known = ["first-2plus2", "next-2plus2", "hadr-agreed", "partner", "event"];
  expect(similarNames("first-2plus3", known)).toEqual(["first-2plus2"]);
  expect(similarNames("evnet", known)).toEqual(["event"]);
  expect(similarNames("Event", known)).toEqual(["event"]);
  expect(similarNames("event", known)).toEqual([]);
  expect(similarNames("wholly-other", known)).toEqual([]);
  expect(similarNames("", known)).toEqual([]);
  expect(similarNames("ab", ["aa", "bb", "ac", "ad", "abc"])).toEqual(["aa", "abc", "ac"]);
});

test("a very long name is compared with none", () => {
  expect(similarNames("a".repeat(100_000), ["a".repeat(100_001)])).toEqual([]);
});
