import { expect, test } from "vitest";
import type { Block, Figure } from "../../src/document/index.ts";
import type { TracePage } from "../../src/layout/index.ts";
import { lay } from "./laid.ts";
import { documentOf, paragraph, section, sentences, words } from "./support.ts";

// Where feet of pages may be empty, and what stands near what.

/** Foot of the region of a report's page, and the height of its lines, points. */
const regionFoot = 738;
const leading = 16;

const figure = (id: string): Figure => ({
  kind: "figure",
  id,
  fixed: true,
  image: { source: "chart.png", alternative: "A chart" },
  caption: { kind: "caption", id: `${id}-caption`, children: words(`Caption of ${id}`) },
});

const text = (count: number, from = 0): readonly Block[] =>
  Array.from({ length: count }, (_, index) =>
    paragraph(`p${from + index}`, sentences(3, (from + index) * 3)),
  );

/** Lines that have room below the text of a page. */
const emptyLines = (page: TracePage | undefined): number => {
  const own = (page?.lines ?? []).filter(({ node }) => node !== undefined);
  return (regionFoot - Math.max(...own.map(({ y }) => y))) / leading;
};

test("the foot that a figure leaves empty is not shared with the pages before", () => {
  let holes = 0;
  for (let count = 14; count < 46; count += 1) {
    const after = section("s", 1, "Figures", [figure("f"), figure("g"), ...text(8, 100)]);
    const { trace, pages } = lay(documentOf([...text(count), after]));
    const shown = pages.findIndex((page) => page.items.some((item) => item.kind === "image"));
    const before = trace[shown - 1];
    if (before === undefined || emptyLines(before) < 6) continue;
    holes += 1;
    for (const page of trace.slice(0, shown - 1)) expect(emptyLines(page)).toBeLessThan(4.5);
  }
  expect(holes).toBeGreaterThan(2);
});

test("a last page takes over at most four lines of a page before it", () => {
  for (let count = 8; count < 22; count += 1) {
    const { trace } = lay(documentOf(text(count)));
    for (const page of trace.slice(0, -1)) expect(emptyLines(page)).toBeLessThan(7);
  }
});

test("a caption stands nearer to its figure than to the text after it", () => {
  const { pages, trace } = lay(documentOf([figure("f"), ...text(2)]));
  const image = pages[0]?.items.find((item) => item.kind === "image");
  const caption = trace[0]?.lines.find(({ node }) => node === "f-caption");
  const next = trace[0]?.lines.find(({ node }) => node === "p0");
  if (image?.kind !== "image" || !caption || !next) throw new Error("Something is not there.");
  const above = caption.y - (image.y + image.height);
  expect(above).toBeGreaterThan(caption.size);
  expect(above).toBeLessThan((next.y - caption.y) * 0.75);
});
