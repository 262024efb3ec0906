import type { Report } from "../diagnostics/index.ts";
import { languageCalled, readLanguage } from "../model/index.ts";
import { field, readText } from "./yaml-fields.ts";
import type { YamlMap, YamlText } from "./yaml-value.ts";

/** The language under a name, as BCP 47 writes it; undefined when it is not given or, which is told, not known. */
export function readLanguageField(
  map: YamlMap,
  name: string,
  report: Report,
): YamlText | undefined {
  const text = readText(map, name, report);
  const value = field(map, name);
  if (text === undefined || value === undefined) return undefined;
  const known = readLanguage(text);
  if (known !== undefined) return { kind: "text", text: known, place: value.place };
  report({
    rule: "language-is-known",
    severity: "error",
    message: `"${text}" is not the name of a language.`,
    place: value.place,
    hints: [
      ...didYouMeanLanguage(text),
      'Write a language and, if need be, a country, as in "en-CA" or "fr-CA".',
    ],
  });
  return undefined;
}

export function didYouMeanLanguage(text: string): readonly string[] {
  const called = languageCalled(text);
  return called === undefined ? [] : [`Did you mean "${called}"?`];
}
