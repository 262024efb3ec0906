import { expect, test } from "vitest";
import { layOut } from "../../src/layout/index.ts";
import { renderDocx } from "../../src/render/docx/index.ts";
import { open } from "../docx/support.ts";
import type { XmlElement } from "../docx/xml.ts";
import { all } from "../docx/xml.ts";
import { assetsOf, themeOf } from "../layout/support.ts";
import { documentOf } from "../template/support.ts";

const source = `---
title: Harbour works and who paid for them
---

# Harbour works and who paid for them

## Narrow

| Work | Cost |
| ---- | ---: |
| Dredging | 10 |

## Wide

| Programme | Branch | Objective | First year | Second year | Notes |
| --- | --- | --- | ---: | ---: | --- |
| Coastal mapping | Science | Map the whole coast at one metre with new sonar | 1,200 | 1,150 | Depends on ships |

: Programmes

## On its side {.landscape}

| Programme | Branch | Objective | First year | Second year | Notes |
| --- | --- | --- | ---: | ---: | --- |
| Coastal mapping | Science | Map the whole coast at one metre with new sonar in all of the harbours of the north and of the south | 1,200 | 1,150 | Depends on ships |
`;

async function made() {
  const { value: document } = documentOf(source, { product: "report", file: "t.md" });
  const theme = themeOf("report");
  const assets = assetsOf(theme);
  const { pages, facts } = layOut(document, theme, assets).value;
  const bytes = await renderDocx(document, theme, facts, assets, () => undefined);
  return { pages, theme, word: open(bytes) };
}

test("columns of tables are where they are in the PDF", async () => {
  const { pages, theme, word } = await made();
  const laid = pages.flatMap(({ items }) =>
    items.flatMap((item) => {
      if (item.kind !== "box" || item.columns === undefined) return [];
      const { from, widths } = item.columns;
      return [[item.x + from - theme.page.margins.left, ...widths].map(twips)];
    }),
  );
  const written = all(word.part("word/document.xml"), "w:tbl").map((table) => [
    Number(all(table, "w:tblInd")[0]?.attributes["w:w"] ?? 0),
    ...all(table, "w:gridCol").map(({ attributes }) => Number(attributes["w:w"])),
  ]);
  expect(written).toEqual(laid);
  // Some stand in the column of the text, some begin at the margin.
  expect(written.map(([left]) => left === 0)).toEqual([false, true, true]);
});

const twips = (points: number): number => Math.round(points * 20);

test("the lines of a title are about equally long in Word too", async () => {
  const { theme, word } = await made();
  const title = all(word.part("word/styles.xml"), "w:style").find(
    ({ attributes }) => attributes["w:styleId"] === "Title",
  ) as XmlElement;
  const right = Number(all(title, "w:ind")[0]?.attributes["w:right"]);
  const { margins, width } = theme.page;
  // Two lines of a title need more than half of the width, and these do not need all of it.
  expect(right).toBeGreaterThan(twips(30));
  expect(right).toBeLessThan(twips((width - margins.left - margins.right) / 2));
});
