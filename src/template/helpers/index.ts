/** What templates can call: the standard helpers, and those that know the model, the labels and the pages. */
export { createHelpers } from "./create-helpers.ts";
