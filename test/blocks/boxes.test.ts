import { expect, test } from "vitest";
import type { Decision, KeyValues, QuickFacts } from "../../src/document/index.ts";
import { fc, runs } from "../support/property.ts";
import {
  beyond,
  boxes,
  cards,
  collisions,
  flow,
  glyphs,
  heading,
  paragraph,
  piled,
  placeIn,
  said,
  saidBy,
  words,
} from "./support.ts";

const facts = (values: readonly (readonly [string, string])[]): QuickFacts => ({
  kind: "quickFacts",
  id: "facts",
  heading: heading("facts-heading", "Quick facts"),
  facts: values.map(([label, value], index) => ({
    kind: "quickFact",
    id: `fact${index}`,
    label: words(label),
    value: words(value),
  })),
});

const seed: readonly (readonly [string, string])[] = [
  ["First formal political-security framework", "November 14, 2010"],
  ["First 2+2 Dialogue", "August 29, 2011"],
  ["Current implementing partners of Military Training & Cooperation", "7"],
  ["Next 2+2 Dialogue", "Fall 2012"],
];

const baseline = (
  items: ReturnType<typeof piled>,
  node: string,
  part: string,
): number | undefined =>
  glyphs(items).find((run) => "node" in run.tag && run.tag.node === node && run.tag.part === part)
    ?.y;

const linesOf = (items: ReturnType<typeof piled>, node: string, part?: string): number =>
  new Set(
    glyphs(items)
      .filter((run) => "node" in run.tag && run.tag.node === node && run.tag.part === part)
      .map((run) => run.y),
  ).size;

test("quick facts are one tinted box with an accent rule on top, each value on a line", () => {
  const items = flow(facts(seed), placeIn("fact-sheet", "accessible", 148));
  expect(items).toHaveLength(1);
  const [box] = items;
  const drawn = boxes(box?.items ?? []);
  expect(drawn[0]).toMatchObject({ x: 0, y: 0, width: 148, height: box?.height, colour: "F3F1EB" });
  expect(drawn[1]).toMatchObject({ x: 0, y: 0, width: 148, height: 3, colour: "0B4F6C" });
  expect(drawn.slice(2).map(({ x, width, height }) => [x, width, height])).toEqual(
    seed.map(() => [12, 124, 0.5]),
  );
  for (const index of seed.keys())
    expect(linesOf(box?.items ?? [], `fact${index}`, "value")).toBe(1);
  expect(said(box?.items ?? [])).toBe(`Quickfacts${seed.flat().join("")}`.replaceAll(" ", ""));
});

test("in a grid the values of a row stand on one baseline, whatever their labels need", () => {
  const [box] = flow(facts(seed), placeIn("fact-sheet", "print", 243));
  const items = box?.items ?? [];
  expect(linesOf(items, "fact0", "value")).toBe(1);
  expect(baseline(items, "fact0", "value")).toBe(baseline(items, "fact1", "value"));
  expect(baseline(items, "fact2", "value")).toBe(baseline(items, "fact3", "value"));
  expect(linesOf(items, "fact2", "label")).toBeGreaterThan(linesOf(items, "fact3", "label"));
  expect(collisions(items)).toEqual([]);
});

test("a value that is wider than the box takes two lines at the same size", () => {
  const [box] = flow(
    facts([["When", "As soon as practicable in 2012"]]),
    placeIn("fact-sheet", "accessible", 148),
  );
  const items = box?.items ?? [];
  expect(linesOf(items, "fact0", "value")).toBe(2);
  expect(beyond(items, 136)).toBeLessThan(0.01);
  expect(new Set(glyphs(items).map((run) => run.size))).toEqual(new Set([12, 9.5, 15]));
});

const routing = (entries: readonly (readonly [string, string])[]): KeyValues => ({
  kind: "keyValues",
  id: "routing",
  entries: entries.map(([label, value], index) => ({
    kind: "keyValue",
    id: `kv${index}`,
    label: words(label),
    value: value === "" ? [] : [paragraph(`kv${index}p`, value)],
  })),
});

test("a routing block has its values on the second edge between hairlines, and stays whole", () => {
  const rows = flow(
    routing([
      ["To", "The Minister"],
      ["From", ""],
      ["Subject", "Relations"],
    ]),
    placeIn("briefing-note"),
  );
  expect(rows.map((row) => row.height)).toEqual([18.5, 17.5, 18]);
  expect(rows.slice(0, 2).every((row) => row.penalty >= 100_000)).toBe(true);
  expect(rows.map((row) => boxes(row.items).map((box) => box.height))).toEqual([
    [1, 0.5],
    [0.5],
    [1],
  ]);
  const value = glyphs(rows[0]?.items ?? []).find((run) => run.text === "The Minister");
  expect(value?.x).toBe(96);
  expect(value?.face).toBe("note/400");
  expect(saidBy(rows[1]?.items ?? [], "kv1", "label")).toBe("From");
});

