import { expect, test } from "vitest";
import type { ImageAsset } from "../../src/layout/index.ts";
import { documentOf } from "../layout/support.ts";
import { checkPdf } from "../support/pdf/check-pdf.ts";
import type { PngPlan } from "../support/pdf/make-png.ts";
import { makePng, samplesOfType } from "../support/pdf/make-png.ts";
import type { PdfObjects } from "../support/pdf/objects.ts";
import { readObjects } from "../support/pdf/objects.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import { tagsOf } from "../support/pdf/tag-tree.ts";
import { fc, runs } from "../support/property.ts";
import type { Rendered } from "./support.ts";
import { render } from "./support.ts";

const asset = (bytes: Uint8Array, format: ImageAsset["format"] = "png"): ImageAsset => ({
  format,
  width: 7,
  height: 5,
  density: 72,
  bytes,
});

/** A document of one figure. */
function figure(image: ImageAsset, alternative = "A map"): Rendered {
  const reference = { source: "map", alternative };
  const document = documentOf([{ kind: "figure", id: "f", image: reference }]);
  return render(document, "accessible", { map: image });
}

/** A header of a JPEG of so many colours; what follows is no picture, which nobody unpacks. */
function jpeg(components: number, marker = 0xc0): Uint8Array {
  const frame = [0xff, marker, 0, 8 + components * 3, 8, 0, 5, 0, 7, components];
  const rest = Array.from({ length: components }, (_, index) => [index + 1, 0x11, 0]).flat();
  return Uint8Array.of(0xff, 0xd8, ...frame, ...rest, 0xff, 0xd9);
}

const types = [0, 2, 3, 4, 6] as const;
const allowedBits = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
} as const;

const plans: fc.Arbitrary<PngPlan> = fc
  .constantFrom(...types)
  .chain((type) =>
    fc.record({ type: fc.constant(type), bits: fc.constantFrom(...allowedBits[type]) }),
  )
  .chain(({ type, bits }) => {
    const colours = 2 ** bits;
    const size = fc.constantFrom<readonly [number, number]>(
      [7, 5],
      [1, 1],
      [9, 3],
      [8, 8],
      [2, 17],
    );
    return size.chain(([width, height]) => {
      const count = width * height * samplesOfType[type];
      return fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        type: fc.constant(type),
        bits: fc.constant(bits),
        interlaced: fc.boolean(),
        samples: fc.array(fc.nat(colours - 1), { minLength: count, maxLength: count }),
        filters: fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }),
        ...(type === 3 ? paletteOf(colours) : {}),
      });
    });
  });

function paletteOf(colours: number) {
  const bytes = fc.array(fc.nat(255), { minLength: colours * 3, maxLength: colours * 3 });
  return { palette: bytes, transparency: fc.array(fc.nat(255), { maxLength: colours }) };
}

test("every kind of PNG has the colours and opacities in the file that it was made of", async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const { bytes, rules } = figure({
        ...asset(makePng(plan)),
        width: plan.width,
        height: plan.height,
      });
      expect(rules).toEqual([]);
      const objects = await readObjects(bytes);
      const { samples, alpha } = pixelsOf(objects);
      expect(samples).toEqual(coloursOf(plan));
      expect(alpha).toEqual(opacitiesOf(plan));
    }),
    { numRuns: runs(60) },
  );
});

/** The only image of the file, a number a sample. */
function pixelsOf(objects: PdfObjects): {
  readonly samples: readonly number[];
  readonly alpha: readonly number[] | undefined;
} {
  const resources = objects.dictionary(objects.dictionary(objects.pages[0])["/Resources"]);
  const image = objects.dictionary(resources["/XObject"])["/I1"];
  const mask = objects.dictionary(image)["/SMask"];
  return {
    samples: samplesOf(objects, image),
    alpha: mask === undefined ? undefined : samplesOf(objects, mask),
  };
}

function samplesOf(
  objects: PdfObjects,
  image: Parameters<PdfObjects["stream"]>[0],
): readonly number[] {
  const {
    "/Width": width,
    "/Height": height,
    "/BitsPerComponent": bits,
    "/ColorSpace": space,
  } = objects.dictionary(image);
  const count = Number(width) * (space === "/DeviceRGB" ? 3 : 1);
  const data = objects.stream(image);
  const row = Math.ceil((count * Number(bits)) / 8);
  const samples: number[] = [];
  for (let y = 0; y < Number(height); y++) {
    for (let at = 0; at < count; at++) {
      const bit = at * Number(bits);
      const byte = data.charCodeAt(y * row + (bit >> 3));
      const next = data.charCodeAt(y * row + (bit >> 3) + 1);
      if (bits === 16) samples.push(byte * 256 + next);
      else samples.push((byte >> (8 - Number(bits) - (bit & 7))) & (2 ** Number(bits) - 1));
    }
  }
  return samples;
}

/** Kept as they are; 8 bits where the image had to be taken apart. */
function coloursOf(plan: PngPlan): readonly number[] {
  const count = samplesOfType[plan.type];
  const alpha = plan.type === 4 || plan.type === 6;
  const colours = plan.samples.filter((_, index) => !(alpha && index % count === count - 1));
  if (!alpha && plan.transparency === undefined && !plan.interlaced) return colours;
  return colours.map((value) => (plan.type === 3 ? value : eightBits(value, plan.bits)));
}

const eightBits = (value: number, bits: number): number =>
  bits === 16 ? value >> 8 : Math.round((value * 255) / (2 ** bits - 1));

