import { expect, test } from "vitest";
import type { Inline } from "../../src/document/index.ts";
import type { GlyphRun, PageItem } from "../../src/layout/index.ts";
import { measureText } from "../../src/layout/text/index.ts";
import { bodyStyle, contextFor, rightEdge, set, textOf } from "./setting.ts";

const text = (value: string): Inline => ({ kind: "text", value });
const runs = (items: readonly PageItem[]): GlyphRun[] =>
  items.filter((item) => item.kind === "glyphs");

test("each inline has its face and belongs to its node", () => {
  const children: Inline[] = [
    text("The "),
    {
      kind: "strong",
      id: "s",
      children: [text("Joint "), { kind: "emphasis", id: "e", children: [text("Declaration")] }],
    },
    text(" of "),
    { kind: "inlineCode", id: "c", value: "DND/CF" },
  ];
  const [line] = set(children, { width: 400, part: "caption" }).lines;
  const found = runs(line?.items ?? []).map(({ text: value, face, size, tag }) => [
    value,
    face,
    size,
    tag,
  ]);
  expect(found).toEqual([
    ["The ", "source-sans-3/400", 10, { node: "p1", part: "caption" }],
    ["Joint ", "source-sans-3/700", 10, { node: "s" }],
    ["Declaration", "source-sans-3/700-italic", 10, { node: "e" }],
    [" of ", "source-sans-3/400", 10, { node: "p1", part: "caption" }],
    ["DND/CF", "source-code-pro/400", 9.2, { node: "c" }],
  ]);
});

test("a link has its colour, one underline and one area a line", () => {
  const link: Inline = {
    kind: "link",
    id: "l",
    target: { kind: "address", url: "https://example.org/" },
    children: [
      text("the backgrounder on "),
      { kind: "strong", id: "s", children: [text("Japan")] },
      text(" and more of it"),
    ],
  };
  const { lines } = set([text("See "), link, text(".")], { width: 90 });
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) {
    const areas = line.items.filter((item) => item.kind === "link");
    const boxes = line.items.filter((item) => item.kind === "box");
    const linked = runs(line.items).filter((run) => run.colour === "0B4F6C");
    expect(areas).toHaveLength(1);
    expect(boxes).toHaveLength(1);
    const left = Math.min(...linked.map((run) => run.x));
    const right = Math.max(...linked.map((run) => run.x + run.width));
    expect(areas[0]).toMatchObject({ node: "l", x: left });
    expect(boxes[0]?.x).toBe(left);
    expect(boxes[0]).toMatchObject({ y: 1.5, height: 0.5, tag: { artifact: "layout" } });
    expect((boxes[0]?.x ?? 0) + (boxes[0]?.kind === "box" ? boxes[0].width : 0)).toBeCloseTo(right);
  }
});

test("running matter is all artifact and has no links", () => {
  const children: Inline[] = [
    { kind: "link", id: "l", target: { kind: "node", id: "x" }, children: [text("Page ")] },
    { kind: "pageNumber" },
    text(" of "),
    { kind: "pageCount" },
  ];
  const [line] = set(
    children,
    { width: 200, artifact: "footer", style: { ...bodyStyle, align: "right" } },
    { page: { number: "3", count: "12" } },
  ).lines;
  expect(line === undefined ? "" : textOf(line)).toBe("Page 3 of 12");
  expect(line?.items.some((item) => item.kind === "link")).toBe(false);
  for (const item of line?.items ?? []) expect(item).toMatchObject({ tag: { artifact: "footer" } });
  expect(line === undefined ? 0 : rightEdge(line)).toBeCloseTo(200, 3);
});

