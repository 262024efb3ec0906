import type { Reference } from "../sink.ts";
import type { Syntax } from "../syntax.ts";

/** An image as PDF takes it. Colours are sRGB unless it has a profile. */
export type Picture = {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly colourSpace: Syntax;
  /** Bits a sample. */
  readonly bits: number;
  /** What else its dictionary says: a filter when the bytes have one already, a colour that is not painted. */
  readonly entries: Readonly<Record<string, Syntax>>;
  readonly bytes: Uint8Array;
  /** One byte a pixel, 255 opaque; absent: all is opaque. */
  readonly alpha?: Uint8Array;
  /** ICC profile of its colours; absent: they are sRGB. */
  readonly profile?: Uint8Array;
};

/** An image in this file. */
export type PdfImage = {
  /** Name in the resources of pages: `I1`. */
  readonly name: string;
  readonly reference: Reference;
  readonly transparent: boolean;
  /** By the numbers of Exif; absent: as it is stored. */
  readonly orientation?: number;
};

/** An image that cannot be in the file. */
export type Refusal = {
  readonly refused: "colours" | "damage";
  /** Goes on from "The image X ". */
  readonly because: string;
  readonly hint: string;
};

export function damaged(what: string): Refusal {
  return {
    refused: "damage",
    because: `is damaged: ${what}`,
    hint: "Open it in an image editor and save it again.",
  };
}
