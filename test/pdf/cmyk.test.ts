import { expect, test } from "vitest";
import { documentOf } from "../layout/support.ts";
import { checkPdf } from "../support/pdf/check-pdf.ts";
import { render } from "./support.ts";

/** Eight by eight pixels of one red, in CMYK as Adobe's programs write it. */
const tiny =
  "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJTUjI+WmFaUGBKUVJP/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4EQwBNAFkASwAAPwDrK4OuVr06v//Z";
const bytes = Uint8Array.from(atob(tiny), (sign) => sign.charCodeAt(0));

const fileOf = (picture: Uint8Array) => {
  const image = { source: "map", alternative: "A map" };
  const document = documentOf([{ kind: "figure", id: "f", image }]);
  const map = { format: "jpeg", width: 8, height: 8, density: 72, bytes: picture } as const;
  return render(document, "accessible", { map });
};

const textOf = (file: Uint8Array): string =>
  Array.from(file, (byte) => String.fromCharCode(byte)).join("");

test("a picture for printing presses without a profile is in RGB in the file", async () => {
  const { bytes: file, rules } = fileOf(bytes);
  expect(rules).toEqual([]);
  expect(textOf(file)).not.toContain("/DeviceCMYK");
  expect(textOf(file)).toMatch(/\/ColorSpace \/DeviceRGB[\s\S]{0,200}\/DCTDecode/);
  expect(await checkPdf(file)).toEqual([]);
});

test("with a profile it goes into the file as it is, its inks the right way up", () => {
  const profile = new Uint8Array(132);
  new DataView(profile.buffer).setUint32(0, 132);
  profile[8] = 2;
  profile.set(new TextEncoder().encode("prtrCMYK"), 12);
  profile.set(new TextEncoder().encode("acsp"), 36);
  const name = new TextEncoder().encode("ICC_PROFILE\u0000");
  const length = 2 + name.length + 2 + profile.length;
  const segment = [0xff, 0xe2, length >> 8, length & 255, ...name, 1, 1, ...profile];
  const picture = Uint8Array.from([...bytes.slice(0, 2), ...segment, ...bytes.slice(2)]);
  const { bytes: file, rules } = fileOf(picture);
  expect(rules).toEqual([]);
  const text = textOf(file);
  expect(text).toContain(textOf(picture));
  expect(text).toMatch(/\/ColorSpace \[\/ICCBased \d+ 0 R\]/);
  expect(text).toContain("/Decode [1 0 1 0 1 0 1 0]");
  expect(text).toMatch(/\/N 4/);
});
