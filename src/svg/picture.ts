import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Drawing } from "../document/index.ts";
import { drawingOf } from "./drawing.ts";
import { readElements } from "./elements.ts";
import { refusalOf } from "./guard.ts";

export type SvgPicture = {
  /** Of the whole in CSS pixels (1/96 inch). */
  readonly width: number;
  readonly height: number;
  /** PNG, `scale` pixels for each CSS pixel. */
  readonly pixels: Uint8Array;
  readonly scale: number;
  /** Plain SVG without anything from elsewhere, its words as outlines. */
  readonly svg: Uint8Array;
  /** Absent for a picture that is more than shapes. */
  readonly drawing?: Drawing;
};

/** Reads a picture; a text says why it cannot be shown, as the end of "The image X …". */
export type SvgReader = (bytes: Uint8Array) => SvgPicture | string;

const mostBytes = 10 * 1024 * 1024;
/** Pixels of the longer side. */
const mostPixels = 3000;
/** Pixels for a CSS pixel: 300 to the inch. */
const usualScale = 3.125;

let opened: Promise<void> | undefined;

/** `binary` is the file of resvg; words are set in the given fonts alone, so that they look alike on every machine. */
export async function openSvgReader(
  binary: Uint8Array,
  fonts: readonly { readonly family: string; readonly bytes: Uint8Array }[],
): Promise<SvgReader> {
  opened ??= initWasm(binary as BufferSource);
  await opened;
  const family = fonts[0]?.family ?? "";
  const font = {
    fontBuffers: fonts.map(({ bytes }) => bytes),
    defaultFontFamily: family,
    sansSerifFamily: family,
    serifFamily:
      fonts.find(({ family: name }) => /serif/i.test(name) && !/sans/i.test(name))?.family ??
      family,
    cursiveFamily: family,
    fantasyFamily: family,
    monospaceFamily: fonts.at(-1)?.family ?? family,
  };
  return (bytes) => {
    if (bytes.length > mostBytes) return "is an SVG of more than 10 MB";
    const text = new TextDecoder().decode(bytes);
    const refusal = refusalOf(text);
    if (refusal !== undefined) return refusal;
    try {
      return draw(text, { font });
    } catch (error) {
      const reason = String(error)
        .replace(/^Error: /, "")
        .replace(/^SVG data parsing failed cause /, "");
      return `is no SVG that can be drawn: ${reason}`;
    }
  };
}

type Options = NonNullable<ConstructorParameters<typeof Resvg>[1]>;

function draw(text: string, options: Options): SvgPicture | string {
  const plain = new Resvg(text, options);
  const { width, height } = plain;
  const svg = plain.toString();
  plain.free();
  const longer = Math.max(width, height);
  if (!(longer > 0) || longer > 1e6) return "has no size that could be printed";
  const scale = Math.min(usualScale, mostPixels / longer);
  const sized = new Resvg(text, { ...options, fitTo: { mode: "zoom", value: scale } });
  const rendered = sized.render();
  const pixels = rendered.asPng();
  rendered.free();
  sized.free();
  const root = readElements(svg);
  const drawing = root === undefined ? undefined : drawingOf(root);
  return {
    width,
    height,
    pixels,
    scale,
    svg: new TextEncoder().encode(svg),
    ...(drawing === undefined ? {} : { drawing }),
  };
}
