import { expect, test } from "vitest";
import { foreignFormat } from "../../src/build/foreign-image.ts";

test.each([
  ["GIF89a", "GIF"],
  ["RIFF\u0010\u0000\u0000\u0000WEBPVP8 ", "WebP"],
  ["\u0000\u0000\u0000\u001cftypavif", "AVIF"],
  ["\u0000\u0000\u0000\u0018ftypheic", "HEIC"],
  ["II*\u0000", "TIFF"],
  ["%PDF-1.7", "PDF"],
  ["<!DOCTYPE html><html>", "HTML"],
  [`\u0001\u0000\u0000\u0000${" ".repeat(36)} EMF`, "EMF"],
])("a file that begins with %j is known as %s", (start, name) => {
  expect(foreignFormat(Uint8Array.from(start, (sign) => sign.charCodeAt(0)))).toBe(name);
});

test("what no format begins with is unknown", () => {
  expect(foreignFormat(Uint8Array.of(1, 2, 3))).toBeUndefined();
});
