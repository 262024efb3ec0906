import { describe, expect, test } from "vitest";
import { readJpeg } from "../../src/build/jpeg-header.ts";
import { isUsable, profileOf } from "../../src/render/pdf/images/jpeg-profile.ts";
import { documentOf } from "../layout/support.ts";
import { checkPdf } from "../support/pdf/check-pdf.ts";
import { readObjects } from "../support/pdf/objects.ts";
import { fc, runs } from "../support/property.ts";
import { render } from "./support.ts";

const characters = (text: string): readonly number[] =>
  [...text].map((character) => character.charCodeAt(0));
const long = (value: number): readonly number[] => [
  value >>> 24,
  (value >> 16) & 255,
  (value >> 8) & 255,
  value & 255,
];

function segment(marker: number, content: readonly number[]): readonly number[] {
  return [0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255, ...content];
}

/** Exif in one directory of two entries. */
function exif(orientation: number, density: number): readonly number[] {
  const entry = (tag: number, type: number, value: readonly number[]): readonly number[] => [
    tag >> 8,
    tag & 255,
    0,
    type,
    0,
    0,
    0,
    1,
    ...value,
  ];
  const tiff = [
    ...characters("MM"),
    0,
    42,
    ...long(8),
    0,
    2,
    ...entry(0x112, 3, [0, orientation, 0, 0]),
    ...entry(0x11a, 5, long(8 + 2 + 24 + 4)),
    ...long(0),
    ...long(density),
    ...long(1),
  ];
  return segment(0xe1, [...characters("Exif"), 0, 0, ...tiff]);
}

/** As much of a profile as is looked at. */
function profile(space: string): readonly number[] {
  const bytes = new Array<number>(140).fill(0);
  bytes.splice(0, 4, ...long(140));
  bytes[8] = 2;
  bytes.splice(12, 4, ...characters("mntr"));
  bytes.splice(16, 4, ...characters(space));
  bytes.splice(36, 4, ...characters("acsp"));
  return bytes;
}

function icc(bytes: readonly number[]): readonly number[] {
  const half = [bytes.slice(0, 100), bytes.slice(100)];
  // The second part may stand first.
  return [1, 0].flatMap((index) =>
    segment(0xe2, [...characters("ICC_PROFILE"), 0, index + 1, 2, ...(half[index] ?? [])]),
  );
}

/** A picture of 7 by 5 pixels as it is stored. */
function jpeg(...segments: readonly (readonly number[])[]): Uint8Array {
  const frame = segment(0xc0, [8, 0, 5, 0, 7, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
  return Uint8Array.of(0xff, 0xd8, ...segments.flat(), ...frame, 0xff, 0xd9);
}

describe("the header of a JPEG", () => {
  test("tells size, density and how the camera was held", () => {
    expect(readJpeg(jpeg())).toMatchObject({ width: 7, height: 5, density: 96 });
    expect(readJpeg(jpeg())).not.toHaveProperty("orientation");
    expect(readJpeg(jpeg(exif(6, 300)))).toMatchObject({
      width: 5,
      height: 7,
      density: 300,
      orientation: 6,
    });
    expect(readJpeg(jpeg(exif(3, 0)))).toMatchObject({
      width: 7,
      height: 5,
      density: 96,
      orientation: 3,
    });
    expect(readJpeg(jpeg(exif(1, 72)))).not.toHaveProperty("orientation");
    expect(readJpeg(jpeg(exif(9, 72)))).not.toHaveProperty("orientation");
  });

  test("may be cut off or broken anywhere", () => {
    const whole = jpeg(exif(6, 300), icc(profile("RGB ")));
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.nat(whole.length - 1),
        fc.nat(255),
        (length, at, value) => {
          const broken = whole.slice(0, length);
          if (at < length) broken[at] = value;
          expect(() => [readJpeg(broken), profileOf(broken)]).not.toThrow();
        },
      ),
      { numRuns: runs(1000) },
    );
  });
});

test("a profile is put together from its parts, and used where it fits", () => {
  const found = profileOf(jpeg(icc(profile("RGB "))));
  expect([...(found ?? [])]).toEqual(profile("RGB "));
  expect(isUsable(Uint8Array.from(profile("RGB ")), 3)).toBe(true);
  expect(isUsable(Uint8Array.from(profile("CMYK")), 3)).toBe(false);
  expect(isUsable(Uint8Array.from(profile("GRAY")), 1)).toBe(true);
  expect(isUsable(Uint8Array.from(profile("RGB ").slice(0, 139)), 3)).toBe(false);
});

test("in PDF the picture is painted upright, in the colours of its profile", async () => {
  const image = readJpeg(jpeg(exif(6, 72), icc(profile("RGB "))));
  const document = documentOf([
    { kind: "figure", id: "f", image: { source: "map", alternative: "A map" } },
  ]);
  const { bytes } = render(document, "accessible", image === undefined ? {} : { map: image });
  expect(await checkPdf(bytes)).toEqual([]);
  const objects = await readObjects(bytes);
  const images = objects.references
    .map((reference) => objects.dictionary(reference))
    .filter((dictionary) => dictionary["/Subtype"] === "/Image");
  expect(images.map((image) => objects.array(image["/ColorSpace"])[0])).toEqual(["/ICCBased"]);
  const [page = ""] = objects.pages;
  const content = objects.stream(objects.dictionary(page)["/Contents"]);
  expect(content).toContain("cm 0 -1 1 0 0 1 cm /I1 Do");
});
