export type { FontFace, ShapedText, ShapeOptions } from "./font-face.ts";
export type { Line, TextContext, TextInput } from "./line.ts";
