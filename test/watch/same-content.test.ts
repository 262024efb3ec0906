import { expect, test } from "vitest";
import { isSameContent } from "../../src/document/index.ts";

const place = (line: number) => ({ file: "a.md", line, column: 1 });

test("what says the same is the same wherever it stands", () => {
  const one = { kind: "paragraph", place: place(1), children: [{ kind: "text", value: "Tide" }] };
  expect(isSameContent(one, { ...one, place: place(9) })).toBe(true);
  expect(isSameContent([one, one], [structuredClone(one), one])).toBe(true);
  expect(isSameContent(one, { ...one, language: undefined })).toBe(true);
});

test("a word, a field and a place in a list tell nodes apart", () => {
  const text = { kind: "text", value: "Tide" };
  const one = { kind: "paragraph", children: [text] };
  expect(isSameContent(one, { ...one, children: [{ ...text, value: "Ebb" }] })).toBe(false);
  expect(isSameContent(one, { ...one, language: "fr" })).toBe(false);
  expect(isSameContent({ ...one, language: "fr" }, one)).toBe(false);
  expect(isSameContent([one, text], [text, one])).toBe(false);
  expect(isSameContent([one], [one, one])).toBe(false);
  expect(isSameContent({ 0: one, length: 1 }, [one])).toBe(false);
  expect(isSameContent(null, {})).toBe(false);
});
