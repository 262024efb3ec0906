/** What templates can call: the standard helpers, and those that know the model, the labels and the pages. */
export { createHelpers, helperNames } from "./create-helpers.ts";
