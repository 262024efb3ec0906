import { expect, test } from "vitest";
import type { Diagnostic, Severity } from "../../src/diagnostics/index.ts";
import { formatPretty } from "../../src/diagnostics/index.ts";

function many(count: number, rule: string, severity: Severity): readonly Diagnostic[] {
  return Array.from({ length: count }, (_, index) => {
    const place = { file: "a.md", line: index + 1, column: 1 };
    return { rule, severity, message: `Message ${index}.`, place, hints: [] };
  });
}

const print = (diagnostics: readonly Diagnostic[]): string =>
  formatPretty(diagnostics, () => undefined, { colour: false, width: 80 });

test("of many warnings by one rule the first are whole, and the lines of the others are named", () => {
  const printed = print([...many(9, "many", "warning"), ...many(1, "rare", "warning")]);
  expect(printed.match(/Message \d+/g)).toHaveLength(5 + 1);
  expect(printed).toContain(
    "warning[many]: 4 more warnings of this kind.\n --> a.md: lines 6, 7, 8, 9",
  );
});

test("all errors are whole", () => {
  expect(print(many(30, "grave", "error")).match(/Message \d+/g)).toHaveLength(30);
});
