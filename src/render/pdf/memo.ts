import type { FontFace, Page } from "../../layout/index.ts";
import type { FaceKey } from "../../theme/index.ts";

/** The content of a page as it was painted, and what that rested on besides the page. */
export type Painted = {
  /** How it was marked, and in which languages. */
  readonly marks: string;
  /** In the order of first use: the face, its name in the file, the glyphs that were painted of it. */
  readonly fonts: readonly PaintedFont[];
  /** Deflated content operators. */
  readonly content: Uint8Array;
};

export type PaintedFont = {
  readonly key: FaceKey;
  readonly face: FontFace;
  readonly name: string;
  readonly glyphs: readonly number[];
};

/** What earlier files of one target were made of. It never changes a byte, only how long a file takes. */
export type PdfMemo = {
  readonly pages: WeakMap<Page, Painted>;
  /** By place in the file: streams of objects before and after deflating, Latin-1. */
  readonly streams: Map<number, { readonly text: string; readonly deflated: Uint8Array }>;
};

export function createPdfMemo(): PdfMemo {
  return { pages: new WeakMap(), streams: new Map() };
}
