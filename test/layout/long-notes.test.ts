import { expect, test } from "vitest";
import type { Block, DocumentTree, Inline, Note } from "../../src/document/index.ts";
import { lay, numberWith, pageWith } from "./laid.ts";
import { documentOf, overlaps, paragraph, sentences, words } from "./support.ts";

function notedDocument(sizes: readonly number[], between: number): DocumentTree {
  const notes: Note[] = sizes.map((size, index) => ({
    kind: "note",
    id: `n${index}`,
    number: index + 1,
    children: [
      paragraph(
        `n${index}p`,
        `Note ${index} begins. ${sentences(size, index)} Note ${index} ends.`,
      ),
    ],
  }));
  const content = sizes.flatMap((_, index): readonly Block[] => {
    const reference: Inline = {
      kind: "noteReference",
      id: `r${index}`,
      note: `n${index}`,
      number: index + 1,
    };
    const own: Block = {
      kind: "paragraph",
      id: `p${index}`,
      children: [...words(sentences(2, index)), reference],
    };
    return [
      own,
      ...Array.from({ length: between }, (_, at) => paragraph(`q${index}-${at}`, sentences(4, at))),
    ];
  });
  return documentOf(content, { notes });
}

test("a note begins on the page of its reference and goes on at the foot of the next ones, with all its lines", () => {
  const { trace, pages } = lay(notedDocument([3, 70, 2, 4], 7));
  for (const index of [0, 1, 2, 3]) {
    const reference = trace.findIndex(({ lines }) =>
      lines.some(({ node }) => node === `r${index}`),
    );
    expect(numberWith(trace, `Note ${index} begins`), `note ${index}`).toBe(reference + 1);
  }
  const parted = trace.filter(({ lines }) => lines.some(({ node }) => node === "n1p"));
  expect(parted.length).toBeGreaterThan(1);
  for (const { lines } of parted) {
    const own = lines.filter(({ node }) => node === "n1p");
    expect(own.length).toBeGreaterThanOrEqual(2);
    const text = Math.max(
      0,
      ...lines.filter(({ node }) => /^[pq]\d/.test(node ?? "")).map(({ y }) => y),
    );
    for (const line of own) expect(line.y).toBeGreaterThan(text);
    for (const line of own) expect(line.y).toBeLessThanOrEqual(738);
  }
  for (const page of pages) expect(overlaps(page)).toEqual([]);
});

test("a note at the end of the text fills its page and goes on to others", () => {
  const { trace } = lay(notedDocument([150], 0));
  const said = trace.flatMap(({ lines }) => lines.filter(({ node }) => node === "n0p"));
  expect(said.at(-1)?.text).toContain("ends.");
  const first = trace[0]?.lines.filter(({ node }) => node === "n0p") ?? [];
  expect(first.length).toBeGreaterThan(15);
});

test("forty notes in one line are all printed, within the pages", () => {
  const notes: Note[] = Array.from({ length: 40 }, (_, index) => ({
    kind: "note",
    id: `n${index}`,
    number: index + 1,
    children: [paragraph(`n${index}p`, `Note ${index} says it. ${sentences(2, index)}`)],
  }));
  const references = notes.map(
    ({ id, number }): Inline => ({ kind: "noteReference", id: `r${number}`, note: id, number }),
  );
  const { trace, pages } = lay(
    documentOf([{ kind: "paragraph", id: "p", children: [...words("Text"), ...references] }], {
      notes,
    }),
  );
  for (let index = 0; index < 40; index += 1)
    expect(pageWith(trace, `Note ${index} says`), `note ${index}`).toBeDefined();
  for (const page of pages) expect(overlaps(page)).toEqual([]);
  for (const { lines } of trace) for (const { y } of lines) expect(y).toBeLessThan(770);
});
