export type { Assets, ImageAsset } from "./assets.ts";
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
export type { FontFace, ShapedText } from "./text/index.ts";
export type { LayoutTrace, TraceLine, TracePage } from "./trace.ts";
