import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { Assets } from "../../src/layout/index.ts";
import { renderDocx } from "../../src/render/docx/index.ts";
import { sample, themeOf } from "../layout/support.ts";
import { open } from "./support.ts";
import { all } from "./xml.ts";

/** A file of one table, OS/2, whose licence says what may be done. */
function fontOf(fsType: number, fill: number): Uint8Array {
  const bytes = new Uint8Array(60).fill(fill);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, 1);
  view.setUint32(12, 0x4f532f32);
  view.setUint32(20, 28);
  view.setUint16(36, fsType);
  return bytes;
}

async function withFonts(fsType: number, embedsFonts: boolean) {
  const theme = themeOf("report");
  const asked: string[] = [];
  const assets: Assets = {
    face: () => undefined,
    fallbacks: [],
    image: () => undefined,
    fontFile(key) {
      asked.push(key);
      return fontOf(fsType, key.length);
    },
  };
  const facts = {
    pages: 1,
    frontPages: 0,
    counts: new Map<string, string>(),
    pageOf: new Map<string, string>(),
    columnsOf: new Map(),
  };
  const word = { ...theme.word, embedsFonts };
  const bytes = await renderDocx(
    sample("report"),
    { ...theme, word },
    facts,
    assets,
    () => undefined,
  );
  return { bytes, asked };
}

test("fonts go with the file when the theme asks for it, and come out as they went in", async () => {
  const { bytes, asked } = await withFonts(0, true);
  const file = open(bytes);
  const faces = all(file.part("word/fontTable.xml"), "w:embedRegular");
  expect(faces.length).toBeGreaterThan(0);
  expect(asked).toContain("sans/400");
  const key = (faces[0]?.attributes["w:fontKey"] ?? "").replace(/[{}-]/g, "");
  const relation = all(file.part("word/_rels/fontTable.xml.rels"), "Relationship").find(
    ({ attributes }) => attributes["Id"] === faces[0]?.attributes["r:id"],
  );
  const stored = unzipSync(bytes)[`word/${relation?.attributes["Target"]}`] ?? new Uint8Array();
  const guid = (key.match(/../g) ?? []).map((digits) => Number.parseInt(digits, 16)).reverse();
  const clear = stored.map((byte, at) => (at < 32 ? byte ^ (guid[at % 16] ?? 0) : byte));
  expect(clear).toEqual(fontOf(0, "sans/400".length));
  expect(stored).not.toEqual(clear);
  expect(all(file.part("word/settings.xml"), "w:embedTrueTypeFonts").length).toBe(1);
});

test("fonts stay out whose licences forbid it, and all do when nobody asks", async () => {
  for (const { bytes } of [await withFonts(0x0002, true), await withFonts(0, false)]) {
    expect(open(bytes).paths.filter((path) => path.includes("odttf"))).toEqual([]);
    expect(open(bytes).text("word/fontTable.xml")).not.toContain("embedRegular");
  }
});

test("the name of a font is written as it is, whatever signs it has", async () => {
  const theme = themeOf("report");
  const fonts = Object.fromEntries(
    Object.entries(theme.fonts).map(([key, font]) => [key, { ...font, wordName: "Pen & Ink" }]),
  );
  const facts = {
    pages: 1,
    frontPages: 0,
    counts: new Map<string, string>(),
    pageOf: new Map<string, string>(),
    columnsOf: new Map(),
  };
  const assets: Assets = { face: () => undefined, fallbacks: [], image: () => undefined };
  const file = open(
    await renderDocx(sample("report"), { ...theme, fonts }, facts, assets, () => undefined),
  );
  const names = [
    all(file.part("word/styles.xml"), "w:rFonts").map((each) => each.attributes["w:ascii"]),
    all(file.part("word/fontTable.xml"), "w:font").map((each) => each.attributes["w:name"]),
    all(file.part("word/theme/theme1.xml"), "a:latin").map((each) => each.attributes["typeface"]),
  ].flat();
  expect(names).toContain("Pen & Ink");
  expect(names.filter((name) => name?.includes("&amp;"))).toEqual([]);
});
