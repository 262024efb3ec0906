/**
 * The colour space of screens, sRGB (IEC 61966-2-1), as an ICC profile of version 2.1 (ICC.1:1998-09): what the output intent
 * of PDF/A says that the colours mean. Computed, so that no file of another has to be carried along.
 */
export function srgbProfile(): Uint8Array {
  const curve = responseCurve();
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ["desc", description("sRGB IEC61966-2.1")],
    ["cprt", plainText("No copyright, use freely")],
    // White of the screen, then the primaries as seen by an eye that is used to paper (D50).
    ["wtpt", coordinates(0.9505, 1, 1.0891)],
    ["rXYZ", coordinates(0.43607, 0.22249, 0.01392)],
    ["gXYZ", coordinates(0.38515, 0.71687, 0.09708)],
    ["bXYZ", coordinates(0.14307, 0.06061, 0.7141)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const directory = 132 + tags.length * 12;
  const places = new Map<Uint8Array, number>();
  let size = directory;
  for (const [, data] of tags) {
    if (places.has(data)) continue;
    places.set(data, size);
    size += (data.length + 3) & ~3;
  }
  const profile = new Uint8Array(size);
  const view = new DataView(profile.buffer);
  writeHeader(profile, view);
  view.setUint32(128, tags.length);
  for (const [index, [name, data]] of tags.entries()) {
    const place = places.get(data) ?? 0;
    writeText(profile, 132 + index * 12, name);
    view.setUint32(136 + index * 12, place);
    view.setUint32(140 + index * 12, data.length);
    profile.set(data, place);
  }
  return profile;
}

/** 6.1. The illuminant is D50. */
function writeHeader(profile: Uint8Array, view: DataView): void {
  view.setUint32(0, profile.length);
  view.setUint32(8, 0x02100000);
  writeText(profile, 12, "mntrRGB XYZ ");
  view.setUint16(24, 1998);
  view.setUint16(26, 2);
  view.setUint16(28, 9);
  writeText(profile, 36, "acsp");
  view.setUint32(68, fixed(0.9642));
  view.setUint32(72, fixed(1));
  view.setUint32(76, fixed(0.8249));
}

/** 6.5.2: how much light a number gives, at 1024 points. */
function responseCurve(): Uint8Array {
  const points = 1024;
  const curve = tag("curv", 12 + points * 2);
  const view = new DataView(curve.buffer);
  view.setUint32(8, points);
  for (let point = 0; point < points; point++) {
    const value = point / (points - 1);
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    view.setUint16(12 + point * 2, Math.round(light * 65535));
  }
  return curve;
}

/** 6.5.16: ASCII, then no Unicode and no Macintosh text. */
function description(text: string): Uint8Array {
  const data = tag("desc", 12 + text.length + 1 + 78);
  new DataView(data.buffer).setUint32(8, text.length + 1);
  writeText(data, 12, text);
  return data;
}

function plainText(text: string): Uint8Array {
  const data = tag("text", 8 + text.length + 1);
  writeText(data, 8, text);
  return data;
}

function coordinates(x: number, y: number, z: number): Uint8Array {
  const data = tag("XYZ ", 20);
  const view = new DataView(data.buffer);
  for (const [index, value] of [x, y, z].entries()) view.setUint32(8 + index * 4, fixed(value));
  return data;
}

function tag(type: string, size: number): Uint8Array {
  const data = new Uint8Array(size);
  writeText(data, 0, type);
  return data;
}

/** s15Fixed16Number. */
function fixed(value: number): number {
  return Math.round(value * 65536);
}

function writeText(data: Uint8Array, at: number, text: string): void {
  for (let index = 0; index < text.length; index++) data[at + index] = text.charCodeAt(index);
}
