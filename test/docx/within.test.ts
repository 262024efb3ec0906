import { expect, test } from "vitest";
import { documentOf } from "../template/support.ts";
import { bytesOf, open, textOfParagraph } from "./support.ts";
import type { XmlElement } from "./xml.ts";
import { all, attributeOf } from "./xml.ts";

const source = `# T

## S

- one
  - two

    \`\`\`
    code in two
    \`\`\`

    | a |
    | - |
    | b |

> quoted
>
> > quoted within

> [!NOTE]
> In a box
>
> - an item
>   - an item within

\`\`\`
code
\`\`\`
`;

const { value } = documentOf(source, { product: "report", file: "t.md" });
const made = bytesOf(value).then(open);

/** Twips from the left margin to the text, and to the edge of its ground. */
async function placeOf(text: string): Promise<{ readonly text: number; readonly ground: number }> {
  const file = await made;
  const paragraph = all(file.part("word/document.xml"), "w:p").find(
    (each) => textOfParagraph(each) === text,
  );
  const id = attributeOf(paragraph as XmlElement, "w:pStyle");
  const style = all(file.part("word/styles.xml"), "w:style").find(
    ({ attributes }) => attributes["w:styleId"] === id,
  ) as XmlElement;
  const [indent] = all(style, "w:ind");
  const [border] = all(style, "w:pBdr").flatMap((each) => all(each, "w:left"));
  const left = Number(indent?.attributes["w:left"]);
  const hanging = Number(indent?.attributes["w:hanging"] ?? 0);
  const ground = left - hanging - Number(border?.attributes["w:space"] ?? 0) * 20;
  return { text: left, ground };
}

test("code and tables in an item of a list stand where its text does", async () => {
  const item = await placeOf("two");
  expect((await placeOf("code in two")).ground).toBe(item.text);
  const [table] = all((await made).part("word/document.xml"), "w:tbl");
  expect(all(table as XmlElement, "w:tblInd")[0]?.attributes["w:w"]).toBe(String(item.text));
});

test("each quotation stands farther in than the one around it", async () => {
  const outer = await placeOf("quoted");
  expect((await placeOf("quoted within")).text).toBeGreaterThan(outer.text);
});

test("the ground of a box and of code has straight edges, and keeps within the margins", async () => {
  const label = await placeOf("Note");
  const texts = ["In a box", "an item", "an item within"];
  for (const text of texts) expect((await placeOf(text)).ground).toBe(label.ground);
  expect(label.text).toBeGreaterThan(label.ground);
  expect((await placeOf("code")).ground).toBe(0);
});

test("links find the names of what stands first in an item, a quotation, a box, a cell and a note", async () => {
  const names = ["item", "quoted", "boxed", "cell", "noted", "term"];
  const { value: named } = documentOf(
    `# T

${names.map((name) => `[${name}](#${name})`).join(" ")} and a note.[^n]

- <a id="item"></a>Item

> <a id="quoted"></a>Quoted

> [!NOTE]
> <a id="boxed"></a>Boxed

| a |
| - |
| <a id="cell"></a>Cell |

Term
: <a id="term"></a>Description

[^n]: <a id="noted"></a>Note.
`,
    { product: "report", file: "t.md" },
  );
  const file = await bytesOf(named).then(open);
  const paths = [...file.paths].filter((path) => /^word\/\w+\.xml$/.test(path));
  const parts = paths.map((path) => file.part(path));
  const marks = parts.flatMap((part) =>
    all(part, "w:bookmarkStart").map(({ attributes }) => attributes["w:name"]),
  );
  const anchors = parts.flatMap((part) =>
    all(part, "w:hyperlink").flatMap(({ attributes }) => attributes["w:anchor"] ?? []),
  );
  expect(anchors.length).toBeGreaterThanOrEqual(names.length);
  expect(anchors.filter((anchor) => !marks.includes(anchor))).toEqual([]);
});
