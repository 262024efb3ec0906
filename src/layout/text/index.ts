// Text: fonts, and paragraphs set in lines.
export type { Direction } from "./direction.ts";
export { directionOf, directionOfLanguage } from "./direction.ts";
export { openFace } from "./face.ts";
export type { FontFace, ShapedText } from "./font-face.ts";
export type { Line, TextContext, TextInput } from "./line.ts";
export { measureText, setText } from "./set-text.ts";
export type { Shaper } from "./shaper.ts";
export { openShaper } from "./shaper.ts";
export { countWords } from "./words.ts";