test("note references and superscripts are small and high, placeholders filled, deletions struck", () => {
  const children: Inline[] = [
    text("held"),
    { kind: "noteReference", id: "r", note: "n1", number: 1 },
    text(" by the 2"),
    { kind: "span", id: "sup", role: "superscript", children: [text("nd")] },
    text(" "),
    { kind: "placeholder", id: "ph", children: [text("to be completed")] },
    text(" "),
    { kind: "strikethrough", id: "del", children: [text("now")] },
  ];
  const [line] = set(children, { width: 400 }).lines;
  const byText = new Map(runs(line?.items ?? []).map((run) => [run.text, run]));
  for (const value of ["1", "nd"]) {
    expect(byText.get(value)?.size).toBeLessThan(7);
    expect(byText.get(value)?.y).toBeLessThan(-3);
  }
  expect(line?.items.filter((item) => item.kind === "link")).toMatchObject([{ node: "r" }]);
  const placeholder = byText.get("to be completed");
  expect(line?.items[0]).toMatchObject({
    kind: "box",
    colour: "FFF2C4",
    x: (placeholder?.x ?? 0) - 2,
  });
  const struck = byText.get("now");
  expect(line?.items.at(-2) ?? line?.items.at(-1)).toBeDefined();
  expect(
    line?.items.filter((item) => item.kind === "box" && item.x === struck?.x && item.y < 0),
  ).toHaveLength(1);
});

test("an image stands on the baseline and raises its line; one that is missing says what it shows", () => {
  const image = (source: string): Inline => ({
    kind: "inlineImage",
    id: source,
    image: { source, alternative: "Seal" },
  });
  const [line] = set([text("The "), image("seal.png"), text(" seal")], { width: 300 }).lines;
  const placed = line?.items.find((item) => item.kind === "image");
  expect(placed).toMatchObject({ width: 72, height: 36, y: -36, tag: { node: "seal.png" } });
  expect(line?.height).toBeGreaterThan(36);
  expect(line?.baseline).toBeCloseTo(36);
  const [without] = set([text("The "), image("gone.png"), text("!")], { width: 300 }).lines;
  expect(without === undefined ? "" : textOf(without)).toBe("The Seal!");
});

test("a break by hand ends a line, and one at the end adds none", () => {
  const children: Inline[] = [
    text("one"),
    { kind: "lineBreak" },
    text("two three"),
    { kind: "lineBreak" },
  ];
  const { lines } = set(children, { width: 300 });
  expect(lines.map((line) => [textOf(line), line.end, line.words])).toEqual([
    ["one ", "forced", 1],
    ["two three", "last", 2],
  ]);
  expect(lines[0]?.width).toBeCloseTo(set("one", { width: 300 }).lines[0]?.width ?? 0, 6);
});

test("spaces at the head of a line of code stay", () => {
  const children: Inline[] = [{ kind: "inlineCode", id: "c", value: "    indented\tby tab" }];
  const style = { ...bodyStyle, font: "code" };
  const [line] = set(children, { width: 400, style }).lines;
  expect(line === undefined ? "" : textOf(line)).toBe("    indented    by tab");
  expect(line?.width).toBeCloseTo(22 * 6, 3);
});

test("nothing to print gives no lines", () => {
  for (const children of [[], [text("")], [text("  ")], [{ kind: "lineBreak" } as const]]) {
    expect(set(children, { width: 100 }).lines).toEqual([]);
  }
});

test("the measures of a text are the widths that just hold it", () => {
  const children = [text("mutual logistics support agreement")];
  const { min, max } = measureText({ node: "p", children, style: bodyStyle }, contextFor());
  expect(set(children, { width: max + 0.01 }).lines).toHaveLength(1);
  expect(set(children, { width: max - 0.01 }).lines).toHaveLength(2);
  const narrow = set(children, { width: min + 0.01 }).lines;
  expect(narrow.map(textOf).join("")).toBe("mutual logistics support agreement");
  expect(narrow.every((line) => line.end === "space" || line.end === "last")).toBe(true);
  const broken = set(children, { width: min - 0.1 }).lines;
  expect(broken.some((line) => line.end === "hyphen")).toBe(true);
});

test("another language is told to the run", () => {
  const children: Inline[] = [
    text("called "),
    { kind: "span", id: "fr", language: "fr", children: [text("déclaration")] },
  ];
  const [line] = set(children, { width: 300 }).lines;
  expect(runs(line?.items ?? []).map((run) => run.language)).toEqual([undefined, "fr"]);
});
