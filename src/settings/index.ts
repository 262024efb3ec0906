// Settings: reads YAML with places, and checks what the project, the head and the templates say.

export { type HeadSource, readHead } from "./head.ts";
export { type Labels, readLabels } from "./labels.ts";
export { mergeSettings } from "./merge.ts";
export { type Project, type ProjectBudget, type ProjectTarget, readProject } from "./project.ts";
export { createReader, type Reader, type ReaderOptions } from "./reader.ts";
export { readRecordTypes } from "./record-types.ts";
export {
  type Budget,
  type FieldKind,
  type NeededField,
  type NeededSelection,
  readTemplateSettings,
  type TemplateSettings,
  usualTemplateSettings,
} from "./template-settings.ts";
export type { YamlList, YamlMap, YamlText, YamlValue } from "./yaml.ts";
export { readYaml } from "./yaml.ts";
