/** Templates: model and template to document. The one way through is `makeDocument`. */

export { createDocumentMemo } from "./document/index.ts";
export {
  hasTemplate,
  listTemplates,
  readTemplateFolder,
  type TemplateFolderOptions,
} from "./folder.ts";
export type { DocumentOptions } from "./make-document.ts";
export { makeDocument } from "./make-document.ts";
export { canSatisfy } from "./needs.ts";
export { newProject, newTemplate } from "./new-files.ts";
export { ownPath } from "./reading.ts";
export type { TemplateFolder } from "./template-folder.ts";
