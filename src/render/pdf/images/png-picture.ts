import { deflateSync } from "node:zlib";
import type { ImageAsset } from "../../../layout/index.ts";
import type { Syntax } from "../syntax.ts";
import type { Picture, Refusal } from "./picture.ts";
import { damaged } from "./picture.ts";
import type { Png } from "./png.ts";
import { readPng, samplesOf } from "./png.ts";
import { pngSamples } from "./png-pixels.ts";

/** A PNG for PDF. One without opacity keeps its rows and their filters, which PDF knows; others are decoded. */
export function pngPicture(asset: ImageAsset): Picture | Refusal {
  const png = readPng(asset.bytes);
  if (typeof png === "string") return damaged(png);
  const opacities = png.colour === "palette" ? png.transparency : undefined;
  if (png.alpha || opacities !== undefined) return withAlpha(png, opacities);
  if (png.interlaced) return decoded(png, pngSamples(png));
  const { width, height, bits } = png;
  const predictor = `<</Predictor 15/Colors ${samplesOf(png)}/BitsPerComponent ${bits}/Columns ${width}>>`;
  return {
    width,
    height,
    colourSpace: colourSpaceOf(png),
    bits,
    entries: { ...keyOf(png, bits), Filter: "/FlateDecode", DecodeParms: predictor },
    bytes: deflateSync(png.rows, { level: 6 }),
  };
}

function decoded(png: Png, samples: Uint8Array): Picture {
  const few = png.bits < 8 && png.colour !== "palette";
  return {
    width: png.width,
    height: png.height,
    colourSpace: colourSpaceOf(png),
    bits: 8,
    entries: keyOf(png, 8),
    // Greys of a few bits fill the whole range; numbers of a palette stay.
    bytes: few ? samples.map((value) => scaled(value, png.bits)) : samples,
  };
}

/** Colours and opacities apart, 8 bits each. */
function withAlpha(png: Png, opacities: Uint8Array | undefined): Picture {
  const samples = pngSamples(png);
  const pixels = png.width * png.height;
  const alpha = new Uint8Array(pixels);
  if (opacities !== undefined) {
    for (let at = 0; at < pixels; at++) alpha[at] = opacities[samples[at] as number] ?? 255;
    return { ...decoded(png, samples), alpha };
  }
  const count = samplesOf(png);
  const colours = new Uint8Array(pixels * (count - 1));
  for (let at = 0; at < pixels; at++) {
    for (let sample = 0; sample < count - 1; sample++) {
      colours[at * (count - 1) + sample] = samples[at * count + sample] as number;
    }
    alpha[at] = samples[at * count + count - 1] as number;
  }
  return { ...decoded(png, colours), alpha };
}

/** ISO 32000-1, 8.6.4 and 8.6.6.3. */
function colourSpaceOf({ colour, palette }: Png): Syntax {
  if (palette === undefined) return colour === "rgb" ? "/DeviceRGB" : "/DeviceGray";
  let digits = "";
  for (const byte of palette) digits += byte.toString(16).padStart(2, "0");
  return `[/Indexed/DeviceRGB ${palette.length / 3 - 1}<${digits}>]`;
}

/** 8.9.6.4: the one colour that is not painted, in samples of so many bits. */
function keyOf(png: Png, bits: number): Readonly<Record<string, Syntax>> {
  const { transparency, colour } = png;
  const count = colour === "rgb" ? 3 : 1;
  if (transparency === undefined || colour === "palette" || transparency.length < count * 2) {
    return {};
  }
  const range: number[] = [];
  for (let sample = 0; sample < count; sample++) {
    const whole = ((transparency[sample * 2] ?? 0) << 8) | (transparency[sample * 2 + 1] ?? 0);
    const value =
      bits === png.bits ? whole : png.bits === 16 ? whole >> 8 : scaled(whole, png.bits);
    range.push(value, value);
  }
  return { Mask: `[${range.join(" ")}]` };
}

function scaled(value: number, bits: number): number {
  return bits >= 8 ? value : Math.round((value * 255) / ((1 << bits) - 1));
}
