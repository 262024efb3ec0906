import { expect, test } from "vitest";
import type { GlyphRun } from "../../src/layout/index.ts";
import type { Line } from "../../src/layout/text/index.ts";
import { bodyStyle, face, justified, set, textOf } from "./setting.ts";

const text =
  "カナダと日本は、アジア太平洋地域の平和と安定のために協力している。2010年11月、両国首脳は「政治・平和・安全保障協力に関する共同宣言」を発表した。センターッて、そう！";
const ragged = { ...bodyStyle, hyphenate: false };
const flush = { ...justified, hyphenate: false };

const runsOf = (line: Line | undefined): readonly GlyphRun[] =>
  (line?.items ?? []).filter((item): item is GlyphRun => item.kind === "glyphs");

test("no Japanese line begins with what closes or ends with what opens", () => {
  for (let width = 60; width < 200; width += 7) {
    const { lines } = set(text, { width, style: ragged }, { language: "ja" });
    for (const line of lines) {
      expect(textOf(line)).not.toMatch(/^[、。」）・ー！ッ]/);
      expect(textOf(line)).not.toMatch(/[「（]$/);
    }
    expect(lines.map(textOf).join("")).toBe(text);
  }
});

test("justified Japanese lines end at the edge though they have no spaces", () => {
  const { lines } = set(text, { width: 150, style: flush }, { language: "ja" });
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines.slice(0, -1)) {
    expect(line.width).toBeCloseTo(150, 2);
    for (const run of runsOf(line)) expect(run.tracking).toBeLessThan(2);
  }
});

test("a little space parts figures from ideographs, and none stands at the end of a line", () => {
  const whole = set("第1回", { width: 200, style: ragged }, { language: "ja" }).lines[0];
  const parts = ["第", "1", "回"].map((part) => set(part, { width: 200, style: ragged }).lines[0]);
  const alone = parts.reduce((sum, line) => sum + (line?.width ?? 0), 0);
  expect((whole?.width ?? 0) - alone).toBeCloseTo(2 * 0.08 * 10, 2);
});

test("an ideograph is read as itself, not as the radical that looks like it", () => {
  const font = face("noto-sans-jp/400");
  for (const sign of "人一日月・")
    expect(font.textOf(font.glyph(sign.codePointAt(0) ?? 0))).toBe(sign);
});

test("bold text falls back to a bold face", () => {
  const { lines } = set("日本", { width: 200, style: { ...ragged, weight: 700 } });
  expect(runsOf(lines[0])[0]?.face).toBe("noto-sans-jp/700");
});

test("the hyphen of a compound ends no line of a card where a space can", () => {
  const { lines } = set("Canada-Japan Joint Declaration", { width: 64 });
  expect(lines.map((line) => textOf(line).trim())).toEqual([
    "Canada-Japan",
    "Joint",
    "Declaration",
  ]);
});

test.each([
  ["at about 9 a.m.", "9 a.m."],
  ["with Mr. X", "Mr. X"],
])("what belongs together stays on one line: %s", (tail, whole) => {
  for (let width = 60; width < 130; width += 3) {
    const { lines } = set(`The office will act ${tail} again`, { width });
    const broken = lines.some((line) => textOf(line).endsWith(`${whole.split(" ")[0]} `));
    expect(broken).toBe(false);
  }
});
