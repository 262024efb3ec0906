import type { Diagnostic, Outcome } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";
import type { Labels, Prepared, PreparedForm } from "../settings/index.ts";
import {
  labelsForm,
  nothingPrepared,
  openPrepared,
  readLabels,
  readTemplateSettings,
  templateSettingsForm,
  usualTemplateSettings,
} from "../settings/index.ts";
import type { Template } from "./engine/index.ts";
import { parseTemplate, templateFromJson, templateToJson } from "./engine/index.ts";
import { helperNames } from "./helpers/names.ts";
import type { TemplateFolder } from "./template-folder.ts";

/**
 * Reads the template of this name. A file in the project's `templates/NAME/` or `templates/partials/` wins over the shipped
 * one, so that a project can change the labels alone; undefined when there is no `template.md.hbs` in either place.
 * @param folder of the project's templates; absent: `templates`
 * @param prepared what was read of shipped files before; absent: what the program has
 */
export function readTemplateFolder(
  host: Host,
  name: string,
  folder?: string,
  prepared: Prepared = openPrepared(host, name),
): Outcome<TemplateFolder | undefined> {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return { value: undefined, diagnostics: [] };
  const reading = createReading(host, prepared, folder);
  const main = reading.text(`templates/${name}/template.md.hbs`);
  if (main === undefined) return { value: undefined, diagnostics: [] };
  const settings = reading.text(`templates/${name}/template.yaml`);
  const value: TemplateFolder = {
    name,
    main: templateIn(reading, main),
    partials: new Map([
      ...partialsIn(reading, "templates/partials"),
      ...partialsIn(reading, `templates/${name}/partials`),
    ]),
    settings:
      settings === undefined
        ? usualTemplateSettings()
        : reading.take(
            settings,
            () => readTemplateSettings(settings.file, settings.text()),
            templateSettingsForm,
          ),
    labels: labelsIn(reading, `templates/${name}`),
    files: reading.files,
  };
  return { value, diagnostics: reading.diagnostics };
}

/** Names of all templates, a project's own among them, in order of code units. */
export function listTemplates(host: Host, folder?: string): readonly string[] {
  const reading = createReading(host, nothingPrepared, folder);
  return reading.names("templates").flatMap((entry) => {
    const name = entry.endsWith("/") ? entry.slice(0, -1) : "";
    return /^[a-z][a-z0-9-]*$/.test(name) && reading.has(`templates/${name}/template.md.hbs`)
      ? [name]
      : [];
  });
}

/** The path of a template's file, `templates/report/theme.yaml`, where the project has its templates in another folder. */
export function ownPath(path: string, folder = "templates"): string {
  return path.replace(/^templates(?=\/|$)/, () => folder.replace(/\/+$/, ""));
}

type ReadFile = {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Of the usual folder; its path is then that of the shipped file. */
  readonly usual: boolean;
  readonly text: () => string;
};

const templateForm: PreparedForm<Template> = { to: templateToJson, from: templateFromJson };

type Reading = {
  /** The project's file of this path, or else the shipped one. */
  readonly text: (path: string) => ReadFile | undefined;
  /** The shipped file and the project's, in this order. */
  readonly texts: (path: string) => readonly ReadFile[];
  readonly has: (path: string) => boolean;
  /** Names in a folder of the project and in the shipped one. */
  readonly names: (folder: string) => readonly string[];
  /** What a file says; what was told of it is kept. */
  readonly take: <Value>(
    read: ReadFile,
    parse: () => Outcome<Value>,
    form: PreparedForm<Value>,
  ) => Value;
  readonly files: string[];
  readonly diagnostics: Diagnostic[];
};

function createReading(host: Host, prepared: Prepared, folder = "templates"): Reading {
  const own = (path: string): string => ownPath(path, folder);
  const files: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const decoded = (
    bytes: Uint8Array | undefined,
    file: string,
    shipped: boolean,
  ): ReadFile | undefined => {
    if (bytes === undefined) return undefined;
    files.push(shipped ? `shipped:${file}` : file);
    return {
      file,
      bytes,
      usual: shipped || own(file) === file,
      text: () => new TextDecoder().decode(bytes),
    };
  };
  const inProject = (path: string): ReadFile | undefined =>
    decoded(host.read(own(path)), own(path), false);
  const inProgram = (path: string): ReadFile | undefined => decoded(host.shipped(path), path, true);
  return {
    text: (path) => inProject(path) ?? inProgram(path),
    texts: (path) => [inProgram(path), inProject(path)].flatMap((read) => read ?? []),
    has: (path) => host.exists(own(path)) || host.shipped(path) !== undefined,
    names: (folder) =>
      [...new Set([...host.list(own(folder)), ...host.listShipped(folder)])].sort((a, b) =>
        a < b ? -1 : 1,
      ),
    take(read, parse, form) {
      const outcome = read.usual ? prepared.take(read.file, [read.bytes], parse, form) : parse();
      diagnostics.push(...outcome.diagnostics);
      return outcome.value;
    },
    files,
    diagnostics,
  };
}

function partialsIn(reading: Reading, folder: string): readonly (readonly [string, Template])[] {
  return reading.names(folder).flatMap((entry) => {
    const name = /^([\w-]+)\.md\.hbs$/.exec(entry)?.[1];
    const read = name === undefined ? undefined : reading.text(`${folder}/${entry}`);
    if (name === undefined || read === undefined) return [];
    return [[name, templateIn(reading, read)] as const];
  });
}

function templateIn(reading: Reading, read: ReadFile): Template {
  const parse = (): Outcome<Template> => parseTemplate(read.file, read.text(), helperNames());
  return reading.take(read, parse, templateForm);
}

/** Labels of the shared folder first, those of the template over them, and the project's over the shipped ones. */
function labelsIn(reading: Reading, folder: string): ReadonlyMap<string, Labels> {
  const labels = new Map<string, Labels>();
  for (const place of ["templates/partials", folder]) {
    for (const entry of reading.names(place)) {
      const language = /^labels\.([a-z]{2,3})\.yaml$/.exec(entry)?.[1];
      if (language === undefined) continue;
      for (const read of reading.texts(`${place}/${entry}`)) {
        const own = reading.take(read, () => readLabels(read.file, read.text()), labelsForm);
        labels.set(language, new Map([...(labels.get(language) ?? []), ...own]));
      }
    }
  }
  return labels;
}