test("in a narrow place a value stands under its label; a long block may be parted", () => {
  const narrow = piled(
    flow(
      routing([["Subject", "Canada-Japan Defence Relations"]]),
      placeIn("briefing-note", "accessible", 120),
    ),
  );
  expect(glyphs(narrow).every((run) => run.x < 96)).toBe(true);
  expect(collisions(narrow)).toEqual([]);
  const many = Array.from(
    { length: 40 },
    (_, index) => [`Label ${index}`, `Value ${index}`] as const,
  );
  const rows = flow(routing(many), placeIn("briefing-note"));
  expect(rows.some((row) => row.penalty === 0)).toBe(true);
});

const decision = (
  choices: readonly string[],
  texts: readonly (string | undefined)[] = [undefined],
): Decision => ({
  kind: "decision",
  id: "decision",
  heading: heading("decision-heading", "Decision"),
  rows: texts.map((text, index) => ({
    kind: "decisionRow",
    id: `row${index}`,
    choices: choices.map(words),
    ...(text === undefined ? {} : { text: words(text) }),
  })),
  fields: [
    { kind: "decisionField", id: "signature", label: words("Signature") },
    {
      kind: "decisionField",
      id: "name",
      label: words("Name and title"),
      value: words("to be completed"),
    },
  ],
});

test("a decision has boxes that say what they are, and a line to sign on", () => {
  const pieces = flow(decision(["Noted", "Please discuss"]), placeIn("briefing-note"));
  const items = piled(pieces);
  const choices = items.filter((item) => item.kind === "outline");
  expect(choices.map((box) => [box.x + 0.0, box.actualText])).toEqual([
    [12.5, "☐"],
    [124.5, "☐"],
  ]);
  const labels = glyphs(items).filter((run) => "node" in run.tag && run.tag.part === "choice");
  expect(labels.map((run) => run.x)).toEqual([28, 140]);
  for (const [index, box] of choices.entries()) {
    const middle = box.y + box.height / 2;
    const label = labels[index];
    expect(Math.abs((label?.y ?? 0) - (label?.size ?? 0) * 0.35 - middle)).toBeLessThan(0.5);
  }
  const line = boxes(items).find((box) => box.height === 0.75);
  expect(line).toMatchObject({ x: 96, width: 252 });
  expect((line?.y ?? 0) - (baseline(items, "signature", "label") ?? 0)).toBeCloseTo(0.8);
  expect(baseline(items, "name", "value")).toBe(baseline(items, "name", "label"));
  expect(pieces.slice(0, -1).every((piece) => piece.penalty >= 100_000)).toBe(true);
});

test("the tint of a decision has no gaps, whatever its pieces", () => {
  const pieces = flow(
    decision(["Approved", "Not approved"], ["One.", "Two."]),
    placeIn("briefing-note"),
  );
  for (const piece of pieces) {
    expect(boxes(piece.items)[0]).toMatchObject({ y: 0, height: piece.height, width: 468 });
  }
  expect(pieces.slice(1).every((piece) => piece.before === 0)).toBe(true);
});

test("long choices take wider steps, then more lines", () => {
  const long = [
    "Approved with the changes that are noted below",
    "Not approved",
    "Please discuss with the deputy minister",
  ];
  const items = piled(flow(decision(long, ["That you approve."]), placeIn("briefing-note")));
  expect(said(items)).toContain(long.join("").replaceAll(" ", ""));
  expect(collisions(items)).toEqual([]);
  expect(beyond(items, 456)).toBeLessThan(0.01);
  const narrow = piled(flow(decision(long), placeIn("fact-sheet", "print", 150)));
  expect(collisions(narrow)).toEqual([]);
  expect(beyond(narrow, 138)).toBeLessThan(0.01);
});

test("whatever is written in a block is said, within its width and without overlap", () => {
  const text = fc
    .array(fc.stringMatching(/^[a-zA-Z]{1,30}$/), { maxLength: 14 })
    .map((list) => list.join(" "));
  const products = fc.constantFrom("report", "fact-sheet", "briefing-note", "slides");
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 2, maxLength: 6 }),
      products,
      fc.integer({ min: 90, max: 500 }),
      (texts, product, width) => {
        const pairs = texts.map((each, index) => [each, texts[index - 1] ?? ""] as const);
        const blocks = [
          facts(pairs),
          routing(pairs),
          decision(texts, texts),
          { ...cards(texts.length, texts[0]) },
        ];
        for (const block of blocks) {
          const items = piled(flow(block, placeIn(product, "accessible", width)));
          expect(collisions(items)).toEqual([]);
          expect(beyond(items, width)).toBeLessThan(0.01);
          const all = said(items);
          for (const each of block.kind === "cards" ? texts.slice(0, 1) : texts)
            expect(all).toContain(each.replaceAll(" ", ""));
        }
      },
    ),
    { numRuns: runs(40) },
  );
});
