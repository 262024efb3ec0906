import type { HeadMap, HeadValue } from "../../model/index.ts";
import { parseDate, printDate } from "../../model/index.ts";
import type { NeededField } from "../../settings/index.ts";
import { headChoices } from "../../settings/index.ts";
import type { TextValue } from "../engine/index.ts";
import { textValue } from "../engine/index.ts";
import type { Making } from "./making.ts";
import { labelOf, placeholder } from "./words.ts";

/**
 * A field of the head as template data: a value, a list, a record, or null when it is not given. The product's own fields
 * win over those of the whole source. A required field that is missing is "to be completed".
 */
export function fieldOf(making: Making, path: string): unknown {
  const needed = making.folder.settings.fields.get(path);
  const value = headValue(making, path);
  if (value !== undefined) {
    const given = converted(making, path, value, needed);
    return needed?.list === true && !Array.isArray(given) ? [given] : given;
  }
  if (needed?.usual !== undefined) return textOfKind(making, path, textValue(needed.usual), needed);
  if (needed?.required !== true) return null;
  making.missing.set(path, making.model.head.place);
  if (needed.whenMissing === "leave-out") return null;
  return needed.list ? [placeholder(making)] : placeholder(making);
}

/** The value as the head has it; undefined when it is not there. */
export function headValue(
  making: Pick<Making, "folder" | "model">,
  path: string,
): HeadValue | undefined {
  const { fields } = making.model.head;
  const own = fields.entries.get(making.folder.name);
  const inProduct = own?.kind === "map" ? follow(own, path) : undefined;
  return inProduct ?? follow(fields, path);
}

function follow(map: HeadMap, path: string): HeadValue | undefined {
  const whole = map.entries.get(path);
  if (whole !== undefined) return whole;
  const [first = "", ...others] = path.split(".");
  const value = map.entries.get(first);
  if (others.length === 0 || value?.kind !== "map") return undefined;
  return follow(value, others.join("."));
}

function converted(
  making: Making,
  path: string,
  value: HeadValue,
  needed: NeededField | undefined,
): unknown {
  if (value.kind === "list") {
    return value.items.map((item) => converted(making, path, item, needed));
  }
  return value.kind === "text"
    ? textOfKind(making, path, textValue(value.text, value.place), needed)
    : ofMap(making, path, value, needed);
}

function textOfKind(
  making: Making,
  path: string,
  value: TextValue,
  needed: NeededField | undefined,
): TextValue {
  if (needed?.type === "date") {
    const date = parseDate(value.text);
    return date === undefined
      ? value
      : { ...value, text: printDate(date, making.documentLanguage) };
  }
  if (needed?.type !== "choice") return value;
  if (needed.values.length > 0 && !needed.values.includes(value.text)) {
    tellChoice(making, path, value, needed);
    return value;
  }
  const words = labelOf(making, `${path}-${value.text}`);
  return words === undefined ? value : { ...value, text: words };
}

function tellChoice(making: Making, path: string, value: TextValue, needed: NeededField): void {
  const told = `choice ${path} ${value.text}`;
  // The head has been read with an error for it already.
  if (headChoices[path]?.includes(value.text) === false) return;
  if (making.told.has(told)) return;
  making.told.add(told);
  making.report({
    rule: "head-choice-is-known",
    severity: "error",
    message: `"${value.text}" is no value of "${path}".`,
    ...(value.place && { place: value.place }),
    hints: [`Use one of: ${needed.values.join(", ")}.`],
  });
}

function ofMap(
  making: Making,
  path: string,
  map: HeadMap,
  needed: NeededField | undefined,
): unknown {
  const isBilingual = needed?.type === "bilingual" || (needed === undefined && isByLanguage(map));
  if (isBilingual) {
    const chosen =
      map.entries.get(making.language) ??
      map.entries.get(making.documentLanguage) ??
      [...map.entries.values()][0];
    return chosen === undefined ? null : converted(making, path, chosen, undefined);
  }
  if (needed?.type === "person") return personOf(map);
  const entries = [...map.entries].map(([key, value]) => [
    key,
    converted(making, key, value, undefined),
  ]);
  return Object.fromEntries(entries);
}

function isByLanguage(map: HeadMap): boolean {
  const keys = [...map.entries.keys()];
  return keys.length > 0 && keys.every((key) => key === "en" || key === "fr");
}

const personFields = ["title", "name", "organization", "org", "telephone", "email"];

/** Title before name, then the organization and how to reach them: "Director, Policy Branch, 613-555-0100". */
function personOf(map: HeadMap): TextValue {
  const parts = personFields.flatMap((key) => {
    const value = map.entries.get(key);
    return value?.kind === "text" && value.text !== "" ? [value.text] : [];
  });
  return textValue(parts.join(", "), map.place);
}
