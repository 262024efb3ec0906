import { expect, test } from "vitest";
import type { Block, DocumentTree } from "../../src/document/index.ts";
import { lay } from "./laid.ts";
import {
  documentOf,
  landscapeReport,
  overlaps,
  paragraph,
  section,
  sentences,
  words,
} from "./support.ts";

const wideSection = (count: number): Block => ({
  ...section("s", 1, "Wide", [paragraph("p", sentences(count))]),
  landscape: true,
});

test("a theme gives pages in landscape margins, frames and columns of their own", () => {
  const running: DocumentTree["running"] = [
    {
      kind: "running",
      id: "right",
      frame: "footer-right",
      pages: "all",
      children: words("Right foot"),
    },
    {
      kind: "running",
      id: "left",
      frame: "footer-left",
      pages: "all",
      children: words("Left foot"),
    },
  ];
  const document = { ...documentOf([wideSection(60)]), running };
  const boxes = (landscape: string) => {
    const { value, diagnostics } = landscapeReport(landscape);
    expect(diagnostics).toEqual([]);
    const { pages, trace } = lay(document, value);
    for (const page of pages) expect(overlaps(page)).toEqual([]);
    const lines = trace.flatMap((page) => page.lines);
    const foot = (text: string) => lines.find((line) => line.text === text);
    const own = lines.filter(({ node }) => node === "p");
    return {
      left: Math.min(...own.map(({ x }) => x)),
      right: Math.max(...own.map(({ x, width }) => x + width)),
      columns: new Set(own.map(({ x }) => Math.round(x))).size,
      rightFoot: (foot("Right foot")?.x ?? 0) + (foot("Right foot")?.width ?? 0),
      leftFoot: foot("Left foot")?.x ?? 0,
      footLine: foot("Right foot")?.y ?? 0,
    };
  };
  // The text strip of a report begins 120 points to the right of its margin.
  const narrow = boxes("{margins: {left: 40, right: 100}}");
  expect(narrow.left).toBeCloseTo(160, 0);
  expect(narrow.right).toBeGreaterThan(692 - 60);
  expect(narrow.right).toBeLessThanOrEqual(692.5);
  expect([narrow.leftFoot, narrow.rightFoot].map(Math.round)).toEqual([40, 692]);
  const moved = boxes("{frames: {footer-right: {x: 500, y: 560}}}");
  expect(Math.round(moved.rightFoot)).toBe(600);
  expect(moved.footLine).toBeGreaterThan(560);
  expect(moved.footLine).toBeLessThan(574);
  expect(Math.round(moved.leftFoot)).toBe(72);
  const column = (x: number) => `{x: ${x}, y: 62, width: 310, height: 480, column: true}`;
  const columns = boxes(`{balance: true, regions: [${column(72)}, ${column(410)}]}`);
  expect([columns.columns, Math.round(columns.left)]).toEqual([2, 72]);
});

test.each([
  [
    "{frames: {footer-rigth: {y: 560}}}",
    'The field "footer-rigth" is not known here.',
    'Did you mean "footer-right", "footer-left"?',
  ],
  ["{margin: {left: 40}}", 'The field "margin" is not known here.', 'Did you mean "margins"?'],
  [
    "{frames: {footer-right: {y: 700}}}",
    'The frame "footer-right" is not on pages in landscape.',
    "A page in landscape is 792 points wide and 612 high.",
  ],
  [
    "{margins: {left: 400, right: 390}}",
    "The margins of pages in landscape leave no room for text.",
    "A page in landscape is 792 points wide and 612 high.",
  ],
  [
    "{regions: [{x: 72, y: 62, width: 468, height: 676}]}",
    "A region of pages in landscape is too small, or not on the page.",
    "A page in landscape is 792 points wide and 612 high.",
  ],
  [
    "{margins: {left: wide}}",
    'The field "left" takes a number of points, or a multiple of the line such as "0.5b".',
    undefined,
  ],
])("%s is told with its place", (landscape, message, hint) => {
  const { diagnostics } = landscapeReport(landscape);
  expect(diagnostics.map((each) => [each.message, each.hints[0]])).toEqual([[message, hint]]);
  expect(diagnostics[0]?.place?.line).toBe(10);
});
