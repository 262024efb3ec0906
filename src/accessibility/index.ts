// Accessibility of finished Word files, of ours or anybody's: what keeps readers out, with its place.
export { type CheckOptions, checkWordFile } from "./check-word-file.ts";
