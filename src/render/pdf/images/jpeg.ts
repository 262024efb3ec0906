import type { ImageAsset } from "../../../layout/index.ts";
import { isOfAdobe, withoutCmyk } from "./jpeg-cmyk.ts";
import { isUsable, profileOf } from "./jpeg-profile.ts";
import type { Picture, Refusal } from "./picture.ts";
import { damaged } from "./picture.ts";

/** A JPEG goes into the file as it is (DCTDecode, ISO 32000-1, 7.4.8), if its colours may. */
export function jpegPicture({ bytes }: ImageAsset): Picture | Refusal {
  const frame = frameOf(bytes);
  if (frame === undefined) return damaged("it has no picture in it");
  // Differential and lossless frames, and samples of other sizes, are unknown to PDF.
  if (![0xc0, 0xc1, 0xc2].includes(frame.marker) || frame.bits !== 8) {
    return damaged("it is of a kind of JPEG that PDF does not know");
  }
  if (!endsWell(bytes)) return damaged("it ends too early");
  if (frame.components === 1 || frame.components === 3) {
    return {
      width: frame.width,
      height: frame.height,
      colourSpace: frame.components === 1 ? "/DeviceGray" : "/DeviceRGB",
      bits: 8,
      entries: { Filter: "/DCTDecode" },
      bytes,
      ...profiled(bytes, frame.components),
    };
  }
  return frame.components === 4 ? ofFourInks(bytes, frame) : damaged("its colours are unknown");
}

/** ISO 19005-2, 6.2.4: with its own profile it may stay as it is; without one the file, which is for screens, cannot hold it. */
function ofFourInks(bytes: Uint8Array, frame: Frame): Picture | Refusal {
  const { profile } = profiled(bytes, 4);
  const { width, height } = frame;
  const common = { width, height, bits: 8 };
  if (profile !== undefined) {
    const upsideDown = isOfAdobe(bytes) ? { Decode: "[1 0 1 0 1 0 1 0]" } : {};
    const entries = { Filter: "/DCTDecode", ...upsideDown };
    return { ...common, colourSpace: "/DeviceCMYK", entries, bytes, profile };
  }
  const converted = withoutCmyk(bytes);
  if (converted !== undefined) {
    const entries = { Filter: "/DCTDecode" };
    return { ...common, colourSpace: "/DeviceRGB", entries, bytes: converted };
  }
  return {
    refused: "colours",
    because:
      "is in CMYK, the colours of a printing press, and does not say which, so that it cannot be turned into those of a screen",
    hint: "Convert it to RGB.",
  };
}

type Frame = {
  readonly marker: number;
  readonly bits: number;
  readonly width: number;
  readonly height: number;
  readonly components: number;
};

/** The profile, where it is for colours of that many components. */
function profiled(bytes: Uint8Array, components: number): { readonly profile?: Uint8Array } {
  const profile = profileOf(bytes);
  return profile !== undefined && isUsable(profile, components) ? { profile } : {};
}

/** The frame header (ITU-T T.81, B.2.2): SOF0 to SOF15 but for DHT, JPG and DAC. */
function frameOf(bytes: Uint8Array): Frame | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return {
        marker,
        bits: view.getUint8(at + 4),
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        components: view.getUint8(at + 9),
      };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Whether the end of image (FF D9) stands near the end; cameras may write a little after it. */
function endsWell(bytes: Uint8Array): boolean {
  const last = Math.max(2, bytes.length - 4096);
  for (let at = bytes.length - 2; at >= last; at--) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  }
  return false;
}
