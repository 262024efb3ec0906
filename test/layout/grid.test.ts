import { expect, test } from "vitest";
import type { DocumentTree } from "../../src/document/index.ts";
import { visitNodes } from "../../src/document/index.ts";
import type { Theme } from "../../src/theme/index.ts";
import { fc, runs } from "../support/property.ts";
import { lay } from "./laid.ts";
import { contentOf, recipe } from "./random-documents.ts";
import { documentOf, paragraph, sample, section, sentences, themeOf } from "./support.ts";

const printed = themeOf("fact-sheet", "print");
const step = (printed.styles["body"] as Theme["styles"][string]).leading;

/** Ids of paragraphs that stand in the text itself: not in boxes, tables and the like, nor in another style. */
function bodyIds(document: DocumentTree): ReadonlySet<string> {
  const boxed = new Set<string>();
  const ids = new Set<string>();
  visitNodes(document.content, (node) => {
    const kind = String(node["kind"]);
    if (/^(?:table|callout|cards|columns|timeline|decision|quickFacts|group)$/.test(kind)) {
      visitNodes(node, (inner) => void boxed.add(String(inner["id"])));
    }
    if (kind === "paragraph" && node["role"] === undefined) ids.add(String(node["id"]));
  });
  return new Set([...ids].filter((id) => !boxed.has(id)));
}

/** How far each line of body text stands from the grid of the first of its page, points. */
function offGrid(document: DocumentTree, theme: Theme): readonly number[] {
  const ids = bodyIds(document);
  return lay(document, theme).trace.flatMap(({ lines }) => {
    const own = lines.filter(({ node, part }) => part === undefined && ids.has(node ?? ""));
    const first = own[0]?.y ?? 0;
    return own.map(({ y }) => {
      const steps = (y - first) / step;
      return Math.abs(steps - Math.round(steps)) * step;
    });
  });
}

const largest = (distances: readonly number[]): number => Math.max(0, ...distances);

test("lines of the printed fact sheet stand side by side in both columns", () => {
  const distances = offGrid(sample("fact-sheet"), printed);
  expect(distances.length).toBeGreaterThan(60);
  expect(largest(distances)).toBeLessThan(0.01);
});

test("without the grid they do not", () => {
  const { grid: _grid, ...page } = printed.page;
  const distances = offGrid(sample("fact-sheet"), { ...printed, page });
  expect(largest(distances)).toBeGreaterThan(1);
});

test("lines of any text stand on one grid on each page, whatever stands between", () => {
  fc.assert(
    fc.property(fc.array(recipe, { minLength: 3, maxLength: 12 }), (recipes) => {
      const { content, notes } = contentOf(recipes);
      const document = documentOf([paragraph("first", sentences(40)), ...content], { notes });
      expect(largest(offGrid(document, printed))).toBeLessThan(0.01);
    }),
    { numRuns: runs(60) },
  );
});

test("the grid puts space above a heading, never between it and its text", () => {
  const content = Array.from({ length: 12 }, (_, index) =>
    section(`s${index}`, 1, `Heading ${index}`, [
      paragraph(`p${index}`, sentences(2 + (index % 3), index)),
    ]),
  );
  const { trace } = lay(documentOf(content), printed);
  const [h2, body] = ["h2", "body"].map((name) => printed.styles[name] as Theme["styles"][string]);
  const wanted = ((h2?.leading ?? 0) + (body?.leading ?? 0)) / 2 + (h2?.after ?? 0);
  for (const { lines } of trace) {
    lines.forEach((line, index) => {
      if (line.node?.endsWith("-heading") !== true || index === 0) return;
      const next = lines[index + 1];
      if (next?.x !== line.x || lines[index - 1]?.x !== line.x) return;
      // The two are set in different sizes, so that their baselines stand otherwise in their lines.
      expect(Math.abs(next.y - line.y - wanted)).toBeLessThan(2);
    });
  }
  expect(trace.length).toBeGreaterThan(0);
});

test("columns of the last page end within a line of each other", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 6, maxLength: 40 }),
      (sizes) => {
        const content = sizes.map((size, index) => paragraph(`p${index}`, sentences(size, index)));
        const last = lay(documentOf(content), printed).trace.at(-1);
        const own = last?.lines.filter(({ node }) => node !== undefined) ?? [];
        const feet = [own.filter(({ x }) => x < 300), own.filter(({ x }) => x > 300)].map((lines) =>
          Math.max(...lines.map(({ y }) => y)),
        );
        if (own.length < 8) return;
        // A paragraph of three lines is not parted.
        expect(Math.abs((feet[0] ?? 0) - (feet[1] ?? 0))).toBeLessThan(2 * step + 0.1);
      },
    ),
    { numRuns: runs(40) },
  );
});
