import { expect, test } from "vitest";
import type { Block } from "../../src/document/index.ts";
import { documentOf } from "../layout/support.ts";
import type { WordFile } from "./support.ts";
import { bytesOf, onePixel, open, textOfParagraph } from "./support.ts";
import { all } from "./xml.ts";

const figure = (id: string, source: string, alternative: string): Block => ({
  kind: "figure",
  id,
  image: { source, alternative },
});

async function withFigures(...figures: readonly Block[]): Promise<WordFile> {
  const dot = { format: "png", width: 192, height: 96, density: 96, bytes: onePixel } as const;
  return open(await bytesOf(documentOf(figures), { "dot.png": dot }));
}

test("a picture says its alternative text and has its own size", async () => {
  const file = await withFigures(figure("f", "dot.png", 'A "dot" & more'));
  const body = file.part("word/document.xml");
  expect(all(body, "wp:docPr").map((each) => each.attributes["descr"])).toEqual(['A "dot" & more']);
  // 2 by 1 inches, 914,400 units each
  expect(all(body, "wp:extent").map((each) => each.attributes)).toEqual([
    { cx: "1828800", cy: "914400" },
  ]);
  expect(all(body, "adec:decorative")).toEqual([]);
});

test("a picture without words is marked as decorative", async () => {
  const file = await withFigures(figure("f", "dot.png", ""), figure("g", "dot.png", "A dot"));
  const marks = all(file.part("word/document.xml"), "wp:docPr").map(
    (each) => all(each, "adec:decorative")[0]?.attributes["val"],
  );
  expect(marks).toEqual(["1", undefined]);
});

test("where a file is missing its words stand, or nothing", async () => {
  const file = await withFigures(figure("f", "none.png", "Not there"), figure("g", "none.png", ""));
  const body = file.part("word/document.xml");
  expect(all(body, "w:drawing")).toEqual([]);
  expect(all(body, "w:p").map(textOfParagraph)).toEqual(["Not there"]);
});

test("a picture has the size that its author asks for, within its room", async () => {
  const half: Block = {
    kind: "figure",
    id: "f",
    image: { source: "dot.png", alternative: "A dot", width: 36 },
  };
  const huge: Block = { ...half, id: "g", image: { ...half.image, width: 4000 } };
  const file = await withFigures(half, huge);
  const [small, large] = all(file.part("word/document.xml"), "wp:extent");
  // 36 points are half an inch, and the picture is twice as wide as high.
  expect(small?.attributes).toEqual({ cx: "457200", cy: "228600" });
  expect(Number(large?.attributes["cx"])).toBeLessThan(914_400 * 7);
});
