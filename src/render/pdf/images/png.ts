import { inflateSync } from "node:zlib";
import { joined } from "../syntax.ts";

/** A PNG taken apart (ISO/IEC 15948), its pixels inflated and still filtered. */
export type Png = {
  readonly width: number;
  readonly height: number;
  /** Bits a sample: 1, 2, 4, 8, 16. */
  readonly bits: number;
  readonly colour: "grey" | "rgb" | "palette";
  /** Whether each pixel has a sample of its opacity. */
  readonly alpha: boolean;
  readonly interlaced: boolean;
  /** RGB triples. */
  readonly palette?: Uint8Array;
  /** The chunk tRNS: opacities of the palette, or one colour that is not painted. */
  readonly transparency?: Uint8Array;
  /** Rows of a filter type and samples; of all seven passes when interlaced. */
  readonly rows: Uint8Array;
};

const kinds: Readonly<Record<number, readonly [Png["colour"], boolean, readonly number[]]>> = {
  0: ["grey", false, [1, 2, 4, 8, 16]],
  2: ["rgb", false, [8, 16]],
  3: ["palette", false, [1, 2, 4, 8]],
  4: ["grey", true, [8, 16]],
  6: ["rgb", true, [8, 16]],
};

/** Reads a PNG; a text says what is wrong with one that cannot be read. */
export function readPng(bytes: Uint8Array): Png | string {
  const chunks = chunksOf(bytes);
  const header = chunks.find(({ type }) => type === "IHDR")?.data;
  if (header === undefined || header.length < 13) return "it has no header";
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const kind = kinds[view.getUint8(9)];
  const bits = view.getUint8(8);
  if (kind === undefined || !kind[2].includes(bits)) return "its header is wrong";
  const [colour, alpha] = kind;
  const shape = {
    width: view.getUint32(0),
    height: view.getUint32(4),
    bits,
    colour,
    alpha,
    interlaced: view.getUint8(12) === 1,
  };
  const palette = chunks.find(({ type }) => type === "PLTE")?.data;
  if (colour === "palette" && (palette === undefined || palette.length < 3)) {
    return "it has no palette";
  }
  const transparency = alpha ? undefined : chunks.find(({ type }) => type === "tRNS")?.data;
  const rows = inflateRows(chunks, shape);
  if (typeof rows === "string") return rows;
  return {
    ...shape,
    rows,
    ...(palette === undefined || colour !== "palette" ? {} : { palette: triples(palette) }),
    ...(transparency === undefined ? {} : { transparency }),
  };
}

type Chunk = { readonly type: string; readonly data: Uint8Array };

/** Length, type, data, checksum, one after another until IEND or the end. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    if (type === "IEND") break;
    at += 12 + length;
  }
  return chunks;
}

function triples(palette: Uint8Array): Uint8Array {
  return palette.subarray(0, Math.min(768, palette.length - (palette.length % 3)));
}

type Shape = Pick<Png, "width" | "height" | "bits" | "colour" | "alpha" | "interlaced">;

function inflateRows(chunks: readonly Chunk[], shape: Shape): Uint8Array | string {
  const parts = chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data);
  const data = joined(parts);
  const expected = passesOf(shape).reduce((sum, pass) => sum + pass.height * (1 + pass.bytes), 0);
  let rows: Uint8Array;
  try {
    // No more than it should be, so that a small file cannot fill the memory.
    rows = inflateSync(data, { maxOutputLength: Math.max(1, expected) });
  } catch {
    return "its pixels cannot be unpacked";
  }
  if (rows.length < expected) return "it ends too early";
  for (const pass of passesOf(shape)) {
    for (let row = 0; row < pass.height; row++) {
      if ((rows[pass.start + row * (1 + pass.bytes)] ?? 0) > 4) return "its rows are wrong";
    }
  }
  return rows;
}

/** A grid of pixels that is stored by itself: the whole image, or one of the seven of Adam7 (8.2). */
export type Pass = {
  /** Where its rows begin. */
  readonly start: number;
  readonly width: number;
  readonly height: number;
  /** Bytes of a row without its filter type. */
  readonly bytes: number;
  /** Place of its first pixel in the image, and the steps between pixels. */
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
};

const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export function passesOf(shape: Shape): readonly Pass[] {
  const passes: Pass[] = [];
  let start = 0;
  for (const [x, y, stepX, stepY] of shape.interlaced ? adam7 : ([[0, 0, 1, 1]] as const)) {
    const width = Math.ceil((shape.width - x) / stepX);
    const height = Math.ceil((shape.height - y) / stepY);
    if (width <= 0 || height <= 0) continue;
    const bytes = Math.ceil((width * shape.bits * samplesOf(shape)) / 8);
    passes.push({ start, width, height, bytes, x, y, stepX, stepY });
    start += height * (1 + bytes);
  }
  return passes;
}

/** Samples a pixel. */
export function samplesOf({ colour, alpha }: Pick<Png, "colour" | "alpha">): number {
  return (colour === "rgb" ? 3 : 1) + (alpha ? 1 : 0);
}
