/** Layout: a document and a theme become pages of positioned things. */

export type { Assets, ImageAsset } from "./assets.ts";
export { formulaSource } from "./assets.ts";
export { type LaidOut, layOut } from "./lay-out.ts";
export { createLayoutMemo, type LayoutMemo, type MemoCounts } from "./memo/index.ts";
export type {
  Destination,
  Disc,
  FilledBox,
  GlyphRun,
  LinkArea,
  Page,
  PageItem,
  PlacedImage,
  StrokedBox,
  Tag,
} from "./page.ts";
export {
  type FontFace,
  openFace,
  openShaper,
  type ShapedText,
  type Shaper,
} from "./text/index.ts";
export { type LayoutTrace, type TraceLine, type TracePage, traceOf } from "./trace.ts";
