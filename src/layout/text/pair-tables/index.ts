// Shaping of Latin text by tables that are measured when the program is built, in place of HarfBuzz.
export type { PairTable } from "./format.ts";
export { measuredLanguages, readPairTable, undecided, writePairTable } from "./format.ts";
export { measurePairs } from "./measure.ts";
export type { ShapeByPairs } from "./shape-by-pairs.ts";
export { shapeByPairs } from "./shape-by-pairs.ts";
export { textByPairs } from "./text-by-pairs.ts";
