/** The ICC profile of a JPEG, put together from its segments APP2 (ICC.1:2022, B.4); undefined when it has none, or not all. */
export function profileOf(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<number, Uint8Array>();
  let count = 0;
  for (let at = 2; at + 4 < bytes.length && bytes[at] === 0xff; ) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xda) break; // the picture begins
    const length = view.getUint16(at + 2);
    if (marker === 0xe2 && length > 16 && at + 18 <= bytes.length && isProfile(bytes, at + 4)) {
      count = view.getUint8(at + 17);
      parts.set(view.getUint8(at + 16), bytes.subarray(at + 18, at + 2 + length));
    }
    at += marker === 0xff ? 1 : 2 + length;
  }
  if (count === 0 || parts.size !== count) return undefined;
  const ordered = [...parts].sort(([one], [other]) => one - other).map(([, part]) => part);
  const profile = new Uint8Array(ordered.reduce((sum, part) => sum + part.length, 0));
  let to = 0;
  for (const part of ordered) {
    profile.set(part, to);
    to += part.length;
  }
  return profile;
}

const signature = "ICC_PROFILE\u0000";

function isProfile(bytes: Uint8Array, at: number): boolean {
  return text(bytes, at, signature.length) === signature;
}

/**
 * Whether a file of PDF/A-2 may have it (ISO 19005-2, 6.2.4.2): whole, of version 2 or 4, of a device or colour space, and
 * for as many components.
 */
export function isUsable(profile: Uint8Array, components: number): boolean {
  if (profile.length < 132) return false;
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const version = view.getUint8(8);
  const kind = text(profile, 12, 4);
  const space = text(profile, 16, 4);
  return (
    view.getUint32(0) === profile.length &&
    (version === 2 || version === 4) &&
    ["scnr", "mntr", "prtr", "spac"].includes(kind) &&
    space === ({ 1: "GRAY", 3: "RGB ", 4: "CMYK" } as Record<number, string>)[components] &&
    text(profile, 36, 4) === "acsp"
  );
}

function text(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
