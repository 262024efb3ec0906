import type { FontFace, Page } from "../../layout/index.ts";
import type { FaceKey } from "../../theme/index.ts";
import type { Picture } from "./images/picture.ts";
import type { Syntax } from "./syntax.ts";

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

/** Objects that are packed in one stream. */
export type PackedStream = {
  readonly ids: readonly number[];
  /** The text of each. */
  readonly bodies: readonly Syntax[];
  /** What they add to the digest of the file. */
  readonly said: Uint8Array;
  /** Bytes of its head, before deflating. */
  readonly head: number;
  readonly deflated: Uint8Array;
};

/** What earlier files of one target were made of. It never changes a byte, only how long a file takes. */
export type PdfMemo = {
  readonly pages: WeakMap<Page, Painted>;
  /** Streams of objects, by the number of objects that are packed before them. */
  readonly streams: Map<number, PackedStream>;
  /** What streams are when they are deflated, by their very bytes. */
  readonly deflated: WeakMap<Uint8Array, Uint8Array>;
  /** Pictures by source, and the files that they were made of. */
  readonly pictures: Map<string, { readonly bytes: Uint8Array; readonly picture: Picture }>;
};

export function createPdfMemo(): PdfMemo {
  return {
    pages: new WeakMap(),
    streams: new Map(),
    deflated: new WeakMap(),
    pictures: new Map(),
  };
}
