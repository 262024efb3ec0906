import { expect, test } from "vitest";
import type { Columns } from "../../src/document/index.ts";
import { cardsPerRow } from "../../src/layout/blocks/cards.ts";
import {
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
} from "./support.ts";

const baseline = (
  items: ReturnType<typeof piled>,
  node: string,
  part: string,
): number | undefined =>
  glyphs(items).find((run) => "node" in run.tag && run.tag.node === node && run.tag.part === part)
    ?.y;

test("cards of a row are equal boxes, their foot lines at the bottom", () => {
  const rows = flow(
    cards(3, "Some words that take more than one line in a card."),
    placeIn("report"),
  );
  expect(rows).toHaveLength(1);
  const items = rows[0]?.items ?? [];
  const tints = boxes(items).filter((box) => box.colour === "F3F1EB");
  expect(new Set(tints.map((box) => `${box.width} ${box.height} ${box.y}`)).size).toBe(1);
  expect(baseline(items, "card0", "foot")).toBe(baseline(items, "card1", "foot"));
  expect(boxes(items).filter((box) => box.height === 3)).toHaveLength(3);
});

test.each([
  [1, 1],
  [2, 2],
  [5, 5],
  [6, 3],
  [7, 4],
  [9, 4],
])("%i cards stand %i in a row where there is room", (count, perRow) => {
  expect(cardsPerRow(count, 900, 100, 10)).toBe(perRow);
  expect(cardsPerRow(count, 90, 100, 10)).toBe(1);
});

test("columns begin their texts on one line under headings of different length", () => {
  const block: Columns = {
    kind: "columns",
    id: "columns",
    columns: [
      {
        kind: "column",
        id: "a",
        heading: heading("ah", "Visits by Canada"),
        children: [paragraph("ap", "One.")],
      },
      {
        kind: "column",
        id: "b",
        heading: heading(
          "bh",
          "Visits by Japan to the bases of the Canadian Forces on the Pacific coast",
        ),
        children: [paragraph("bp", "Two.")],
      },
    ],
  };
  const beside = flow(block, placeIn("report"));
  expect(beside).toHaveLength(1);
  const [one, two] = ["ap", "bp"].map((node) =>
    glyphs(beside[0]?.items ?? []).find((run) => "node" in run.tag && run.tag.node === node),
  );
  expect(one?.y).toBe(two?.y);
  expect(two?.x).toBeGreaterThan((one?.x ?? 0) + 100);
  const below = piled(flow(block, placeIn("fact-sheet", "print", 150)));
  expect(said(below)).toBe(
    said(beside[0]?.items ?? []).replace(
      "VisitsbyCanadaVisitsbyJapantothebasesoftheCanadianForcesonthePacificcoastOne.",
      "VisitsbyCanadaOne.VisitsbyJapantothebasesoftheCanadianForcesonthePacificcoast",
    ),
  );
  expect(collisions(below)).toEqual([]);
});
