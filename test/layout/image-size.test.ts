import { expect, test } from "vitest";
import { build } from "../references/support.ts";
import { lay } from "./laid.ts";

// chart.png is 640 by 400 pixels of 1/96 inch: 480 by 300 points. The text of a report is 348 points wide.

const sizes = (source: string): readonly (readonly [width: number, height: number])[] => {
  const { pages } = lay(build(source).document);
  return pages.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.kind === "image" ? [[Math.round(item.width), Math.round(item.height)] as const] : [],
    ),
  );
};

test.each([
  ["![A](chart.png)", 348, 218],
  ["![A](chart.png){width=50%}", 174, 109],
  ["![A](chart.png){width=160}", 120, 75],
  ["![A](chart.png) {width=160}", 120, 75],
  ["![A](chart.png){width=160px}", 120, 75],
  ["![A](chart.png){height=1in}", 115, 72],
  ["![A](chart.png){width=5cm height=1in}", 115, 72],
  ["![A](chart.png){width=200%}", 348, 218],
  ["![A](chart.png){width=30cm}", 348, 218],
  ['<img src="chart.png" alt="A" width="160">', 120, 75],
  ['<p align="center"><img src="chart.png" alt="A" width="50%"></p>', 174, 109],
  ["In the line ![A](chart.png){height=12} stands one.", 14, 9],
])("%s is %i points wide and %i high", (image, width, height) => {
  const source = `# Title\n\nOpening.\n\n## Part\n\n${image}\n`;
  expect(sizes(source)).toEqual([[width, height]]);
  expect(build(source).rules).not.toContain("attribute-is-known");
});

test("a size that is none is told, and the image stands in its own", () => {
  const source = "# Title\n\nOpening.\n\n## Part\n\n![A](chart.png){width=wide}\n";
  expect(build(source).rules).toContain("image-size-is-known");
  expect(sizes(source)).toEqual([[348, 218]]);
});
