// Settings: reads YAML with places, and checks what the project, the head and the templates say.
export type { YamlList, YamlMap, YamlText, YamlValue } from "./yaml.ts";
export { readYaml } from "./yaml.ts";
export { mergeSettings } from "./merge.ts";
export { createReader, type Reader, type ReaderOptions } from "./reader.ts";
export { type Labels, readLabels } from "./labels.ts";
export {
  type Budget,
  type FieldKind,
  type NeededField,
  type NeededSelection,
  readTemplateSettings,
  type TemplateSettings,
  usualTemplateSettings,
} from "./template-settings.ts";
