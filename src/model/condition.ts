import type { Container } from "../source/index.ts";
import { readLanguage } from "./language.ts";
import type { Condition } from "./model.ts";
import { attributesOf } from "./nodes.ts";

/** What an `only` container demands. */
export function conditionOf(node: Container): Condition {
  const { values } = attributesOf(node);
  const parts: { -readonly [Key in keyof Condition]: Condition[Key] } = {};
  const [kind, audience] = [values.get("kind"), values.get("audience")];
  const [lang, format] = [values.get("lang"), values.get("format")];
  if (kind !== undefined) parts.products = namesIn(kind);
  if (audience !== undefined) parts.audiences = namesIn(audience);
  if (lang !== undefined) parts.languages = namesIn(lang).map((name) => readLanguage(name) ?? name);
  if (format !== undefined) parts.formats = namesIn(format);
  return parts;
}

/** Names parted by commas, without blanks around them. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
