import { expect, test } from "vitest";
import type { CodeBlock } from "../../src/document/index.ts";
import { highlight } from "../../src/highlight/index.ts";
import { bytesOf, open } from "../docx/support.ts";
import { all } from "../docx/xml.ts";
import { squeezed, themeOf } from "../layout/support.ts";
import { fromMarkdown, render } from "../pdf/support.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import { tagsOf, tagText } from "../support/pdf/tag-tree.ts";

const source =
  '# T\n\n```js\n// why\nconst a = "b" + 1;\n\tf(a);\n```\n\n```nolanguage\nconst x\n```\n\n```\nplain\n```\n';

function blocksOf(markdown: string): readonly CodeBlock[] {
  const { content } = highlight(fromMarkdown(markdown, "report"));
  return content.filter((block): block is CodeBlock => block.kind === "codeBlock");
}

test("code has its tokens, which are the code and no more", () => {
  const [known, unknown, unnamed] = blocksOf(source);
  expect(known?.tokens?.map(({ text }) => text).join("")).toBe(known?.code);
  expect(known?.tokens?.filter(({ role }) => role !== undefined)).toEqual([
    { text: "// why", role: "comment" },
    { text: "const", role: "keyword" },
    { text: '"b"', role: "string" },
    { text: "1", role: "number" },
    { text: "f", role: "name" },
  ]);
  expect([unknown?.tokens, unnamed?.tokens]).toEqual([undefined, undefined]);
});

test("very long code has no colours, and is all there", () => {
  const [long] = blocksOf(`\`\`\`js\n${"let a = 1;\n".repeat(6000)}\`\`\`\n`);
  expect(long?.tokens).toBeUndefined();
  expect(long?.code).toHaveLength(65_999);
});

/** WCAG 2.1, relative luminance and contrast. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test("every colour of code can be read on the tint behind it", () => {
  const { colours, blocks } = themeOf("report");
  const low = Object.entries(colours).filter(
    ([name, colour]) => name.startsWith("code-") && contrast(colour, blocks.box.fill) < 4.5,
  );
  expect(low).toEqual([]);
  expect(Object.keys(colours).filter((name) => name.startsWith("code-"))).toHaveLength(9);
});

test("in PDF code is one element with its words, in colours; a line that goes on is whole", async () => {
  const long = `const text = "${"word ".repeat(40)}";`;
  const { bytes, pages } = render(
    highlight(fromMarkdown(`# T\n\n\`\`\`js\n${long}\n\`\`\`\n`, "report")),
  );
  const { tags } = await readPdf(bytes);
  const [code, second] = tagsOf(tags, "Code");
  expect(second).toBeUndefined();
  expect(squeezed(tagText(code ?? tags))).toBe(squeezed(long));
  const painted = pages.flatMap(({ items }) => items).filter((item) => item.kind === "glyphs");
  const { colours } = themeOf("report");
  const used = new Set(painted.map(({ colour }) => colour));
  expect(
    [colours["code-keyword"], colours["code-string"]].map((colour) => used.has(colour ?? "")),
  ).toEqual([true, true]);
});

test("in Word code has character styles, and each is defined", async () => {
  const file = open(await bytesOf(highlight(fromMarkdown(source, "report"))));
  const used = all(file.part("word/document.xml"), "w:rStyle")
    .map(({ attributes }) => attributes["w:val"])
    .filter((name) => name?.startsWith("Code"));
  expect([...new Set(used)].sort()).toEqual([
    "CodeComment",
    "CodeKeyword",
    "CodeName",
    "CodeNumber",
    "CodeString",
  ]);
  const defined = all(file.part("word/styles.xml"), "w:style").map(
    ({ attributes }) => attributes["w:styleId"],
  );
  expect(used.filter((name) => !defined.includes(name))).toEqual([]);
});

test("code of a document that is set again is the same block as before", () => {
  const document = fromMarkdown(source, "report");
  expect(highlight(document).content).toEqual(highlight(document).content);
  expect(highlight(document).content[1]).toBe(highlight(document).content[1]);
});
