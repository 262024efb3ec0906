import type { PhrasingContent } from "mdast";
import { similarNames } from "../../diagnostics/index.ts";
import type { InlineValue, Value } from "../engine/index.ts";
import { inlineValue, textValue } from "../engine/index.ts";
import type { Making } from "./making.ts";
import { spanNode, textNode } from "./nodes.ts";

/** The label in the language of the document; English, with a warning, where it is not translated; undefined when there is none. */
export function labelOf(making: Making, key: string): string | undefined {
  const own = labelIn(making, key, making.language);
  if (own !== undefined) return own;
  const english = labelIn(making, key, "en");
  if (english !== undefined) tellUntranslated(making, key);
  return english;
}

function labelIn(making: Making, key: string, language: string): string | undefined {
  return making.folder.labels.get(language)?.get(key);
}

/** Labels close to one that is not there. */
export function similarLabels(making: Making, key: string): readonly string[] {
  return similarNames(key, making.folder.labels.get("en")?.keys() ?? []);
}

function tellUntranslated(making: Making, key: string): void {
  if (!making.folder.labels.has(making.language)) {
    tellNoLabels(making);
    return;
  }
  const told = `label ${key}`;
  if (making.told.has(told)) return;
  making.told.add(told);
  making.report({
    rule: "label-is-translated",
    severity: "warning",
    message: `The label "${key}" of the template "${making.folder.name}" is printed in English.`,
    hints: [`Give it in "labels.${making.language}.yaml".`],
  });
}

/** One cause, told once: the template does not speak the language at all. */
function tellNoLabels(making: Making): void {
  if (making.told.has("labels")) return;
  making.told.add("labels");
  const lang = making.model.head.fields.entries.get("lang");
  const given =
    lang?.kind === "text" && lang.text === making.documentLanguage ? lang.place : undefined;
  making.report({
    rule: "label-is-translated",
    severity: "warning",
    message: `The template "${making.folder.name}" has no labels in "${making.language}", so its own words are printed in English.`,
    ...(given && { place: given }),
    hints: [`Give them in "labels.${making.language}.yaml" of the template.`],
  });
}

/** The words in both official languages, the document's first: "Unclassified / Non classifié". */
export function bothLanguages(
  making: Making,
  key: string,
  change: (text: string) => string,
  between = " / ",
): Value | undefined {
  const own = labelOf(making, key);
  const other = labelIn(making, key, making.otherLanguage);
  if (own === undefined) return undefined;
  if (other === undefined || other === own) return textValue(change(own));
  const second = spanNode(undefined, [textNode(change(other))], making.otherLanguage);
  return inlineValue([textNode(`${change(own)}${between}`), second]);
}

/** "to be completed", marked as missing. */
export function placeholder(making: Making): InlineValue {
  const words = labelOf(making, "to-be-completed") ?? "to be completed";
  return inlineValue([spanNode("placeholder", [textNode(words)])]);
}

/** The first letter as a capital; markup stays. */
export function capitalised(value: Value): Value {
  if (value.kind === "text") return { ...value, text: capital(value.text) };
  if (value.kind === "inline") return { ...value, nodes: capitalNodes(value.nodes) };
  const [first, ...others] = value.nodes;
  if (first?.type !== "paragraph") return value;
  return {
    ...value,
    nodes: [{ ...first, children: [...capitalNodes(first.children)] }, ...others],
  };
}

export function capitalNodes(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const [first, ...others] = nodes;
  if (first === undefined) return nodes;
  if (first.type === "text") return [{ ...first, value: capital(first.value) }, ...others];
  if (!("children" in first)) return nodes;
  const children = capitalNodes(first.children as PhrasingContent[]);
  return [{ ...first, children } as PhrasingContent, ...others];
}

export function capital(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}
