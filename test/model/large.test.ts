import { expect, test } from "vitest";
import type { ModelRecord } from "../../src/model/index.ts";
import { select, selectFor } from "../../src/model/index.ts";
import { read } from "./support.ts";

const rows = 10_000;
/** Milliseconds: for slow machines that do other things too. */
const patience = 120_000;

test(
  "a table of ten thousand events is that many records, in order of time",
  () => {
    const day = (index: number): string => {
      const month = 1 + (Math.floor(index / 28) % 12);
      return `${1900 + Math.floor(index / 336)}-${String(month).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`;
    };
    const table = Array.from(
      { length: rows },
      (_, index) => `| e-${index} | Event ${index} | ${day(rows - 1 - index)} |`,
    );
    const { model, diagnostics } = read(
      `# T\n\n## Events {.register records=event}\n\n| Id | Event | Date |\n| --- | --- | --- |\n${table.join("\n")}\n`,
    );
    expect(diagnostics).toEqual([]);
    expect(model.records).toHaveLength(rows);
    const found = select(model, "event", { file: "text.md", line: 1, column: 1 }).value;
    const ids = found.map((one) => (one.kind === "record" ? one.record.id : ""));
    expect(ids[0]).toBe(`e-${rows - 1}`);
    expect(ids.at(-1)).toBe("e-0");
  },
  patience,
);

test(
  "thousands of headings with the same words, faults and conditions are all there",
  () => {
    const many = 2000;
    const parts = Array.from(
      { length: many },
      () =>
        "## Same\n\nText with [words](fact:nothing).\n\n:::only{kind=slides}\n\nHidden.\n\n:::\n",
    );
    const { model, diagnostics } = read(`# T\n\n${parts.join("\n")}`);
    expect(model.root.sections).toHaveLength(many);
    expect(model.root.sections.at(-1)?.id).toBe(`same-${many}`);
    expect(diagnostics).toHaveLength(many);
    const chosen = selectFor(model, { product: "report", format: "pdf", language: "en" });
    expect(chosen.root.sections.every(({ content }) => content.length === 1)).toBe(true);
  },
  patience,
);

test(
  "two records with the same words are told among thousands",
  () => {
    const items = Array.from({ length: 3000 }, (_, index) => `- Partner ${index % 2999}`);
    const { diagnostics, model } = read(
      `# T\n\n## P {.register records=partner}\n\n${items.join("\n")}\n`,
    );
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["record-stands-once"]);
    const titles = new Set(model.records.map((record: ModelRecord) => record.titleText));
    expect(titles.size).toBe(2999);
  },
  patience,
);
