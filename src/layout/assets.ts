import type { Place } from "../diagnostics/index.ts";
import type { Drawing, Formula } from "../document/index.ts";
import type { FaceKey } from "../theme/index.ts";
import type { FontFace } from "./text/font-face.ts";

/** What layout and painting need from files; gathered by build before, since layout has no host. */
export type Assets = {
  /** Opens on first use, keeps it; undefined when the theme has no such face. */
  readonly face: (key: FaceKey) => FontFace | undefined;
  /** Bytes of the font file of a face, for files that carry their fonts. Absent, or undefined: not there. */
  readonly fontFile?: (key: FaceKey) => Uint8Array | undefined;
  /** Faces asked, in order, for a character that the face of the text does not have. */
  readonly fallbacks: readonly FaceKey[];
  /** By the source path of the document; undefined when missing or refused (a diagnostic was given by build). */
  readonly image: (source: string) => ImageAsset | undefined;
};

/** The name by which assets have the drawing of a formula. No file has it. */
export function formulaSource({ tex, display }: Pick<Formula, "tex" | "display">): string {
  return `formula:${display ? "display" : "inline"}:${tex}`;
}

export type ImageAsset = {
  readonly format: "png" | "jpeg";
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /**
   * How the stored pixels are turned to be seen, by the numbers of Exif (2 to 8); absent: as they are. Width and height are
   * those of the picture as it is seen.
   */
  readonly orientation?: number;
  /** Pixels an inch; 96 where the file says nothing. */
  readonly density: number;
  readonly bytes: Uint8Array;
  /** The same as shapes, for those who can paint them; absent for pictures of pixels. */
  readonly drawing?: Drawing;
  /** The same as plain SVG; absent for other pictures. */
  readonly svg?: Uint8Array;
  /** Where the source first shows it, for what a renderer has to say of it; absent where that is not known. */
  readonly place?: Place;
};
