import { expect, test } from "vitest";
import { outline, printedLines, read, rulesOf, told, words } from "./support.ts";

const lines = (text: string): string => text.replaceAll("|", "\n");

test("without head, headings or records a text is a document named after its file", () => {
  const { model, diagnostics } = read("Some words.\n\nMore words.\n", "texts/annual-report.md");
  expect(words(model.root.heading)).toBe("annual report");
  expect(printedLines(model.root)).toEqual(["Some words.", "More words."]);
  expect(model.language).toBe("en-CA");
  expect(model.head.status).toBe("draft");
  expect(told(diagnostics)).toEqual([
    'texts/annual-report.md:1:1 document-has-title: The source has no title, so it is named "annual report" after its file.',
  ]);
});

test.each([
  ["nothing", ""],
  ["blank lines", "\n\n\n"],
  ["a head alone", "---\nlang: fr-CA\n---\n"],
  ["a register alone", "## Register {.register}\n\nA comment.\n"],
])("%s is a document without content", (_what, text) => {
  const { model } = read(text);
  expect(model.root.content).toEqual([]);
  expect(model.root.sections).toEqual([]);
});

test("the only # heading is the title, wherever it stands", () => {
  const { model } = read("Before.\n\n# Title\n\nAfter.\n\n## Part\n\nIn it.\n");
  expect(words(model.root.heading)).toBe("Title");
  expect(outline(model.root)).toEqual(["1 title", "  2 part"]);
  expect(printedLines(model.root)).toEqual(["Before.", "After.", "Part", "In it."]);
});

test("with several # headings the first block of the text is the title, the others are sections", () => {
  const { model, diagnostics } = read("# Title\n\n## A\n\n# B\n\n## C\n");
  expect(outline(model.root)).toEqual(["1 title", "  2 a", "  2 b", "    3 c"]);
  expect(told(diagnostics)).toEqual([]);
});

test("with a title in the head all # headings are sections", () => {
  const { model, diagnostics } = read("---\ntitle: The report\n---\n# A\n\n## B\n\n# C\n");
  expect(words(model.root.heading)).toBe("The report");
  expect(outline(model.root)).toEqual(["1 the-report", "  2 a", "    3 b", "  2 c"]);
  expect(told(diagnostics)).toEqual([]);
});

test("the title of the head is that of the language", () => {
  const head = "---\nlang: fr-CA\ntitle:\n  en: Report\n  fr: Rapport\n---\n";
  expect(words(read(`${head}Texte.\n`).model.root.heading)).toBe("Rapport");
});

test("levels that are skipped are closed up, and told", () => {
  const { model, diagnostics } = read(lines("# T||### A||##### B||## C||### D"));
  expect(outline(model.root)).toEqual(["1 t", "  2 a", "    3 b", "  2 c", "    3 d"]);
  expect(told(diagnostics)).toEqual([
    'text.md:3:1 heading-levels-are-consecutive: This heading has 3 marks "#" where at most 2 can follow, so it is printed a level higher.',
    'text.md:5:1 heading-levels-are-consecutive: This heading has 5 marks "#" where at most 4 can follow, so it is printed a level higher.',
  ]);
});

test("a text that begins with ## has no skipped level", () => {
  const { diagnostics } = read("---\ntitle: T\n---\n## A\n\n### B\n");
  expect(told(diagnostics)).toEqual([]);
});

test("headings with the same words get different ids, and given ids are left alone", () => {
  const { model } = read(
    lines("# T||## Results||## Results||## Other {#results-2}||## Results||## Event||## Été"),
  );
  expect(outline(model.root)).toEqual([
    "1 t",
    "  2 results",
    "  2 results-3",
    "  2 results-2",
    "  2 results-4",
    "  2 event-2", // "event" in a selection means the record type
    "  2 ete",
  ]);
});

test("every heading has an id, in any script", () => {
  const { model } = read(lines("# T||## 日本||## 2012||## ***||## !!!||## Δοκιμή"));
  const ids = model.root.sections.map(({ id }) => id);
  expect(new Set(ids).size).toBe(5);
  expect(ids.every((id) => id !== "")).toBe(true);
});

test("an id given twice is told with both places, and kept once", () => {
  const { model, diagnostics } = read(lines("# T||## A {#x}||## B {#x}"));
  expect(outline(model.root)).toEqual(["1 t", "  2 x", "  2 b"]);
  expect(told(diagnostics)).toEqual([
    'text.md:5:1 id-is-unique: The id "x" is given twice; it stands first at text.md:3:1.',
  ]);
});

