import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { textOf, textsOfBlocks } from "../../src/document/index.ts";
import { blockAt, blocksOf, documentOf, errorsOf, seed } from "./support.ts";

const outlines = JSON.parse(readFileSync("test/fixtures/outlines/canada-japan.json", "utf8"));
const { value: document, diagnostics } = documentOf(seed(), { product: "briefing-note" });
const headings = (): readonly string[] =>
  document.content.flatMap((block) =>
    block.kind === "section" || block.kind === "decision" ? [textOf(block.heading.children)] : [],
  );

test("has its sections in the order of the outline", () => {
  expect(errorsOf(diagnostics)).toEqual([]);
  expect(headings()).toEqual([
    "Purpose",
    "Summary",
    "Background",
    "Considerations",
    "Recommendation",
    "Next steps",
    "Decision",
    "Approvals",
    "Attachments",
    "Annex A: Operational Cooperation",
    "Annex B: Chronology",
    "Annex C: Acronyms",
  ]);
});

test("says who it is for, with what is to be completed", () => {
  const titles = blocksOf(document, "title").map(({ role, children }) => [role, textOf(children)]);
  expect(titles).toEqual([
    ["kind", "Briefing note for the Minister"],
    ["variant", "For information"],
    [undefined, "Canada-Japan Defence Relations"],
  ]);
  const [routing] = blocksOf(document, "keyValues");
  expect(
    routing?.entries.map(({ label, value }) => [textOf(label), ...textsOfBlocks(value)]),
  ).toEqual([
    ["Marking", "Unclassified / Non classifié"],
    ["To", "to be completed"],
    ["From", "to be completed"],
    ["Copies", "to be completed"],
    ["Date", "March 25, 2012"],
    ["File number", "to be completed"],
    [
      "Subject",
      "Canada-Japan Defence Relations",
      "Relations Canada-Japon dans le domaine de la défense",
    ],
    ["Contact", "to be completed"],
  ]);
  const [file] = document.running;
  expect(file?.children.map(({ kind }) => kind)).toEqual(["text", "placeholder"]);
});

test("sums up what is marked as key in at most 170 words", () => {
  const texts = textsOfBlocks([blockAt(document, "summary-of-note")]).slice(1);
  expect(texts).toHaveLength(4);
  expect(texts[1]).toMatch(/^Japan is a valued .* Canadian Forces \(CF\)\.$/);
  expect(texts.join(" ").split(" ").length).toBeLessThanOrEqual(170);
});

test("puts the item that points to it in the place of an annexed section", () => {
  const background = blockAt(document, "note-background");
  expect(textsOfBlocks([background]).at(-1)).toBe(
    "CF and JSDF frequently cooperate in an operational context, particularly through the Royal Canadian Navy and Royal Canadian Air Force. See Annex A.",
  );
  const annex = blockAt(document, "s-operational");
  expect(annex).toMatchObject({
    kind: "section",
    level: 1,
    newPage: true,
    heading: { role: "annex-title" },
  });
  expect(textsOfBlocks([annex])).toHaveLength(4);
});

test("derives the next steps, the chronology and the acronyms", () => {
  const next = outlines["briefing-note"].blocks.find(
    (entry: { readonly role?: string }) => entry.role === "next",
  );
  expect(textsOfBlocks([blockAt(document, "note-next")]).slice(1)).toEqual(
    next.show.map(([date, step]: readonly string[]) => `${date}: ${step}`),
  );
  const [, chronology, acronyms] = blocksOf(document, "table");
  expect(chronology).toMatchObject({ rowHeaders: true });
  expect(chronology?.body).toHaveLength(14);
  expect(chronology?.body.map(({ cells }) => textsOfBlocks(cells[2]?.children ?? [])[0])).toEqual([
    ...["n/a", "n/a", "n/a", "n/a", "n/a", "CFB Comox", "Vancouver", "Halifax", "Tokyo, Japan"],
    ...["n/a", "Arusha, Tanzania", "Tokyo", "n/a", "n/a"],
  ]);
  expect(acronyms?.body).toHaveLength(13);
});

test("lets the reader decide and sign", () => {
  const [decision] = blocksOf(document, "decision");
  expect(decision?.rows.map(({ choices }) => choices.map(textOf))).toEqual([
    ["Noted", "Please discuss"],
  ]);
  expect(
    decision?.fields.map(({ label, value }) => [textOf(label), value && textOf(value)]),
  ).toEqual([
    ["Signature", undefined],
    ["Name and title", "to be completed"],
    ["Date", undefined],
  ]);
});

test("a note for decision has a row for each recommendation, and prints what the head gives", () => {
  const text = seed().replace(
    "variant: information",
    [
      "variant: decision",
      "  to: {title: Minister, organization: Department of National Defence}",
      "  recommendations:",
      "    - Agree to the talks.",
      "    - Sign the letter.",
      "  approvals:",
      "    - {step: prepared, title: Policy Branch, telephone: 613-555-0100, date: 2012-03-25}",
    ].join("\n"),
  );
  const { value } = documentOf(text, { product: "briefing-note" });
  const [decision] = blocksOf(value, "decision");
  expect(decision?.rows.map((row) => [textOf(row.text ?? []), ...row.choices.map(textOf)])).toEqual(
    [
      ["Agree to the talks.", "Approved", "Not approved", "Please discuss"],
      ["Sign the letter.", "Approved", "Not approved", "Please discuss"],
    ],
  );
  const [approvals] = blocksOf(value, "table");
  expect(
    textsOfBlocks(approvals?.body[0]?.cells.flatMap(({ children }) => children) ?? []),
  ).toEqual(["Prepared", "Policy Branch", "613-555-0100", "March 25, 2012"]);
  const [routing] = blocksOf(value, "keyValues");
  expect(textsOfBlocks(routing?.entries[1]?.value ?? [])).toEqual([
    "Minister, Department of National Defence",
  ]);
});
