import { expect, test } from "vitest";
import { build } from "../references/support.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import { tagsOf, tagText } from "../support/pdf/tag-tree.ts";
import { render } from "./support.ts";

/** What pdf.js and qpdf find in the file of a source. */
async function read(markdown: string) {
  const { document } = build(markdown);
  const { bytes, rules } = render(document);
  return { ...(await readPdf(bytes)), rules };
}

const filling = Array.from(
  { length: 40 },
  (_, index) =>
    `Paragraph ${index} says what has to be said, at some length, so that there are pages.`,
).join("\n\n");

const source = `---
numbering: 2
page-numbers: {front: roman, annexes: lettered}
---
# Title

See [](#tbl-far) on [page {page}](#tbl-far), and [](#wide).

:::list-of-tables[Tables]
:::

<!-- pagebreak -->

## Text

${filling}

### Far

| A | B |
| - | - |
| 1 | 2 |

{#tbl-far caption="Far away"}

### Wide {#wide .landscape}

Within the wide part.
`;

test("viewers show the numbers that are printed, and pages on their side", async () => {
  const { pages, labels, warnings } = await read(source);
  expect(labels[0]).toBe("i");
  expect(labels.slice(1, 4)).toEqual(["1", "2", "3"]);
  const sizes = pages.map(({ width, height }) => [width, height]);
  expect(sizes.at(-1)).toEqual([792, 612]);
  expect(sizes[0]).toEqual([612, 792]);
  expect(warnings).toEqual([]);
});

test("references lead to the page that they name", async () => {
  const { pages, labels } = await read(source);
  const links = pages
    .flatMap((page) => page.links)
    .filter(({ destination }) => destination === "tbl-far");
  // Two in the text, one in the list of tables.
  expect(links).toHaveLength(3);
  const [page] = new Set(links.map((link) => link.page));
  const label = labels[(page ?? 0) - 1];
  expect(pages.map(({ text }) => text).join("\n")).toContain(`page ${label}`);
  expect(pages[(page ?? 0) - 1]?.text).toContain("Far away");
});

test("the numbers of sections stand in headings and in the outline", async () => {
  const { tags, outline } = await read(source);
  const headings = ["H2", "H3"]
    .flatMap((type) => tagsOf(tags, type))
    .map((tag) => tagText(tag).replace(/\s+/g, " "));
  expect(headings).toEqual(expect.arrayContaining(["1 Text", "1.1 Far", "1.2 Wide"]));
  expect(outline.map(({ title }) => title.replace(/\s+/g, " "))).toContain("1 Text");
});

test("a note over pages is one note, and a continued table one table", async () => {
  const rows = Array.from({ length: 70 }, (_, index) => `| Port ${index} | ${index}.5 |`).join(
    "\n",
  );
  const note = "The note explains it at length, with all its sources and doubts. ".repeat(90);
  const { tags, pages } = await read(
    `# T\n\nText.[^1]\n\n[^1]: Begins. ${note} Ends.\n\n${filling}\n\n| Name | Value |\n| - | -: |\n${rows}\n\n{caption="Ports"}\n`,
  );
  expect(tagsOf(tags, "Note")).toHaveLength(1);
  expect(pages.filter(({ text }) => text.includes("sources and doubts")).length).toBeGreaterThan(1);
  expect(tagsOf(tags, "Table")).toHaveLength(1);
  expect(tagsOf(tags, "TH").map((tag) => tagText(tag))).toEqual(["Name", "Value"]);
  expect(pages.filter(({ text }) => text.includes("(continued)")).length).toBeGreaterThan(0);
  expect(tagText(tags)).not.toContain("(continued)");
});
