import { expect, test } from "vitest";
import { isolatesOf, levelsOf, visualOrder } from "../../src/layout/text/direction.ts";

/** A text as its line shows it, from the left. */
function shown(text: string, code?: string): string {
  const start = code === undefined ? text.length : text.indexOf(code);
  const end = start + (code?.length ?? 0);
  const parts = [
    { start: 0, end: start, isCode: false },
    { start, end, isCode: code !== undefined },
    { start: end, end: text.length, isCode: false },
  ];
  const levels = levelsOf(text, "rtl", isolatesOf(text, parts));
  return visualOrder([...levels])
    .map((at) => text[at])
    .join("");
}

test("code in a text that runs from the right is read from the left", () => {
  expect(shown("אב ./x --y! גד", "./x --y!")).toBe("דג ./x --y! בא");
  expect(shown("אב (1) 2-3; גד", "(1) 2-3;")).toBe("דג (1) 2-3; בא");
});

test("so are addresses, without the sign that ends their sentence", () => {
  expect(shown("אב https://x.org/a/?b=1. גד")).toBe("דג .https://x.org/a/?b=1 בא");
  expect(shown("אב a@b.org, גד")).toBe("דג ,a@b.org בא");
});

test("words in code that run from the right still do", () => {
  expect(shown("אב x=גד; הו", "x=גד;")).toBe("וה x=דג; בא");
});
