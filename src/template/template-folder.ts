import type { Labels, TemplateSettings } from "../settings/index.ts";
import type { Template } from "./engine/index.ts";

/** A template as read: what it writes, what it needs, its words. */
export type TemplateFolder = {
  readonly name: string;
  readonly settings: TemplateSettings;
  /** By language: `en`, `fr`, and whatever `labels.LANGUAGE.yaml` there is. */
  readonly labels: ReadonlyMap<string, Labels>;
  readonly main: Template;
  /** Shared ones, and the template's own, which win. */
  readonly partials: ReadonlyMap<string, Template>;
  /** Paths of the files that were read, a project's own without `shipped:` before them. */
  readonly files: readonly string[];
};
