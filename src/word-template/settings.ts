import type { WordFile } from "../ooxml/index.ts";
import { childrenOf, edited } from "../ooxml/index.ts";
import type { Output } from "./output.ts";

/**
 * Takes out what is true of the template alone: the template that it was itself made from, which Word would look for at every opening,
 * signatures and the preview picture.
 */
export function dropTies(template: WordFile, output: Output): void {
  for (const relation of template.relations("")) {
    if (relation.name !== "origin" && relation.name !== "thumbnail") continue;
    output.dropRelation("", relation.id);
    if (relation.path !== undefined) output.remove(relation.path);
  }
  // A copy of the styles for Word 2007, which would no longer be like them.
  for (const relation of template.relations(template.main)) {
    if (relation.name !== "stylesWithEffects") continue;
    output.dropRelation(template.main, relation.id);
    if (relation.path !== undefined) output.remove(relation.path);
  }
  for (const path of template.parts.keys())
    if (path.startsWith("_xmlsignatures/")) output.remove(path);
  const settings = template.related("settings");
  if (settings === undefined) return;
  for (const { name, id } of template.relations(settings))
    if (name === "attachedTemplate") output.dropRelation(settings, id);
  const { text, root } = template.xml(settings);
  const ties = ["w:attachedTemplate", "w:linkStyles"].flatMap((name) => childrenOf(root, name));
  if (ties.length === 0) return;
  output.text(
    settings,
    edited(
      text,
      ties.map(({ start, end }) => ({ from: start, to: end, text: "" })),
    ),
  );
}
