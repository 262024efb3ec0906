import type { Value } from "../engine/index.ts";
import { inlineValue, textValue } from "../engine/index.ts";
import { headValue } from "./fields.ts";
import type { Making } from "./making.ts";

/** The title in the language of the document, or else the one that the source has. */
export function titleOf(making: Making): Value {
  const { root } = making.model;
  return titleIn(making, making.language) ?? inlineValue(root.heading, root.place);
}

/** The heading is the title in the source's language; the head adds other ones. */
export function titleIn(making: Making, language: string): Value | null {
  const { root } = making.model;
  if (making.model.language.split("-")[0] === language && root.heading.length > 0) {
    return inlineValue(root.heading, root.place);
  }
  const given = headValue(making, `title.${language}`);
  return given?.kind === "text" ? textValue(given.text, given.place) : null;
}
