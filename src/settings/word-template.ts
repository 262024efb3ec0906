import type { Place, Report } from "../diagnostics/index.ts";
import { checkKeys, field, readMap, readOneOf, readText, wrongShape } from "./yaml-fields.ts";
import type { YamlMap, YamlValue } from "./yaml-value.ts";

/** The office's own Word template, as dossier.yaml names it under `word-template`. */
export type WordTemplateSettings = {
  /** Path of the .docx or .dotx. */
  readonly file: string;
  /** Bookmark, or tag of a content control, that the content goes to. */
  readonly place: string;
  /** Whether the template's own text stays around the content. */
  readonly body: "keep" | "replace";
  /** Names of the template's styles by names of ours; `own` stands for ours. */
  readonly styles: ReadonlyMap<string, string>;
  /** Where it is named. */
  readonly at: Place;
};

/** Undefined: Word files look as the theme says. */
export type WordTemplates = {
  readonly usual: WordTemplateSettings | undefined;
  /** Of kinds that have one of their own, or none. */
  readonly kinds: ReadonlyMap<string, WordTemplateSettings | undefined>;
};

const usualPlace = "dossier-content";
const keys = ["file", "place", "body", "styles"];

/** `word-template: brand.docx`, or a map with `file`, `place`, `body`, `styles` and `kinds`. */
export function readWordTemplates(map: YamlValue, report: Report): WordTemplates {
  const value = field(map, "word-template");
  if (value === undefined) return { usual: undefined, kinds: new Map() };
  if (value.kind === "map") checkKeys(value, [...keys, "kinds"], report, '"word-template"');
  const usual = readOne(value, undefined, report);
  const kinds = new Map<string, WordTemplateSettings | undefined>();
  const own = readMap(value.kind === "map" ? value : undefined, "kinds", report);
  for (const [kind, entry] of own?.entries ?? []) {
    if (entry.kind === "map") checkKeys(entry, keys, report, `the Word template of "${kind}"`);
    kinds.set(kind, readOne(entry, usual, report));
  }
  return { usual, kinds };
}

/** What a kind does not say is as for all kinds; `none` is no template. */
function readOne(
  value: YamlValue,
  usual: WordTemplateSettings | undefined,
  report: Report,
): WordTemplateSettings | undefined {
  if (value.kind === "text") {
    if (value.text === "none") return undefined;
    return { ...(usual ?? plain), file: value.text, at: value.place };
  }
  if (value.kind !== "map") {
    wrongShape(value, "word-template", "the path of a Word file, or a map", report);
    return undefined;
  }
  const file = readText(value, "file", report) ?? usual?.file;
  if (file === undefined) {
    // Kinds may be all that has one.
    if (!value.entries.has("kinds"))
      wrongShape(value, "word-template", 'the path of a Word file under "file"', report);
    return undefined;
  }
  return {
    file,
    place: readText(value, "place", report) ?? usual?.place ?? usualPlace,
    body: readOneOf(value, "body", ["keep", "replace"], report) ?? usual?.body ?? "keep",
    styles: new Map([...(usual?.styles ?? []), ...readStyles(value, report)]),
    at: field(value, "file")?.place ?? value.place,
  };
}

const plain: Omit<WordTemplateSettings, "file" | "at"> = {
  place: usualPlace,
  body: "keep",
  styles: new Map(),
};

function readStyles(map: YamlMap, report: Report): ReadonlyMap<string, string> {
  const styles = readMap(map, "styles", report);
  const result = new Map<string, string>();
  for (const name of styles?.entries.keys() ?? []) {
    const style = readText(styles, name, report);
    if (style !== undefined) result.set(name, style);
  }
  return result;
}
