import { expect, test } from "vitest";
import { checkPdf } from "../support/pdf/check-pdf.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import { tagLines } from "../support/pdf/tag-tree.ts";
import { fromMarkdown, render } from "./support.ts";

test("words in brackets are said in their language, and small capitals as the letters that they are", async () => {
  const source = "# T\n\nThe [raison d'être]{lang=fr} of [Small]{.smallcaps} [words]{.c}.\n";
  const { bytes } = render(fromMarkdown(source, "report"));
  expect(await checkPdf(bytes)).toEqual([]);
  const { tags, pages } = await readPdf(bytes);
  const lines = tagLines(tags).map((line) => line.trim());
  expect(lines).toEqual(expect.arrayContaining(['Span fr-CA "raison d\'être"', 'Span "Small"']));
  expect(pages[0]?.text).toContain("The raison d'être of Small words.");
});
