import type { XmlElement } from "../ooxml/index.ts";
import { childOf, targetFrom } from "../ooxml/index.ts";
import { converted } from "./convert.ts";
import type { Merge } from "./merge.ts";

/** Headers and footers of our first section, for a template that has none: paths of their parts. */
export function ownRunningParts(
  { own }: Pick<Merge, "own">,
  ownSection: XmlElement | undefined,
): readonly string[] {
  const ids = new Set((ownSection?.children ?? []).map(({ attributes }) => attributes["r:id"]));
  return own
    .relations(own.main)
    .flatMap(({ id, name, path }) =>
      path !== undefined && (name === "header" || name === "footer") && ids.has(id) ? [path] : [],
    );
}

/** Takes our headers and footers along; gives what a section says to have them, and whether its first page has its own. */
export function carryRunning(merge: Merge, ownSection: XmlElement | undefined): string {
  const { own, output, template } = merge;
  const references = (ownSection?.children ?? []).filter(
    ({ name }) => name === "w:headerReference" || name === "w:footerReference",
  );
  return references
    .map(({ name, attributes }) => {
      const relation = own.relations(own.main).find(({ id }) => id === attributes["r:id"]);
      if (relation?.path === undefined) return "";
      const part = own.xml(relation.path);
      const path = output.add(
        relation.path,
        new Uint8Array(),
        own.contentTypeOf(relation.path) ?? "application/xml",
      );
      const content = converted(part, part.root.children, merge.conversionFor(relation.path, path));
      const { contentStart, contentEnd } = part.root;
      output.text(path, part.text.slice(0, contentStart) + content + part.text.slice(contentEnd));
      const id = output.relate(
        template.main,
        relation.type,
        targetFrom(template.main, path),
        false,
      );
      return `<${name} w:type="${attributes["w:type"] ?? "default"}" r:id="${id}"/>`;
    })
    .join("");
}

export function hasFirstPage(ownSection: XmlElement | undefined): boolean {
  return childOf(ownSection, "w:titlePg") !== undefined;
}
