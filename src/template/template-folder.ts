import type { Labels, TemplateSettings } from "../settings/index.ts";
import type { Template } from "./engine/index.ts";

/** A template as read: what it writes, what it needs, its words. */
export type TemplateFolder = {
  readonly name: string;
  readonly settings: TemplateSettings;
  /** By language: of those that were asked for, the ones with a `labels.LANGUAGE.yaml`. */
  readonly labels: ReadonlyMap<string, Labels>;
  readonly main: Template;
  /** Those that it calls; all that there are where it calls one that is computed or missing. */
  readonly partials: ReadonlyMap<string, Template>;
};
