import type { WordFile } from "../ooxml/index.ts";
import { childOf, openWordFile, packZip } from "../ooxml/index.ts";
import { createOutput } from "./output.ts";

/**
 * A template that has no part for styles at all, as programs write them, with one that holds nothing but our defaults: everything else is
 * added there as it is to every template. One that names a part which is not there is damaged, and stays as it is.
 */
export function withStyles(template: WordFile, own: WordFile): WordFile {
  const ours = own.relations(own.main).find(({ name }) => name === "styles");
  const isThere = template.relations(template.main).some(({ name }) => name === "styles");
  if (isThere || ours?.path === undefined) return template;
  const output = createOutput(template);
  const { text, root } = own.xml(ours.path);
  const defaults = childOf(root, "w:docDefaults");
  const kept = defaults === undefined ? "" : text.slice(defaults.start, defaults.end);
  const folder = template.main.slice(0, template.main.lastIndexOf("/") + 1);
  const path = output.add(
    `${folder}styles.xml`,
    new TextEncoder().encode(text.slice(0, root.contentStart) + kept + text.slice(root.contentEnd)),
    own.contentTypeOf(ours.path) ?? "application/xml",
  );
  output.relate(template.main, ours.type, path.slice(folder.length), false);
  return openWordFile(packZip(output.parts()));
}
