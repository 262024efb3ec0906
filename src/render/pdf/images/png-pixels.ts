import type { Pass, Png } from "./png.ts";
import { passesOf, samplesOf } from "./png.ts";

/**
 * The samples of a PNG, one byte each, row by row from the upper left: of 16 bits the higher 8, of fewer than 8 the number
 * itself.
 */
export function pngSamples(png: Png): Uint8Array {
  const samples = samplesOf(png);
  const all = new Uint8Array(png.width * png.height * samples);
  for (const pass of passesOf(png)) {
    const rows = unfilter(png.rows, pass, Math.max(1, (png.bits * samples) / 8));
    for (let row = 0; row < pass.height; row++) {
      const from = row * pass.bytes;
      const line = (pass.y + row * pass.stepY) * png.width;
      for (let column = 0; column < pass.width; column++) {
        const to = (line + pass.x + column * pass.stepX) * samples;
        for (let sample = 0; sample < samples; sample++) {
          all[to + sample] = sampleAt(rows, from, column * samples + sample, png.bits);
        }
      }
    }
  }
  return all;
}

function sampleAt(rows: Uint8Array, from: number, index: number, bits: number): number {
  if (bits === 8) return rows[from + index] as number;
  if (bits === 16) return rows[from + index * 2] as number;
  const position = index * bits;
  const byte = rows[from + (position >> 3)] as number;
  return (byte >> (8 - bits - (position & 7))) & ((1 << bits) - 1);
}

/** ISO/IEC 15948, clause 9: each byte was stored as its difference from those left, above, and above left. */
function unfilter(data: Uint8Array, pass: Pass, step: number): Uint8Array {
  const { bytes, height } = pass;
  const rows = new Uint8Array(bytes * height);
  for (let row = 0; row < height; row++) {
    const from = pass.start + row * (bytes + 1);
    const filter = data[from] as number;
    const to = row * bytes;
    for (let at = 0; at < bytes; at++) {
      const left = at >= step ? (rows[to + at - step] as number) : 0;
      const above = row > 0 ? (rows[to + at - bytes] as number) : 0;
      const corner = at >= step && row > 0 ? (rows[to + at - bytes - step] as number) : 0;
      rows[to + at] = (data[from + 1 + at] as number) + predicted(filter, left, above, corner);
    }
  }
  return rows;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
