import type { Identity } from "../cache/index.ts";
import { digestOf } from "../cache/index.ts";
import type { Project } from "../settings/index.ts";
import type { Target } from "./target.ts";

export type IdentityOptions = {
  /** Version of the program and of what runs it: another one may make other bytes. */
  readonly engine: string;
  readonly project: Project | undefined;
  /** ISO date asked for. */
  readonly asOf?: string;
  /** ISO date of the host. */
  readonly epochDate?: string;
};

/** What a target's file depends on, besides the files that are read on the way. */
export function identityOf(target: Target, options: IdentityOptions): Identity {
  const { output: _, record, attach, ...asked } = target;
  const group = JSON.stringify(sorted(asked));
  return {
    name: record === undefined ? group : `${group} ${JSON.stringify(sorted(record.values))}`,
    group,
    parts: {
      "the program": options.engine,
      "the date for today": options.asOf ?? "",
      "the date of SOURCE_DATE_EPOCH": options.epochDate ?? "",
      ...(attach === undefined ? {} : { "what is attached": attach.join(" ") }),
      ...settingsParts(options.project),
    },
  };
}

/** Of all settings but those that only say what is to be made and where. */
export function settingsDigest(project: Project | undefined): string {
  return project === undefined ? "" : digestOf(JSON.stringify(settingsOf(project), plain));
}

function settingsOf(
  project: Project,
): Omit<Project, "sources" | "targets" | "outFolder" | "attach"> {
  const { sources: _, targets: __, outFolder: ___, attach: ____, ...settings } = project;
  return settings;
}

/** As dossier.yaml calls them, where that is not how we do. `asOf` is the date for today. */
const names: Readonly<Record<string, string>> = {
  recordTypes: "records",
  budgets: "budget",
  wordTemplates: "word-template",
};

/** Each setting that says something. */
function settingsParts(project: Project | undefined): Readonly<Record<string, string>> {
  if (project === undefined) return {};
  const { asOf: _, ...settings } = settingsOf(project);
  const parts = Object.entries(settings).map(([name, value]) => {
    const text = JSON.stringify(value, plain);
    return [`"${names[name] ?? name}" in dossier.yaml`, text === "[]" ? "" : digestOf(text)];
  });
  return Object.fromEntries(parts.filter(([, digest]) => digest !== ""));
}

function plain(_: string, value: unknown): unknown {
  return value instanceof Map ? [...value.entries()] : value;
}

function sorted(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
