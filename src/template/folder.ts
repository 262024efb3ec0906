import type { Outcome } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";
import type { Labels, Prepared } from "../settings/index.ts";
import {
  labelsForm,
  nothingPrepared,
  openPrepared,
  readLabels,
  readTemplateSettings,
  templateSettingsForm,
  usualTemplateSettings,
} from "../settings/index.ts";
import { readPartials, templateIn } from "./partials.ts";
import type { Reading } from "./reading.ts";
import { createReading } from "./reading.ts";
import type { TemplateFolder } from "./template-folder.ts";

export type TemplateFolderOptions = {
  /** Of the project's templates; absent: `templates`. */
  readonly folder?: string;
  /** Languages whose labels may be printed: `fr`; absent: all that there are. */
  readonly languages?: readonly string[];
  /** What was read of shipped files before; absent: what the program has. */
  readonly prepared?: Prepared;
};

/**
 * Reads the template of this name. A file in the project's `templates/NAME/` or `templates/partials/` wins over the shipped
 * one, so that a project can change the labels alone; undefined when there is no `template.md.hbs` in either place. Asks for what
 * the template uses and for nothing beside, since every document of it is made again when one of the answers changes.
 */
export function readTemplateFolder(
  host: Host,
  name: string,
  options: TemplateFolderOptions = {},
): Outcome<TemplateFolder | undefined> {
  if (!isTemplateName(name)) return { value: undefined, diagnostics: [] };
  const reading = createReading(host, options.prepared ?? openPrepared(host, name), options.folder);
  const main = reading.text(`templates/${name}/template.md.hbs`);
  if (main === undefined) return { value: undefined, diagnostics: [] };
  const settings = reading.text(`templates/${name}/template.yaml`);
  const template = templateIn(reading, main);
  const value: TemplateFolder = {
    name,
    main: template,
    partials: readPartials(reading, name, template),
    settings:
      settings === undefined
        ? usualTemplateSettings()
        : reading.take(
            settings,
            () => readTemplateSettings(settings.file, settings.text()),
            templateSettingsForm,
          ),
    labels: labelsIn(reading, `templates/${name}`, options.languages),
  };
  return { value, diagnostics: reading.diagnostics };
}

/** Whether there is a template of this name, shipped or a project's own. */
export function hasTemplate(host: Host, name: string, folder?: string): boolean {
  return (
    isTemplateName(name) &&
    createReading(host, nothingPrepared, folder).has(`templates/${name}/template.md.hbs`)
  );
}

/** Names of all templates, a project's own among them, in order of code units. */
export function listTemplates(host: Host, folder?: string): readonly string[] {
  const names = createReading(host, nothingPrepared, folder).names("templates");
  return names.flatMap((entry) => {
    const name = entry.endsWith("/") ? entry.slice(0, -1) : "";
    return hasTemplate(host, name, folder) ? [name] : [];
  });
}

function isTemplateName(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(name);
}

/** Labels of the shared folder first, those of the template over them, and the project's over the shipped ones. */
function labelsIn(
  reading: Reading,
  folder: string,
  languages: readonly string[] | undefined,
): ReadonlyMap<string, Labels> {
  const labels = new Map<string, Labels>();
  for (const place of ["templates/partials", folder]) {
    for (const language of languages ?? labelLanguages(reading, place)) {
      for (const read of reading.texts(`${place}/labels.${language}.yaml`)) {
        const own = reading.take(read, () => readLabels(read.file, read.text()), labelsForm);
        labels.set(language, new Map([...(labels.get(language) ?? []), ...own]));
      }
    }
  }
  return labels;
}

function labelLanguages(reading: Reading, place: string): readonly string[] {
  return reading
    .names(place)
    .flatMap((entry) => /^labels\.([a-z]{2,3})\.yaml$/.exec(entry)?.[1] ?? []);
}
