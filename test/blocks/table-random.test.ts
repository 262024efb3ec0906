import { expect, test } from "vitest";
import type { Table } from "../../src/document/index.ts";
import { gridColumns, placedCells } from "../../src/document/index.ts";
import { build } from "../references/support.ts";
import { fc, runs } from "../support/property.ts";
import { beyond, collisions, flow, piled, placeIn, said } from "./support.ts";

const marks = fc.oneof(
  { weight: 5, arbitrary: fc.constant("") },
  fc.integer({ min: 0, max: 12 }).map((count) => ` {colspan=${count}}`),
  fc.integer({ min: 0, max: 12 }).map((count) => ` {rowspan=${count}}`),
  fc
    .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
    .map(([columns, rows]) => ` {colspan=${columns} rowspan=${rows}}`),
);
const cell = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(
      fc.constantFrom("word", "1.5", "12", "two words", "Interoperability"),
      marks,
    ),
  },
  { weight: 2, arbitrary: fc.constant(["", ""] as const) },
  { weight: 2, arbitrary: fc.constant(["^^", ""] as const) },
);
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 14,
});

/** The table as Markdown; each cell has a number of its own, so that none passes for another. */
function written(
  cells: readonly (readonly (readonly [string, string])[])[],
  heads: number,
): string {
  let count = 0;
  const width = cells[0]?.length ?? 1;
  const lines = cells.map((row) => {
    const texts = row.map(([text, spans]) => {
      count += 1;
      return text === "" || text === "^^" ? text : `c${count}x ${text}${spans}`;
    });
    return `| ${texts.join(" | ")} |`;
  });
  const marksOf = Array.from({ length: width }, (_, index) => (index % 2 === 0 ? "-" : "-:")).join(
    " | ",
  );
  return `# T\n\n${[lines[0], `| ${marksOf} |`, ...lines.slice(1)].join("\n")}\n\n{header-rows=${heads} .striped}\n`;
}

const tableIn = (markdown: string): Table | undefined =>
  build(markdown).document.content.find((block) => block.kind === "table");

/** Its body needs seven columns, once that of the head has given it more room than it asked for. */
const widened: readonly (readonly (readonly [string, string])[])[] = [
  [
    ["word", " {colspan=3}"],
    ["word", ""],
    ["", ""],
    ["^^", ""],
  ],
  [
    ["word", " {colspan=4}"],
    ["word", " {colspan=2 rowspan=2}"],
    ["", ""],
    ["word", ""],
  ],
  [["", ""]],
];

test("any spans make a grid without holes, in which every word stands once", () => {
  fc.assert(
    fc.property(
      rows,
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom("report", "fact-sheet"),
      (cells, heads, product) => {
        const markdown = written(cells, heads);
        const table = tableIn(markdown);
        if (table === undefined) return;
        const columns = gridColumns(table);
        for (const part of ["head", "body"] as const) {
          const covered = placedCells(table[part], columns).flatMap((row, index) =>
            row.flatMap(({ column, columnSpan, rowSpan }) =>
              Array.from({ length: rowSpan }, (_, down) =>
                Array.from(
                  { length: columnSpan },
                  (__, right) => `${index + down} ${column + right}`,
                ),
              ).flat(),
            ),
          );
          expect(covered).toHaveLength(table[part].length * columns);
          expect(new Set(covered).size).toBe(covered.length);
        }
        const place = placeIn(product);
        const items = piled(flow(table, place));
        // GFM drops cells of a row that are more than the first row has.
        const width = cells[0]?.length ?? 0;
        const kept = cells.map((row) => row.slice(0, width));
        const numbers = written(cells, heads).match(/c\d+x/g) ?? [];
        const text = said(items);
        const expected = kept.flat().filter(([each]) => each !== "" && each !== "^^").length;
        const found = numbers.filter((number) => text.includes(number));
        expect(found.length).toBeGreaterThanOrEqual(expected);
        expect(new Set(text.match(/c\d+x/g)).size).toBe((text.match(/c\d+x/g) ?? []).length);
        expect(collisions(items)).toEqual([]);
        expect(beyond(items, place.context.width)).toBeLessThan(0.02);
      },
    ),
    { numRuns: runs(120), examples: [[widened, 1, "report"]] },
  );
});
