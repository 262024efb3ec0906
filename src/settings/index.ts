// Settings: reads YAML with places, and checks what the project, the head and the templates say.

export { type HeadSource, headChoices, readHead } from "./head.ts";
export { type Labels, labelsForm, readLabels } from "./labels.ts";
export { mergeSettings } from "./merge.ts";
export {
  nothingPrepared,
  openPrepared,
  type Prepared,
  type PreparedForm,
  preparedPath,
  recordPrepared,
} from "./prepared.ts";
export {
  type Attachment,
  attachments,
  type Project,
  type ProjectBudget,
  type ProjectTarget,
  readProject,
} from "./project.ts";
export { createReader, type Range, type Reader, type ReaderOptions } from "./reader.ts";
export { readRecordTypes } from "./record-types.ts";
export type { RuleLevel } from "./rules.ts";
export {
  type Budget,
  type FieldKind,
  type NeededField,
  type NeededSelection,
  readTemplateSettings,
  type TemplateSettings,
  templateSettingsForm,
  usualTemplateSettings,
} from "./template-settings.ts";
export { readYaml } from "./yaml.ts";
export type { YamlList, YamlMap, YamlText, YamlValue } from "./yaml-value.ts";
