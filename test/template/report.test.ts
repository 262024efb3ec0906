import { expect, test } from "vitest";
import { textOf, textsOf } from "../../src/document/index.ts";
import { fc, runs } from "../support/property.ts";
import { blockAt, blocksOf, documentOf, rulesOf, seed } from "./support.ts";

const report = (text: string) => documentOf(text, { product: "report" });

test("any text becomes a report, with nothing in its head", () => {
  const { value, diagnostics } = report(
    "# Plan\n\nWhy.\n\n## One\n\nFirst.\n\n## Two\n\nSecond.\n",
  );
  expect(diagnostics).toEqual([]);
  expect(value.title).toBe("Plan");
  expect(value.content.map(({ kind }) => kind)).toEqual([
    "title",
    "tableOfContents",
    "paragraph",
    "section",
    "section",
  ]);
  expect(value.running.map(({ frame }) => frame)).toEqual(["header-left", "footer-right"]);
});

test("a structured source has its records under an overview", () => {
  const { value } = report(seed());
  const [overview] = blocksOf(value, "section");
  expect(overview?.children.map(({ kind }) => kind)).toEqual([
    "paragraph",
    "paragraph",
    "section",
    "section",
  ]);
  expect(blockAt(value, "s-operational")).toMatchObject({ kind: "section", level: 2 });
});

test("levels are closed up, also in a quotation", () => {
  const { value } = report("# T\n\n## A\n\n##### B\n\n> ## C\n");
  expect(
    blocksOf(value, "section").map(({ level, heading }) => [textOf(heading.children), level]),
  ).toEqual([
    ["A", 1],
    ["B", 2],
    ["C", 3],
  ]);
});

test("links lead to safe addresses and to parts of the text, or are text", () => {
  const { value, diagnostics } = report(
    "# T\n\n[a](https://example.com/x) [b](mailto:a@example.com) [c](#part-one) [d](javascript:alert(1)) [e](other.md) [f](#nowhere)\n\n## Part one\n\nText.\n",
  );
  const [paragraph] = blocksOf(value, "paragraph");
  const links = paragraph?.children.filter(({ kind }) => kind === "link");
  expect(links?.map((link) => link.kind === "link" && link.target)).toEqual([
    { kind: "address", url: "https://example.com/x" },
    { kind: "address", url: "mailto:a@example.com" },
    { kind: "node", id: "part-one" },
  ]);
  expect(textOf(paragraph?.children ?? [])).toBe("a b c d e f");
  expect(rulesOf(diagnostics)).toEqual([
    "link-address-is-safe",
    "link-address-is-safe",
    "link-target-exists",
  ]);
});

test("spaces in an address are written as addresses have them, and none may hide a host", () => {
  const { value, diagnostics } = report(
    "# T\n\n[a](<https://example.com/a b?c=d e#f g>) [b](<tel:+1 613 555 0100>) [c](<https:// example.com/>) [d](<https://example .com>) [e](https:///x)\n",
  );
  const [paragraph] = blocksOf(value, "paragraph");
  const links = paragraph?.children.filter(({ kind }) => kind === "link");
  expect(links?.map((link) => link.kind === "link" && link.target)).toEqual([
    { kind: "address", url: "https://example.com/a%20b?c=d%20e#f%20g" },
    { kind: "address", url: "tel:+16135550100" },
  ]);
  expect(rulesOf(diagnostics)).toEqual(Array(3).fill("link-address-is-safe"));
});

test("an image alone is a figure with its caption; one from elsewhere is refused and its words are kept", () => {
  const { value, diagnostics } = documentOf(
    [
      "# T",
      '![A chart](img/chart.png "Sales")',
      "![](../logo.png)",
      "![Remote](https://example.com/a.png)",
      "![Far](../../../etc/a.png)",
      "In ![small](a%20b.png) text.",
    ].join("\n\n"),
    { product: "report", file: "texts/year/a.md" },
  );
  expect(
    blocksOf(value, "figure").map(({ image, caption }) => [
      image,
      caption && textOf(caption.children),
    ]),
  ).toEqual([
    [{ source: "texts/year/img/chart.png", alternative: "A chart" }, "Figure\u00A01: Sales"],
    [{ source: "texts/logo.png", alternative: "" }, undefined],
  ]);
  expect(rulesOf(diagnostics)).toEqual(["image-is-in-the-project", "image-is-in-the-project"]);
  expect(textsOf(value)).toEqual(expect.arrayContaining(["Remote", "Far", "In small text."]));
});

