import type { Place } from "../diagnostics/index.ts";

/**
 * A YAML file as data: every value keeps its place, and a scalar is the text that was written (`1.0`, `2012-03`, `no`).
 * A name with nothing after its colon, or with `~` or `null`, is among the keys and not among the entries. A `HeadValue` as it is.
 */
export type YamlValue = YamlText | YamlMap | YamlList;
export type YamlText = { readonly kind: "text"; readonly text: string; readonly place: Place };
export type YamlMap = {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, YamlValue>;
  /** Where each name stands, those without a value included. */
  readonly keys: ReadonlyMap<string, Place>;
  readonly place: Place;
};
export type YamlList = {
  readonly kind: "list";
  readonly items: readonly YamlValue[];
  readonly place: Place;
};

/** Offsets in the text that was read, `end` exclusive. */
export type PlaceOf = (start: number, end: number) => Place;
