import { expect, test } from "vitest";
import { documentOf } from "../template/support.ts";
import { bytesOf, open, textOfParagraph } from "./support.ts";
import { all } from "./xml.ts";

const twice = "# Notes\n\nA note.[^1] Again.[^1]\n\n[^1]: The note says *this*.\n";

test("a note that is named twice is one footnote, and the second place points at the first", async () => {
  const { value } = documentOf(twice, { product: "report", file: "t.md" });
  const file = open(await bytesOf(value));
  const ids = all(file.part("word/document.xml"), "w:footnoteReference").map(
    (each) => each.attributes["w:id"],
  );
  const notes = all(file.part("word/footnotes.xml"), "w:footnote").filter(
    (each) => each.attributes["w:type"] === undefined,
  );
  expect(ids).toEqual(["1"]);
  const fields = all(file.part("word/document.xml"), "w:instrText").map(({ text }) => text.trim());
  const marks = all(file.part("word/document.xml"), "w:bookmarkStart").map(
    (each) => each.attributes["w:name"],
  );
  const [, pointed] = /^NOTEREF (\w+)/.exec(fields.at(-1) ?? "") ?? [];
  expect(marks).toContain(pointed);
  expect(notes.map((note) => textOfParagraph(note).trim())).toEqual(["The note says this."]);
});

const rich =
  "# Notes\n\nA note.[^1]\n\n[^1]: First words.\n\n    - an item\n    - another[^2]\n\n    Last words.\n\n[^2]: Only said in a note.\n";

test("a note holds whatever blocks it has, and notes of notes stand in it", async () => {
  const { value } = documentOf(rich, { product: "report", file: "t.md" });
  const file = open(await bytesOf(value));
  const notes = all(file.part("word/footnotes.xml"), "w:footnote").filter(
    (each) => each.attributes["w:type"] === undefined,
  );
  expect(notes.length).toBe(1);
  const texts = notes
    .flatMap((note) => all(note, "w:p"))
    .map((each) => textOfParagraph(each).trim());
  expect(texts).toEqual([
    "First words.",
    "an item",
    "another2",
    "Last words.",
    "2 Only said in a note.",
  ]);
  expect(all(file.part("word/footnotes.xml"), "w:footnoteReference")).toEqual([]);
});
