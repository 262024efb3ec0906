import type { YamlMap, YamlValue } from "./yaml-value.ts";

/** `over` laid on `base`: maps are joined field by field, anything else is replaced. Places stay those of the winner. */
export function mergeSettings(base: YamlMap, over: YamlMap): YamlMap {
  const entries = new Map(base.entries);
  for (const [key, value] of over.entries) entries.set(key, mergeValues(entries.get(key), value));
  return { ...base, entries };
}

function mergeValues(base: YamlValue | undefined, over: YamlValue): YamlValue {
  return base?.kind === "map" && over.kind === "map" ? mergeSettings(base, over) : over;
}
