import type { Outcome } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";
import type { YamlMap } from "../settings/index.ts";
import { preparedPath, readYaml, recordPrepared } from "../settings/index.ts";
import { listTemplates, readTemplateFolder } from "../template/index.ts";
import { profilesOf } from "../theme/index.ts";
import { readTheme } from "./read-theme.ts";

/**
 * What the shipped templates say, for the bundler to put among the shipped files: path and JSON. `host` has no files of a
 * project.
 */
export function prepareTemplates(host: Host): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const template of listTemplates(host)) {
    const { prepared, json } = recordPrepared();
    readTemplateFolder(host, template, { prepared });
    const theme = readShipped(host, `templates/${template}/theme.yaml`);
    const read = (path: string): Outcome<YamlMap> | undefined => readShipped(host, path);
    for (const profile of theme === undefined ? [] : profilesOf(theme.value))
      readTheme({ host, read, prepared }, template, profile, undefined);
    files.set(preparedPath(template), json());
  }
  return files;
}

function readShipped(host: Host, path: string): Outcome<YamlMap> | undefined {
  const bytes = host.shipped(path);
  if (bytes === undefined) return undefined;
  const { value, diagnostics } = readYaml(path, new TextDecoder().decode(bytes));
  if (value.kind !== "map") throw new Error(`Bug: the shipped file "${path}" holds no fields.`);
  return { value, diagnostics };
}
