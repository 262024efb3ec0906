/** Drawings: SVG as shapes, or as pixels where it is more than shapes. Only this folder knows the packages, which are loaded late. */
export { drawingOf } from "./drawing.ts";
export { readElements } from "./elements.ts";
export type { SvgPicture, SvgReader } from "./picture.ts";
export { openSvgReader } from "./picture.ts";
