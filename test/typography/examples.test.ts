import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Inline } from "../../src/document/index.ts";
import { set, visible } from "./support.ts";

/** Rows of the tables that authors read. */
const rows = [
  ...readFileSync(new URL("../../docs/typography.md", import.meta.url), "utf8").matchAll(
    /^\| ((?:en|fr)-[A-Z]{2}) \| (.*) \| (.*) \|$/gm,
  ),
].map(([, language = "", written = "", printed = ""]) => [language, written, printed] as const);

test.each(rows)("%s: %s", (language, written, printed) => {
  expect(shown(set([{ kind: "text", value: written }], language, "full"))).toBe(printed);
});

test("both languages have their table", () => {
  expect(rows.filter(([language]) => language.startsWith("en")).length).toBeGreaterThan(9);
  expect(rows.filter(([language]) => language.startsWith("fr")).length).toBeGreaterThan(7);
});

function shown(children: readonly Inline[]): string {
  return visible(
    children
      .map((child) => {
        if (child.kind === "text") return child.value;
        return child.kind === "span" ? `^${shown(child.children)}` : "";
      })
      .join(""),
  );
}
