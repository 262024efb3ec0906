import type { Outcome } from "../diagnostics/index.ts";
import { similarNames } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";
import type { Prepared, PreparedForm, Project, YamlMap } from "../settings/index.ts";
import { openPrepared } from "../settings/index.ts";
import { ownPath } from "../template/index.ts";
import type { Theme } from "../theme/index.ts";
import { resolveTheme } from "../theme/index.ts";

/** Where themes come from. */
export type ThemeSource = {
  readonly host: Host;
  /** A settings file of the project, or else the shipped one. */
  readonly read: (path: string) => Outcome<YamlMap> | undefined;
  /** Absent: what the program has. */
  readonly prepared?: Prepared;
};

type ThemeFile = { readonly path: string; readonly bytes: Uint8Array };

/** Themes are plain objects of texts and numbers. */
const themeForm: PreparedForm<Theme> = { to: (theme) => theme, from: (json) => json as Theme };

/** A project's own theme and brand win over the shipped ones; a template without a theme takes that of the report. */
export function readTheme(
  source: ThemeSource,
  product: string,
  profile: string,
  project: Project | undefined,
): Outcome<Theme> {
  const { host } = source;
  const own = (path: string): readonly string[] => [
    ...new Set([ownPath(path, project?.templates), path]),
  ];
  const theme = firstFile(
    host,
    [`templates/${product}/theme.yaml`, "templates/report/theme.yaml"].flatMap(own),
  );
  const brand = firstFile(host, [project?.brand, ...own("templates/brand.yaml")]);
  const prepared = source.prepared ?? openPrepared(host, product);
  const read = (): Outcome<Theme> => resolve(source, product, profile, { theme, brand });
  return prepared.take(`theme ${profile}`, [theme.bytes, brand.bytes], read, themeForm);
}

function resolve(
  source: ThemeSource,
  product: string,
  profile: string,
  files: { readonly theme: ThemeFile; readonly brand: ThemeFile },
): Outcome<Theme> {
  const theme = source.read(files.theme.path);
  const brand = source.read(files.brand.path);
  if (theme === undefined || brand === undefined)
    throw new Error("Bug: a theme was there and is gone.");
  const resolved = resolveTheme({
    product,
    profile,
    brand: brand.value,
    theme: theme.value,
    similar: similarNames,
  });
  return {
    value: resolved.value,
    diagnostics: [...brand.diagnostics, ...theme.diagnostics, ...resolved.diagnostics],
  };
}

function firstFile(host: Host, paths: readonly (string | undefined)[]): ThemeFile {
  for (const path of paths) {
    if (path === undefined) continue;
    const bytes = host.read(path) ?? host.shipped(path);
    if (bytes !== undefined) return { path, bytes };
  }
  throw new Error("Bug: the program was installed without its templates.");
}
