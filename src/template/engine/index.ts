/** The template engine: Handlebars' language, run over data without a way out; it writes Markdown and gets back a tree. */
export { type Budget, usualBudget } from "./budget.ts";
export { type Evaluation, evaluate } from "./evaluate.ts";
export type { Call, Helper } from "./helper.ts";
export { type Output, type Printed, type Stretch, templatePlace } from "./output.ts";
export { parseTemplate } from "./parse-template.ts";
export { type PartialCalls, partialCalls } from "./partial-calls.ts";
export { type Rendered, render, type TemplateParts } from "./render.ts";
export { type Resolved, resolve } from "./resolve.ts";
export { standardHelpers } from "./standard-helpers.ts";
export type { Template } from "./template.ts";
export { type TemplateJson, templateFromJson, templateToJson } from "./template-json.ts";
export {
  type BlocksValue,
  blocksValue,
  type InlineValue,
  inlineValue,
  isValue,
  type TextValue,
  textValue,
  type Value,
} from "./value.ts";
