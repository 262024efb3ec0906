// The Word template of an office: our document in its styles, headers, footers and sections, with everything of its own kept.
export { applyWordTemplate, type WordTemplateOptions } from "./apply.ts";
