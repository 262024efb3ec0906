import { expect, test } from "vitest";
import type { Block, List, ListItem } from "../../src/document/index.ts";
import type { Page, PageItem } from "../../src/layout/index.ts";
import { layOut } from "../../src/layout/index.ts";
import { assetsOf, documentOf, paragraph, section, sentences, themeOf } from "./support.ts";

/** Documents whose language runs from right to left. */

const theme = themeOf("report");
const assets = assetsOf(theme);

const pagesOf = (language: string, content: readonly Block[]): readonly Page[] =>
  layOut(documentOf(content, { language }), theme, assets).value.pages;

const list = (): Block => ({
  kind: "list",
  id: "list",
  ordered: false,
  start: 1,
  loose: false,
  items: [
    { kind: "listItem", id: "one", children: [paragraph("one-text", "עולם")] },
    { kind: "listItem", id: "two", children: [paragraph("two-text", "שלום")] },
  ],
});

const widthOf = (item: PageItem): number =>
  item.kind === "destination" ? 0 : item.kind === "disc" ? item.diameter : item.width;

test("markers stand at the right of their items, and headings at the right edge", () => {
  const [page] = pagesOf("he", [section("s", 1, "שלום", [list()])]);
  const items = page?.items ?? [];
  const own = (node: string, part?: string) =>
    items.find(
      (item) =>
        item.kind !== "link" &&
        item.kind !== "destination" &&
        "node" in item.tag &&
        item.tag.node === node &&
        item.tag.part === part,
    );
  const text = own("one-text");
  const marker = own("one", "label");
  expect(text).toBeDefined();
  expect(marker).toBeDefined();
  if (text === undefined || marker === undefined) return;
  expect(marker.x).toBeGreaterThan(text.x + widthOf(text));
});

test.each([
  ["ordered", true],
  ["bulleted", false],
] as const)(
  "in a document from left to right, markers of an %s list in Hebrew stand at the right, of nested ones too",
  (_, ordered) => {
    const inner: Block = {
      ...list(),
      id: "inner",
      items: [{ kind: "listItem", id: "three", children: [paragraph("three-text", "עולם")] }],
    } as Block;
    const [first, ...others] = (list() as List).items;
    const nested = { ...(first as ListItem), children: [...(first as ListItem).children, inner] };
    const content = [{ ...(list() as List), ordered, items: [nested, ...others] }];
    const [page] = pagesOf("en", [section("s", 1, "Heading", content)]);
    const right = (id: string) => {
      const boxes = (page?.items ?? []).filter(
        (item) =>
          item.kind !== "link" &&
          item.kind !== "destination" &&
          "node" in item.tag &&
          item.tag.node === id,
      );
      return Math.max(...boxes.map((item) => item.x + widthOf(item)));
    };
    for (const id of ["one", "two", "three"])
      expect(right(id)).toBeGreaterThan(right(`${id}-text`));
    expect(right("one")).toBeCloseTo(540, 0);
    expect(right("three")).toBeLessThan(right("one") - 5);
  },
);

test("everything is on the page", () => {
  const content = [section("s", 1, "Heading", [paragraph("p", sentences(12)), list()])];
  const [here] = pagesOf("he", content);
  expect(here?.items.length).toBeGreaterThan(20);
  for (const item of here?.items ?? []) {
    expect(item.x).toBeGreaterThanOrEqual(0);
    expect(item.x + widthOf(item)).toBeLessThanOrEqual(theme.page.width + 0.01);
  }
});
