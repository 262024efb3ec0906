import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { textsOf } from "../../src/document/index.ts";
import { squeezed } from "../layout/support.ts";
import { checkPdf } from "../support/pdf/check-pdf.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import type { Tag } from "../support/pdf/tag-tree.ts";
import { tagsOf, tagText } from "../support/pdf/tag-tree.ts";
import { fc, runs } from "../support/property.ts";
import { fromMarkdown, render } from "./support.ts";

/** The examples of the CommonMark specification: every construct, and every odd way to write it. */
const specification = readFileSync(
  new URL("../../node_modules/commonmark-spec/spec.txt", import.meta.url),
  "utf8",
);
const examples = [...specification.matchAll(/^`{32} example\n([\s\S]*?)\n\.\n/gm)].map(
  ([, example = ""]) => example.replaceAll("\u2192", "\t"),
);

const odd = [
  "- [x] done\n- [ ] open\n  1. one\n     - two\n       > three",
  "| a | b |\n|---|--:|\n| 1 |\n| 2 | 3 | 4 |",
  "Text[^n] and again[^n].\n\n[^n]: A note, **bold**.\n\n    Second paragraph.",
  "Term\n: Definition",
  "\u05e9\u05dc\u05d5\u05dd \u{1f6a2} \u65e5\u672c \u00ad x\u00ady",
  "### \n\n###### Six",
  "[to](#nowhere) [](https://example.org) ![](missing.png)",
  `${"unbreakable".repeat(40)}`,
];

const sources = fc
  .array(fc.constantFrom(...examples, ...odd), { minLength: 1, maxLength: 12 })
  .map((parts) => `# Title\n\n${parts.join("\n\n")}\n`);

const products = fc.constantFrom("fact-sheet", "report", "briefing-note");

test.each(["fact-sheet", "report"])("odd texts make a sound %s", async (product) => {
  const { document, bytes } = render(fromMarkdown(`# Title\n\n${odd.join("\n\n")}\n`, product));
  expect(await checkPdf(bytes)).toEqual([]);
  const said = squeezed(tagText(withoutReferences((await readPdf(bytes)).tags)));
  for (const text of textsOf(document)) expect(said).toContain(squeezed(text));
});

test("any Markdown makes a sound file whose tags say all of its text", async () => {
  expect(examples.length).toBeGreaterThan(600);
  await fc.assert(
    fc.asyncProperty(sources, products, async (source, product) => {
      const { document, bytes } = render(fromMarkdown(source, product));
      expect(await checkPdf(bytes)).toEqual([]);
      const { tags, warnings } = await readPdf(bytes);
      expect(warnings).toEqual([]);
      const said = squeezed(tagText(withoutReferences(tags)));
      expect(textsOf(document).filter((text) => !said.includes(squeezed(text)))).toEqual([]);
      expect(tagsOf(tags, "Link").filter((tag) => !contentsOf(tag).every(Boolean))).toEqual([]);
    }),
    { numRuns: runs(12) },
  );
}, 60_000);

/** The numbers of notes are no words of the text. */
function withoutReferences(tag: Tag): Tag {
  const children = tag.children.flatMap((child): Tag["children"] => {
    if (typeof child === "string" || !("children" in child)) return [child];
    return child.role === "Reference" ? [] : [withoutReferences(child)];
  });
  return { ...tag, children };
}

function contentsOf(tag: Tag): readonly string[] {
  return tag.children.flatMap((child) =>
    typeof child !== "string" && "contents" in child ? [child.contents] : [],
  );
}