function opacitiesOf(plan: PngPlan): readonly number[] | undefined {
  const { transparency } = plan;
  if (transparency !== undefined) return plan.samples.map((value) => transparency[value] ?? 255);
  if (plan.type !== 4 && plan.type !== 6) return undefined;
  const count = samplesOfType[plan.type];
  return plan.samples
    .filter((_, index) => index % count === count - 1)
    .map((value) => eightBits(value, plan.bits));
}

const small: PngPlan = {
  width: 7,
  height: 5,
  bits: 8,
  type: 2,
  interlaced: false,
  samples: Array.from({ length: 105 }, (_, index) => index * 2),
  filters: [0, 1, 2, 3, 4],
};

test("a figure says what it shows and where it stands", async () => {
  const { bytes } = figure(asset(makePng(small)));
  const { tags } = await readPdf(bytes);
  const [tag] = tagsOf(tags, "Figure");
  expect(tag?.alternative).toBe("A map");
  const [left = 0, bottom = 0, right = 0, top = 0] = (tag?.attributes["BBox"] ??
    []) as readonly number[];
  expect(right - left).toBeCloseTo(7);
  expect(top - bottom).toBeCloseTo(5);
  expect(await checkPdf(bytes)).toEqual([]);
});

test("a decorative image is on the page and not in the tags", async () => {
  const { bytes } = figure(asset(makePng(small)), "");
  const objects = await readObjects(bytes);
  expect(pixelsOf(objects).samples).toEqual(small.samples);
  expect(
    objects.dictionary(objects.dictionary(objects.trailer["/Root"])["/StructTreeRoot"])["/K"],
  ).toBeDefined();
  expect(await checkPdf(bytes)).toEqual([]);
});

test("one colour of a PNG may be left out", async () => {
  const transparency = [0, 2, 0, 4, 0, 6];
  const objects = await readObjects(figure(asset(makePng({ ...small, transparency }))).bytes);
  const resources = objects.dictionary(objects.dictionary(objects.pages[0])["/Resources"]);
  const image = objects.dictionary(objects.dictionary(resources["/XObject"])["/I1"]);
  expect(image["/Mask"]).toEqual([2, 2, 4, 4, 6, 6]);
});

test("an image that is shown twice is in the file once", async () => {
  const image = { source: "map", alternative: "A map" };
  const document = documentOf([
    { kind: "figure", id: "f", image },
    { kind: "figure", id: "g", image },
  ]);
  const { bytes } = render(document, "accessible", { map: asset(makePng(small)) });
  const objects = await readObjects(bytes);
  const images = objects.references.filter(
    (reference) => objects.dictionary(reference)["/Subtype"] === "/Image",
  );
  expect(images.length).toBe(1);
});

test.each([
  [1, "/DeviceGray"],
  [3, "/DeviceRGB"],
])("a JPEG of %i colours goes into the file as it is", async (components, space) => {
  const bytes = jpeg(components);
  const rendered = figure(asset(bytes, "jpeg"));
  expect(rendered.rules).toEqual([]);
  const file = Array.from(rendered.bytes, (byte) => String.fromCharCode(byte)).join("");
  expect(file).toContain(String.fromCharCode(...bytes));
  expect(file).toContain(`/ColorSpace ${space}`);
});

test.each([
  ["a JPEG for printing presses", asset(jpeg(4), "jpeg"), "image-is-rgb"],
  ["a lossless JPEG", asset(jpeg(3, 0xc3), "jpeg"), "image-is-sound"],
  ["a JPEG that ends too early", asset(jpeg(3).slice(0, -2), "jpeg"), "image-is-sound"],
  ["a PNG cut short", asset(makePng(small).slice(0, -40)), "image-is-sound"],
  ["a PNG of nothing", asset(new Uint8Array(8)), "image-is-sound"],
  ["a PNG of a filter that is not", asset(makePng({ ...small, filters: [9] })), "image-is-sound"],
  ["a PNG without its palette", asset(makePng({ ...small, type: 3 })), "image-is-sound"],
  [
    "a PNG of more pixels than it holds",
    asset(makePng({ ...small, height: 50 }).slice()),
    "image-is-sound",
  ],
])("%s is refused, and a frame with its words stands there", async (_, image, rule) => {
  const { bytes, rules } = figure(image);
  expect(rules).toEqual([rule]);
  const { tags } = await readPdf(bytes);
  expect(tagsOf(tags, "Figure").map(({ alternative }) => alternative)).toEqual(["A map"]);
  expect(await checkPdf(bytes)).toEqual([]);
});

test("a PNG that unpacks to far more than it says is not unpacked", () => {
  const bomb = makePng({ ...small, samples: new Array(105).fill(0), height: 5, width: 7 });
  const huge = makePng({
    ...small,
    width: 2000,
    height: 2000,
    samples: new Array(12_000_000).fill(0),
  });
  // The header of the small one before the pixels of the large one.
  const bytes = Uint8Array.from([...bomb.slice(0, 33), ...huge.slice(33)]);
  expect(figure(asset(bytes)).rules).toEqual(["image-is-sound"]);
});

test("damaged images never stop the file", () => {
  const sound = makePng({ ...small, interlaced: true });
  fc.assert(
    fc.property(fc.nat(sound.length - 1), fc.nat(255), (at, byte) => {
      const bytes = sound.slice();
      bytes[at] = byte;
      expect(figure(asset(bytes)).bytes.length).toBeGreaterThan(1000);
    }),
    { numRuns: runs(150) },
  );
});