test("notes are numbered by first reference, and one that is referred to twice is one", () => {
  const { value } = report("# T\n\nA[^z] b[^a] c[^z].\n\n[^a]: Second.\n\n[^z]: First.\n");
  const [paragraph] = blocksOf(value, "paragraph");
  const numbers = paragraph?.children.flatMap((node) =>
    node.kind === "noteReference" ? [node.number] : [],
  );
  expect(numbers).toEqual([1, 2, 1]);
  expect(
    value.notes.map(({ number, children }) => [
      number,
      ...textsOf({ ...value, content: children, notes: [] }),
    ]),
  ).toEqual([
    [1, "First."],
    [2, "Second."],
  ]);
});

test("notices, tasks, definitions, tables with captions and code arrive", () => {
  const { value } = report(
    [
      "# T",
      "> [!WARNING]\n> Careful.",
      ":::note[Mind]\nThis.\n:::",
      "- [x] done\n- [ ] open",
      "Term\n: Description",
      '| a | b |\n| - | -: |\n| 1 | 2 |\n\n{.row-headers caption="Numbers"}',
      "```js\ncode\n```",
      "---",
    ].join("\n\n"),
  );
  expect(blocksOf(value, "callout").map(({ label }) => textOf(label))).toEqual(["Warning", "Mind"]);
  expect(blocksOf(value, "list")[0]?.items.map(({ checked }) => checked)).toEqual([true, false]);
  expect(blocksOf(value, "definitionList")[0]?.entries).toHaveLength(1);
  const [table] = blocksOf(value, "table");
  expect(table).toMatchObject({
    rowHeaders: true,
    columns: [{ alignment: "start" }, { alignment: "end" }],
  });
  expect(textOf(table?.caption?.children ?? [])).toBe("Table\u00A01: Numbers");
  expect(blocksOf(value, "codeBlock")).toMatchObject([{ code: "code", programmingLanguage: "js" }]);
  expect(blocksOf(value, "divider")).toHaveLength(1);
});

test("a source cannot write into the frames of the page or make a title page", () => {
  const { value } = report("# T\n\n:::running{frame=marking}\nSECRET\n:::\n");
  expect(value.running.map(({ frame }) => frame)).not.toContain("marking");
  expect(textsOf(value)).toContain("SECRET");
});

const word = fc.stringMatching(/^[a-zé]{1,8}$/);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(" "));
const block = fc.oneof(
  words,
  words.map((text) => `- ${text}`),
  words.map((text) => `> ${text}`),
  words.map((text) => `\`\`\`\n${text}\n\`\`\``),
  words.map((text) => `:::odd\n${text}\n:::`),
  words.map((text) => `:::columns\n${text}\n:::`),
  words.map((text) => `:::timeline\n- **2011** ${text}\n:::`),
  words.map((text) => `:::decision\n${text}\n:::`),
  words.map((text) => `:::cards\n:::card\n## ${text}\n:::\n:::`),
  words.map((text) => `:::key-values\n- ${text}: ${text}\n:::`),
  words.map((text) => `| ${text} | ${text} |\n| --- | --- |\n| ${text} |`),
  words.map((text) => `${text}[^n]\n\n[^n]: ${text}`),
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), words)
    .map(([depth, text]) => `${"#".repeat(depth)} ${text}`),
);

test("no word of a text is lost, whatever it is made of", () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
      const text = blocks.join("\n\n");
      const { value } = report(text);
      const printed = new Set(textsOf(value).join(" ").split(/\s+/));
      const written = text.match(/[a-zé]+/g) ?? [];
      const names = new Set([
        "odd",
        "columns",
        "timeline",
        "decision",
        "cards",
        "card",
        "key",
        "values",
        "n",
      ]);
      const lost = written.filter((one) => !names.has(one) && !printed.has(one));
      expect(lost).toEqual([]);
    }),
    { numRuns: runs(150) },
  );
}, 60_000);

test("a body of 300 pages has an id for each of its paragraphs", () => {
  const paragraph = `${"word ".repeat(150).trim()}.`;
  const text = Array.from({ length: 900 }, (_, index) =>
    index % 9 === 0 ? `## Part ${index}\n\n${paragraph}` : paragraph,
  ).join("\n\n");
  const { value } = report(`# Long\n\n${text}\n`);
  expect(new Set(blocksOf(value, "paragraph").map(({ id }) => id)).size).toBe(900);
}, 60_000);

test("a hard break keeps what stands before it, without blanks around", () => {
  const { value } = report("# T\n\none\\\n two **three**  \nfour\n");
  const [paragraph] = blocksOf(value, "paragraph");
  expect(
    paragraph?.children.map((node) => (node.kind === "text" ? node.value : node.kind)),
  ).toEqual(["one", "lineBreak", "two ", "strong", "lineBreak", "four"]);
});
