import type { ImageAsset } from "../layout/index.ts";

/**
 * Markers up to the frame header (ITU-T T.81 B.1). The JFIF header or Exif gives the density, Exif also how the camera was
 * held.
 */
export function readJpeg(bytes: Uint8Array): ImageAsset | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segments = segmentsOf(view);
  const frame = segments.at(-1);
  if (frame === undefined || !isFrameHeader(frame.marker)) return undefined;
  const height = view.getUint16(frame.at + 5);
  const width = view.getUint16(frame.at + 7);
  if (width === 0 || height === 0) return undefined;
  let density: number | undefined;
  let orientation: number | undefined;
  for (const { marker, at } of segments) {
    if (marker === 0xe0) density ??= jfifDensity(view, at);
    if (marker !== 0xe1) continue;
    const exif = readExif(bytes.subarray(at + 4, at + 2 + view.getUint16(at + 2)));
    density ??= exif.density;
    orientation ??= exif.orientation;
  }
  const lies = orientation !== undefined && orientation >= 5;
  return {
    format: "jpeg",
    width: lies ? height : width,
    height: lies ? width : height,
    ...(orientation === undefined ? {} : { orientation }),
    density: plausible(density ?? 96),
    bytes,
  };
}

type Segment = { readonly marker: number; readonly at: number };

/** Up to and with the frame header; empty for what is no JPEG. */
function segmentsOf(view: DataView): readonly Segment[] {
  const segments: Segment[] = [];
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return segments;
  for (let at = 2; at + 9 < view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    // A fill byte may stand before a marker (B.1.1.2).
    if (marker === 0xff) at++;
    else {
      segments.push({ marker, at });
      if (isFrameHeader(marker)) break;
      at += 2 + view.getUint16(at + 2);
    }
  }
  return segments;
}

/** SOF0 to SOF15 without DHT, JPG and DAC. */
function isFrameHeader(marker: number): boolean {
  return (marker & 0xf0) === 0xc0 && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** JFIF 1.02. */
function jfifDensity(view: DataView, at: number): number | undefined {
  if (at + 18 >= view.byteLength || view.getUint32(at + 4) !== 0x4a464946) return undefined;
  const unit = view.getUint8(at + 11);
  if (unit === 1) return view.getUint16(at + 12);
  return unit === 2 ? view.getUint16(at + 12) * 2.54 : undefined;
}

type Exif = { readonly orientation?: number; readonly density?: number };

/** The first directory of Exif, which is TIFF 6.0 after six bytes: orientation (0x112), densities (0x11A, 0x128). */
function readExif(segment: Uint8Array): Exif {
  const mark = [0x45, 0x78, 0x69, 0x66, 0, 0];
  if (segment.length < 20 || mark.some((byte, index) => segment[index] !== byte)) return {};
  const tiff = segment.subarray(6);
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const start = view.getUint32(4, little);
  if (start + 2 > tiff.length) return {};
  const count = view.getUint16(start, little);
  let orientation: number | undefined;
  let resolution: number | undefined;
  let unit = 2;
  for (let entry = 0; entry < count; entry++) {
    const at = start + 2 + entry * 12;
    if (at + 12 > tiff.length) break;
    const tag = view.getUint16(at, little);
    if (tag === 0x112) orientation = view.getUint16(at + 8, little);
    if (tag === 0x128) unit = view.getUint16(at + 8, little);
    if (tag === 0x11a) resolution = rational(view, view.getUint32(at + 8, little), little);
  }
  const isTurned = orientation !== undefined && orientation >= 2 && orientation <= 8;
  return {
    ...(isTurned ? { orientation } : {}),
    ...(resolution === undefined ? {} : { density: unit === 3 ? resolution * 2.54 : resolution }),
  } as Exif;
}

function rational(view: DataView, at: number, little: boolean): number | undefined {
  if (at + 8 > view.byteLength) return undefined;
  const below = view.getUint32(at + 4, little);
  return below === 0 ? undefined : view.getUint32(at, little) / below;
}

/** Pixels an inch, or 96 for what cannot be meant. */
export function plausible(density: number): number {
  return density >= 10 && density <= 10_000 ? density : 96;
}
