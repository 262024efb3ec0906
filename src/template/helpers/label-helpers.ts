import type { Call, Helper } from "../engine/index.ts";
import { inlineValue, isValue, textValue } from "../engine/index.ts";
import { fieldOf, headValue } from "../view/fields.ts";
import type { Making } from "../view/making.ts";
import { spanNode } from "../view/nodes.ts";
import {
  bothLanguages,
  capital,
  capitalised,
  labelOf,
  placeholder,
  similarLabels,
} from "../view/words.ts";
import { joinedWords, wordsOf } from "./arguments.ts";

/** Helpers that print the template's own words, in the language of the document. */
export function labelHelpers(making: Making): readonly (readonly [string, Helper])[] {
  return [
    ["label", (call) => label(making, call)],
    ["has-label", (call) => labelOf(making, joinedWords(call)) !== undefined],
    ["both", (call) => both(making, call)],
    ["classification", () => classification(making, (text) => text)],
    ["marking", () => classification(making, (text) => text.toUpperCase())],
    ["missing", () => placeholder(making)],
    ["capital", ({ values }) => capitalOf(values[0])],
    ["current-section", () => inlineValue([spanNode("current-section", [])])],
    ["page", () => inlineValue([spanNode("page-number", [])])],
    ["pages", () => inlineValue([spanNode("page-count", [])])],
  ];
}

/** `{{label "annex"}}`; `fill=` stands in the place of `%`. */
function label(making: Making, call: Call): unknown {
  const key = joinedWords(call);
  const words = labelOf(making, key);
  if (words === undefined) return tellUnknown(making, call, key);
  if (!call.named.has("fill")) return textValue(words);
  const [before = "", after = ""] = words.split("%");
  return textValue(`${before}${wordsOf(call.named.get("fill"))}${after}`);
}

/** `{{both "formats" between=" "}}`: in both official languages, the document's first. */
function both(making: Making, call: Call): unknown {
  const key = joinedWords(call);
  const between = call.named.has("between") ? wordsOf(call.named.get("between")) : undefined;
  return bothLanguages(making, key, (text) => text, between) ?? tellUnknown(making, call, key);
}

/** The classification of the head in both languages; what it says where that is no known one. */
function classification(making: Making, change: (text: string) => string): unknown {
  const given = headValue(making, "classification");
  const known =
    given?.kind === "text"
      ? bothLanguages(making, `classification-${given.text}`, change)
      : undefined;
  return known ?? fieldOf(making, "classification");
}

function tellUnknown(making: Making, call: Call, key: string): null {
  const similar = similarLabels(making, key).map((name) => `Did you mean "${name}"?`);
  call.complain("template-label-exists", `There is no label "${key}".`, [
    ...similar,
    'Add it to "labels.en.yaml" and "labels.fr.yaml".',
  ]);
  return null;
}

function capitalOf(value: unknown): unknown {
  if (isValue(value)) return capitalised(value);
  return typeof value === "string" ? capital(value) : value;
}
