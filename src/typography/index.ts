/** The small signs of a text by the customs of its language. */
export { quoteMarks } from "./quote-marks.ts";
export type { TypographySetting } from "./typeset.ts";
export { createTypesetMemo, typeset } from "./typeset.ts";