test("the register ends with the next heading of its level", () => {
  const text = lines(
    "# T||## R {.register}||Comment.||### Inner||Comment.||## After||Text.||### More||Text.",
  );
  const { model } = read(text);
  expect(printedLines(model.root)).toEqual(["After", "Text.", "More", "Text."]);
});

test("blocks with an id can be asked for, wherever they stand", () => {
  const text = `# T

> Quoted. {#quoted}

- One {#one}
- Two

  | A |
  | --- |
  | 1 |

  {#table}

:::note{#said}

Inside. {#inside}

:::
`;
  const { model } = read(text);
  const blocks = [...model.named.values()].filter(({ kind }) => kind === "block");
  expect(blocks.map(({ id }) => id).sort()).toEqual(["inside", "one", "quoted", "said", "table"]);
});

test("a container with sections makes them conditional, in the order of the text", () => {
  const text = `# T

## A

In A.

:::only{audience=minister .editorial}

Before.

### A1

In A1.

## B

In B.

:::

After.

## C
`;
  const { model, diagnostics } = read(text);
  expect(outline(model.root)).toEqual(["1 t", "  2 a", "    3 a1", "  2 b", "  2 c"]);
  const [a, b, c] = model.root.sections;
  expect([a?.only, a?.sections[0]?.only, b?.only, c?.only]).toEqual([
    undefined,
    [{ audiences: ["minister"] }],
    [{ audiences: ["minister"] }],
    undefined,
  ]);
  expect([a?.editorial, b?.editorial, c?.editorial]).toEqual([false, true, false]);
  expect(told(diagnostics)).toEqual([
    'text.md:21:1 text-follows-its-heading: This text stands after a container that holds sections, so it is printed before them, in "A".',
  ]);
});

test("unknown names are told with those that they resemble", () => {
  const text = `# T

:::onyl{kind=slides}

Text. {.editoral}

:::

## A {rolle=summary}

:::only{knd=slides}

Text.

:::
`;
  const read_ = read(text);
  expect(read_.diagnostics.map(({ hints }) => hints[0])).toEqual([
    'Did you mean "only"?',
    'Did you mean "editorial"?',
    'Did you mean "role"?',
    'Did you mean "kind"?',
  ]);
  expect(rulesOf(read_)).toEqual([
    "container-is-known",
    "class-is-known",
    "attribute-is-known",
    "attribute-is-known",
  ]);
});

test("an attribute that nothing reads is told wherever it stands, and what is read is not", () => {
  const nothing = read(
    `# T

Words. {lang=fr}

- An item {role=lead}

| a {colspan=2} | b |
| --- | --- |
| 1 | 2 |

{caption="C" widths="1 2" align="left right" header-rows=1}

![alt](a.png){caption="C"} and [words](https://example.org){target=_blank}
`,
  );
  expect(nothing.diagnostics).toEqual([]);
  const told = read(
    `# T

Words. {foo=1}

- An item {capton=x}

| a {colspn=2} | b |
| --- | --- |
| 1 | 2 |

{wdths="1 2"}

![alt](a.png){capton="C"} and [words](https://example.org){lng=fr}

> Words. {lng=fr}

:::note{lng=fr}

Words.

:::
`,
  );
  expect(told.diagnostics.map(({ message }) => message)).toEqual([
    'A paragraph has no attribute "foo".',
    'An item of a list has no attribute "capton".',
    'A table has no attribute "wdths".',
    'A cell has no attribute "colspn".',
    'An image has no attribute "capton".',
    'A link has no attribute "lng".',
    'A paragraph has no attribute "lng".',
    'A container "note" has no attribute "lng".',
  ]);
  expect(told.diagnostics.map(({ place }) => place?.line)).toEqual([3, 5, 7, 7, 13, 13, 15, 17]);
});

test("attributes of items that are records are fields", () => {
  const { diagnostics } = read("# T\n\n## E {records=event}\n\n- **A** {date=2009}\n");
  expect(diagnostics).toEqual([]);
});

test("text of an unknown container is printed", () => {
  const { model } = read("# T\n\n:::whatever\n\nWords.\n\n:::\n");
  expect(printedLines(model.root)).toEqual(["Words."]);
});
