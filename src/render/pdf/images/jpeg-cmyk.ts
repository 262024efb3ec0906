import { createRequire } from "node:module";

/**
 * A JPEG in the colours of a printing press as one in RGB, by the plain formula of ISO 32000-1, 10.3.5, since it does not say
 * which press is meant. Undefined when it cannot be read.
 */
export function withoutCmyk(bytes: Uint8Array): Uint8Array | undefined {
  const { decode, encode } = loadJpeg();
  try {
    const { width, height, data } = decode(bytes, {
      useTArray: true,
      formatAsRGBA: true,
      tolerantDecoding: false,
      maxResolutionInMP: 41,
      maxMemoryUsageInMB: 2048,
    });
    return new Uint8Array(encode({ width, height, data }, quality).data);
  } catch {
    return undefined;
  }
}

/** High enough that the second loss is not seen. */
const quality = 92;

/** Whether the numbers of inks stand upside down, as Adobe's programs write them and say so (segment APP14). */
export function isOfAdobe(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xda) return false;
    if (marker === 0xee && view.getUint32(at + 4) === 0x41646f62) return true; // "Adob"
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return false;
}

/** The package jpeg-js, loaded for the first such picture. A bundler sees the name. */
function loadJpeg(): typeof import("jpeg-js") {
  return typeof require === "function"
    ? require("jpeg-js")
    : createRequire(import.meta.url)("jpeg-js");
}
