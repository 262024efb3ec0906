import type { WordFile } from "../ooxml/index.ts";
import { childrenOf, edited } from "../ooxml/index.ts";
import type { Output } from "./output.ts";

/**
 * Takes out what is true of the template alone: the template that it was itself made from, which Word would look for at every opening,
 * the list of addresses of a mail merge, signatures and the preview picture. So are relationships to parts that the file lost, as far as
 * nothing names them: Word takes them for damage.
 */
export function dropTies(template: WordFile, output: Output): void {
  dropRelated(template, "", ["origin", "thumbnail"], output);
  for (const part of ["", template.main]) dropLost(template, part, output);
  // A copy of the styles for Word 2007, which would no longer be like them.
  dropRelated(template, template.main, ["stylesWithEffects"], output);
  for (const path of template.parts.keys())
    if (path.startsWith("_xmlsignatures/")) output.remove(path);
  const settings = template.related("settings");
  if (settings === undefined) return;
  dropRelated(template, settings, tied, output);
  const { text, root } = template.xml(settings);
  const ties = ["w:attachedTemplate", "w:linkStyles", "w:mailMerge"].flatMap((name) =>
    childrenOf(root, name),
  );
  if (ties.length === 0) return;
  output.text(
    settings,
    edited(
      text,
      ties.map(({ start, end }) => ({ from: start, to: end, text: "" })),
    ),
  );
}

const tied = ["attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "recipientData"];

function dropRelated(
  template: WordFile,
  part: string,
  names: readonly string[],
  output: Output,
): void {
  for (const { name, id, path } of template.relations(part)) {
    if (!names.includes(name)) continue;
    output.dropRelation(part, id);
    if (path !== undefined) output.remove(path);
  }
}

function dropLost(template: WordFile, part: string, output: Output): void {
  const text = part === "" ? "" : template.xml(part).text;
  for (const { id, isExternal, path, target } of template.relations(part)) {
    const isLost = !isExternal && path === undefined && !target.startsWith("#");
    if (isLost && !text.includes(`"${id}"`)) output.dropRelation(part, id);
  }
}
