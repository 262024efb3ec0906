import { expect, test } from "vitest";
import type { Model, Selection } from "../../src/model/index.ts";
import { select, selectFor } from "../../src/model/index.ts";
import { outline, printedLines, read, words } from "./support.ts";

const everyone: Selection = { product: "report", format: "pdf", language: "en-CA" };

const text = `# T

All.

:::only{audience=minister}

Secret words. {#secret}

:::

- One
- Two

  :::only{audience=minister}

  Secret item.

  :::

> :::only{audience=minister}
>
> Secret quote.
>
> :::

A note.[^1]

:::only{kind=slides,report}

For two.

:::only{format=docx}

For Word.

:::

:::

:::only{lang=fr}

Texte.

:::

:::only{audience=minister}

## Secret section

Secret text.

- **Secret initiative** {#hidden .initiative}

:::

## Open

:::brief{of=open kind=slides}

Short.

:::

Short. And long. {#long}

:::only{audience=minister}

:::slide{#secret-slide layout=text}

#### Secret slide

Secret.

:::

:::

[^1]: Open.

    :::only{audience=minister}

    Secret note.

    :::
`;

const { model } = read(text);

/** Everything that a model holds, as text. */
function all(one: Model): string {
  return JSON.stringify(one, (key, value: unknown) => {
    if (key === "head" || key === "recordTypes" || key === "position") return undefined;
    return value instanceof Map ? [...value] : value;
  });
}

test("the public sees nothing that is for the minister", () => {
  const seen = selectFor(model, everyone);
  expect(all(model)).toMatch(/secret/i);
  expect(all(seen)).not.toMatch(/secret|hidden/i);
  expect(outline(seen.root)).toEqual(["1 t", "  2 open"]);
  expect(printedLines(seen.root)).toEqual([
    "All.",
    "- One",
    "- Two",
    "A note.",
    "For two.",
    "Open",
    "Short. And long.",
  ]);
});

test("the minister sees all of it, without the containers", () => {
  const seen = selectFor(model, { ...everyone, audience: "minister" });
  expect(outline(seen.root)).toEqual(["1 t", "  2 secret-section", "  2 open"]);
  expect(printedLines(seen.root)).toContain("Secret words.");
  expect(printedLines(seen.root)).toContain("- Two Secret item.");
  expect(all(seen)).toContain("Secret note.");
  expect(all(seen)).not.toContain('"name":"only"');
  expect(seen.slides.map(({ id }) => id)).toEqual(["secret-slide"]);
  expect([...seen.recordById.keys()]).toEqual(["hidden"]);
  expect([...seen.named.keys()]).toContain("secret");
});

test("another audience is not the minister", () => {
  expect(all(selectFor(model, { ...everyone, audience: "media" }))).not.toMatch(/secret/i);
});

test("conditions within each other must all hold", () => {
  const lines = (selection: Selection): readonly string[] =>
    printedLines(selectFor(model, selection).root);
  expect(lines({ ...everyone, format: "docx" })).toContain("For Word.");
  expect(lines({ ...everyone, product: "fact-sheet", format: "docx" })).not.toContain("For Word.");
  expect(lines({ ...everyone, product: "slides" })).toContain("For two.");
});

test("a language answers to its country and back", () => {
  const lines = (language: string): readonly string[] =>
    printedLines(selectFor(model, { ...everyone, language }).root);
  expect(lines("fr-CA")).toContain("Texte.");
  expect(lines("fr")).toContain("Texte.");
  expect(lines("fro")).not.toContain("Texte.");
});

test("briefs of other products are gone", () => {
  expect(selectFor(model, everyone).briefs).toEqual([]);
  const [brief] = selectFor(model, { ...everyone, product: "slides" }).briefs;
  expect(words(brief?.content ?? [])).toBe("Short.");
});

test("a selection within the chosen model finds what is left", () => {
  const place = { file: "text.md", line: 1, column: 1 };
  const seen = selectFor(model, everyone);
  expect(select(seen, "initiative", place).value).toEqual([]);
  expect(select(model, "initiative", place).value).toHaveLength(1);
});

test("without conditions the sections are the same objects", () => {
  const plain = read("# T\n\n## A\n\nText.\n\n### B\n\nText.\n").model;
  expect(selectFor(plain, everyone).root).toBe(plain.root);
});
