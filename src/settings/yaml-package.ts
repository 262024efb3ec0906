import { createRequire } from "node:module";

/**
 * The package yaml, loaded when the first text has to be read by it: the heads of most sources are plain. Synchronous; a
 * bundler sees the name.
 */
export function loadYaml(): typeof import("yaml") {
  return typeof require === "function" ? require("yaml") : createRequire(import.meta.url)("yaml");
}
