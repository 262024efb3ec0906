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
  const { output: _, record, ...asked } = target;
  const group = JSON.stringify(sorted(asked));
  return {
    name: record === undefined ? group : `${group} ${JSON.stringify(sorted(record.values))}`,
    group,
    parts: {
      "the program": options.engine,
      "the date for today": options.asOf ?? "",
      "the date of SOURCE_DATE_EPOCH": options.epochDate ?? "",
      "a setting in dossier.yaml": settingsDigest(options.project),
    },
  };
}

/** Of all settings but those that only say what is to be made and where. */
export function settingsDigest(project: Project | undefined): string {
  if (project === undefined) return "";
  const { sources: _, targets: __, outFolder: ___, ...settings } = project;
  return digestOf(JSON.stringify(settings, plain));
}

function plain(_: string, value: unknown): unknown {
  return value instanceof Map ? [...value.entries()] : value;
}

function sorted(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
