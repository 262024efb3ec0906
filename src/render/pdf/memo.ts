import type { FontFace, Page, PlacedImage } from "../../layout/index.ts";
import type { FaceKey } from "../../theme/index.ts";
import type { PageDestinations, WrittenDestinations } from "./destinations.ts";
import type { EmbeddedFonts } from "./fonts/embed-font.ts";
import type { PdfImage, Picture } from "./images/picture.ts";
import type { MarkedPage } from "./structure/mark-pages.ts";
import type { StructureMemo } from "./structure/units.ts";
import type { Syntax } from "./syntax.ts";

/** The content of a page as it was painted, and what that rested on besides the page. */
export type Painted = {
  /** Its marks, how they are painted, and the language of the document. */
  readonly marked: MarkedPage;
  readonly marks: string;
  readonly language: string;
  /** Faces and pictures in the order in which they were first asked for, which is that of their objects. */
  readonly asked: readonly (PaintedFont | PaintedImage)[];
  /** Deflated content operators. */
  readonly content: Uint8Array;
};

/** A face, its name in the file, the glyphs that were painted of it. */
export type PaintedFont = {
  readonly kind: "font";
  readonly key: FaceKey;
  readonly face: FontFace;
  readonly name: string;
  readonly glyphs: readonly number[];
};

export type PaintedImage = {
  readonly kind: "image";
  readonly placed: PlacedImage;
  readonly image: PdfImage | undefined;
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
  /** Destinations of pages. */
  readonly destinations: PageDestinations;
  /** Names of places in the last file, as they were written. */
  named: WrittenDestinations;
  /** Structure of the last file; undefined: none, or one that nothing may be taken of. */
  structure: StructureMemo | undefined;
  /** Streams of objects, by the number of objects that are packed before them. */
  readonly streams: Map<number, PackedStream>;
  /** What streams are when they are deflated, by their very bytes. */
  readonly deflated: WeakMap<Uint8Array, Uint8Array>;
  readonly fonts: EmbeddedFonts;
  /** The profile of its colours; absent: none was made yet. */
  profile?: Uint8Array;
  /** Pictures by source, and the files that they were made of. */
  readonly pictures: Map<string, { readonly bytes: Uint8Array; readonly picture: Picture }>;
};

export function createPdfMemo(): PdfMemo {
  return {
    pages: new WeakMap(),
    destinations: new WeakMap(),
    named: [],
    structure: undefined,
    streams: new Map(),
    deflated: new WeakMap(),
    fonts: new WeakMap(),
    pictures: new Map(),
  };
}
