import { deflateSync } from "node:zlib";

/** What a PNG is made of. Samples are numbers of `bits` bits, row by row. */
export type PngPlan = {
  readonly width: number;
  readonly height: number;
  readonly bits: 1 | 2 | 4 | 8 | 16;
  /** Colour type of ISO/IEC 15948: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha. */
  readonly type: 0 | 2 | 3 | 4 | 6;
  readonly interlaced: boolean;
  readonly samples: readonly number[];
  /** Filter type of every row, in turn. */
  readonly filters: readonly number[];
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
};

export const samplesOfType = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

/** Writes a PNG; the checksums of its chunks are left at 0, which no reader of ours looks at. */
export function makePng(plan: PngPlan): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, plan.width);
  view.setUint32(4, plan.height);
  header.set([plan.bits, plan.type, 0, 0, plan.interlaced ? 1 : 0], 8);
  return join([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", header),
    ...(plan.palette === undefined ? [] : [chunk("PLTE", Uint8Array.from(plan.palette))]),
    ...(plan.transparency === undefined ? [] : [chunk("tRNS", Uint8Array.from(plan.transparency))]),
    chunk("IDAT", deflateSync(pixelData(plan))),
    chunk("IEND", new Uint8Array()),
  ]);
}

const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function pixelData(plan: PngPlan): Uint8Array {
  const count = samplesOfType[plan.type];
  const step = Math.max(1, (count * plan.bits) / 8);
  const parts: Uint8Array[] = [];
  let row = 0;
  for (const [x0, y0, dx, dy] of plan.interlaced ? adam7 : ([[0, 0, 1, 1]] as const)) {
    let above: Uint8Array | undefined;
    for (let y = y0; y < plan.height; y += dy) {
      const samples: number[] = [];
      for (let x = x0; x < plan.width; x += dx) {
        const from = (y * plan.width + x) * count;
        samples.push(...plan.samples.slice(from, from + count));
      }
      if (samples.length === 0) continue;
      const bytes = pack(samples, plan.bits);
      parts.push(filtered(bytes, above, plan.filters[row++ % plan.filters.length] ?? 0, step));
      above = bytes;
    }
  }
  return join(parts);
}

function pack(samples: readonly number[], bits: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((samples.length * bits) / 8));
  samples.forEach((sample, index) => {
    if (bits === 16) bytes.set([sample >> 8, sample & 255], index * 2);
    else {
      const at = index * bits;
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (sample << (8 - bits - (at & 7)));
    }
  });
  return bytes;
}

function filtered(
  row: Uint8Array,
  above: Uint8Array | undefined,
  filter: number,
  step: number,
): Uint8Array {
  const out = new Uint8Array(row.length + 1);
  out[0] = filter;
  row.forEach((value, at) => {
    const left = at >= step ? (row[at - step] ?? 0) : 0;
    const up = above?.[at] ?? 0;
    const corner = at >= step ? (above?.[at - step] ?? 0) : 0;
    const nearest = [left, up, corner].reduce((best, each) => {
      const wanted = left + up - corner;
      return Math.abs(wanted - each) < Math.abs(wanted - best) ? each : best;
    });
    const guess = [0, left, up, Math.floor((left + up) / 2), nearest][filter] ?? 0;
    out[at + 1] = value - guess;
  });
  return out;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, data.length);
  return join([length, new TextEncoder().encode(type), data, new Uint8Array(4)]);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
