/** Formulas in words, for those who hear a document. */
export { openSpeech } from "./speak.ts";
