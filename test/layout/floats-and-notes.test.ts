import { expect, test } from "vitest";
import type { Block, DocumentTree, Figure, Inline, Note } from "../../src/document/index.ts";
import type { Page, TracePage } from "../../src/layout/index.ts";
import { fc, runs } from "../support/property.ts";
import type { Laid } from "./laid.ts";
import { lay } from "./laid.ts";
import { documentOf, overlaps, paragraph, sentences, themeOf, words } from "./support.ts";

const figure = (id: string): Figure => ({
  kind: "figure",
  id,
  image: { source: "chart.png", alternative: "A chart" },
  caption: { kind: "caption", id: `${id}-caption`, children: words(`Caption of ${id}`) },
});

/** A paragraph, one with a note of so many sentences, or a figure. */
type Piece = "text" | "figure" | number;

function documentWith(pieces: readonly Piece[]): DocumentTree {
  const notes: Note[] = [];
  const content = pieces.map((piece, index): Block => {
    if (piece === "figure") return figure(`f${index}`);
    const text = sentences(1 + ((index * 5) % 7), index * 10);
    if (piece === "text") return paragraph(`p${index}`, text);
    const number = notes.length + 1;
    notes.push({
      ...{ kind: "note", id: `n${index}`, number },
      children: [paragraph(`n${index}p`, sentences(piece, 1000 + index * 200))],
    });
    const reference: Inline = { kind: "noteReference", id: `r${index}`, note: `n${index}`, number };
    return { kind: "paragraph", id: `p${index}`, children: [...words(text), reference] };
  });
  return documentOf(content, { notes });
}

const pagesOf = (trace: readonly TracePage[], id: string): readonly number[] =>
  trace.flatMap(({ lines }, page) => (lines.some(({ node }) => node === id) ? [page] : []));

const pageOfImage = (pages: readonly Page[], id: string): number =>
  pages.findIndex((page) =>
    page.items.some((item) => item.kind === "image" && "node" in item.tag && item.tag.node === id),
  );

/** Text that stands on an image. */
const covered = ({ items }: Page): readonly unknown[] =>
  items.filter(
    (item) =>
      item.kind === "glyphs" &&
      items.some(
        (image) =>
          image.kind === "image" &&
          item.y > image.y + 1 &&
          item.y - item.size * 0.7 < image.y + image.height &&
          item.x < image.x + image.width &&
          item.x + item.width > image.x,
      ),
  );

/** Checks what holds of any such document. */
function check(pieces: readonly Piece[], { pages, trace }: Laid): void {
  let before = 0;
  let figureBefore = 0;
  pieces.forEach((piece, index) => {
    if (piece === "figure") {
      const page = pageOfImage(pages, `f${index}`);
      expect(pagesOf(trace, `f${index}-caption`)).toEqual([page]);
      expect(page).toBeGreaterThanOrEqual(figureBefore);
      // At most a page from what is written before it.
      const place = Math.max(before, figureBefore);
      if (index > 0) expect(page - place).toBeLessThanOrEqual(1);
      figureBefore = page;
      return;
    }
    const own = pagesOf(trace, `p${index}`);
    expect(own[0]).toBeGreaterThanOrEqual(before);
    before = own.at(-1) as number;
    if (piece === "text") return;
    // A note begins where it is referred to, leaves out no page, and all of it is said.
    const [reference = -1] = pagesOf(trace, `r${index}`);
    const noted = pagesOf(trace, `n${index}p`);
    // Where many stand together, a note has no room at all on the page of its reference.
    expect((noted[0] as number) - reference).toBeLessThanOrEqual(1);
    noted.slice(1).forEach((page, at) => {
      // A page between two parts has a figure that leaves no room, or, after the text, a note before this one.
      for (let between = (noted[at] as number) + 1; between < page; between += 1) {
        const takesRoom =
          pages[between]?.items.some(({ kind }) => kind === "image") === true ||
          trace[between]?.lines.some(({ node = "" }) => /^n\d+p$/.test(node));
        expect(takesRoom).toBe(true);
      }
    });
    const words = trace.flatMap(({ lines }) => lines.filter(({ node }) => node === `n${index}p`));
    const said =
      words
        .map(({ text }) => text)
        .join(" ")
        .split("Sentence ").length - 1;
    expect(said).toBe(piece);
  });
  for (const page of pages) {
    expect(overlaps(page)).toEqual([]);
    expect(covered(page)).toEqual([]);
  }
}

const pieces: fc.Arbitrary<readonly Piece[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Piece>("text") },
    { weight: 2, arbitrary: fc.constant<Piece>("figure") },
    { weight: 1, arbitrary: fc.constantFrom<Piece>(2, 8, 30, 70) },
  ),
  { minLength: 10, maxLength: 45 },
);

test.each([
  ["report", "accessible"],
  ["report", "print"],
  ["fact-sheet", "print"],
])(
  "figures among long notes of a %s (%s): near their places, nothing overlaps, each note goes on from page to page",
  (product, profile) => {
    const theme = themeOf(product, profile);
    fc.assert(
      fc.property(pieces, (list) => check(list, lay(documentWith(list), theme))),
      { numRuns: runs(40) },
    );
  },
);

test("text fills the foot before a figure on a page whose note goes on", () => {
  let filled = 0;
  for (let at = 5; at < 16; at += 1) {
    const list: readonly Piece[] = [
      70,
      ...Array.from({ length: 24 }, (_, index): Piece => (index === at ? "figure" : "text")),
    ];
    const laid = lay(documentWith(list));
    check(list, laid);
    const image = pageOfImage(laid.pages, `f${at + 1}`);
    const noted = pagesOf(laid.trace, "n0p");
    const [after] = pagesOf(laid.trace, `p${at + 2}`);
    // The note goes on below the figure, and text that follows the figure stands before it.
    if (noted.includes(image) && noted.includes(image - 1) && after === image - 1) filled += 1;
  }
  expect(filled).toBeGreaterThan(0);
});
