import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { textsOf } from "../../src/document/index.ts";
import { documentOf } from "../template/support.ts";
import { bytesOf, open, paragraphsOf, textOfParagraph, textParts } from "./support.ts";
import { all } from "./xml.ts";

type Example = { readonly markdown: string; readonly number: number };
const { tests } = createRequire(import.meta.url)("commonmark-spec") as {
  readonly tests: readonly Example[];
};

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

test("every seventh example of CommonMark becomes a Word file, and no word of it is lost", async () => {
  const some = tests.filter(({ number }) => number % 7 === 0);
  const lost: string[] = [];
  for (const { markdown, number } of some) {
    const { value } = documentOf(markdown, { product: "report", file: "t.md" });
    const file = open(await bytesOf(value));
    const written = textParts(file).flatMap(paragraphsOf).map(textOfParagraph).join("\n");
    const printed = new Set(wordsOf(written));
    for (const word of wordsOf(textsOf(value).join(" ")))
      if (!printed.has(word)) lost.push(`${number}: ${word}`);
  }
  expect(some.length).toBeGreaterThan(80);
  expect(lost).toEqual([]);
}, 60_000);

const rich = `# Rich

Some ***both*** and **bold with \`code\`**, ~~gone **and bold**~~ and [**a link**](https://example.org/?a=1&b=2 "Its title").

A note.[^1] Again.[^1]

[^1]: The note says *this*.

1. one
   - deep
     1. deeper

       \`\`\`
       code
         more
       \`\`\`
2. two

7) seven

> A quote
> - of a list

| Left | Right |
| :--- | ----: |
| a    |     1 |
`;

test("nested looks have a style that joins them, and nothing is formatted by hand", async () => {
  const { value } = documentOf(rich, { product: "report", file: "t.md" });
  const file = open(await bytesOf(value));
  const body = file.part("word/document.xml");
  const styleOf = (text: string): string | undefined =>
    all(body, "w:r")
      .filter((run) => all(run, "w:t").some((each) => each.text === text))
      .flatMap((run) => all(run, "w:rStyle"))[0]?.attributes["w:val"];
  const joint = styleOf("both") ?? "";
  const style = all(file.part("word/styles.xml"), "w:style").find(
    (each) => each.attributes["w:styleId"] === joint,
  );
  expect(style && all(style, "w:b").length + all(style, "w:i").length).toBe(2);
  expect(styleOf("a link")).toBe("HyperlinkStrong");
  const direct = all(body, "w:rPr").flatMap(({ children }) => children.map(({ name }) => name));
  expect(direct.filter((name) => name !== "w:rStyle" && name !== "w:lang")).toEqual([]);
});

test("ordered lists begin where the source says", async () => {
  const { value } = documentOf(rich, { product: "report", file: "t.md" });
  const file = open(await bytesOf(value));
  const starts = all(file.part("word/numbering.xml"), "w:startOverride").map(
    (each) => each.attributes["w:val"],
  );
  expect(starts).toEqual(["1", "1", "7"]);
});
