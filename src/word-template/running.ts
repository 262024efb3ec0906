import type { XmlElement } from "../ooxml/index.ts";
import { targetFrom } from "../ooxml/index.ts";
import { converted } from "./convert.ts";
import type { Merge } from "./merge.ts";

/** Headers and footers of our sections, for a template that has none: paths of their parts. */
export function ownRunningParts(
  { own }: Pick<Merge, "own">,
  ownSections: readonly XmlElement[],
): readonly string[] {
  const ids = new Set(
    ownSections.flatMap(({ children }) => children.map(({ attributes }) => attributes["r:id"])),
  );
  return own
    .relations(own.main)
    .flatMap(({ id, name, path }) =>
      path !== undefined && (name === "header" || name === "footer") && ids.has(id) ? [path] : [],
    );
}

/** Takes our headers and footers along, each once; gives what one of our sections says to have them. */
export function runningTaker(merge: Merge): (ownSection: XmlElement) => string {
  const taken = new Map<string, string>();
  return ({ children }) =>
    children
      .filter(({ name }) => name === "w:headerReference" || name === "w:footerReference")
      .map(({ name, attributes }) => {
        const ownId = attributes["r:id"] ?? "";
        const id = taken.get(ownId) ?? carryRunning(merge, ownId);
        if (id === undefined) return "";
        taken.set(ownId, id);
        return `<${name} w:type="${attributes["w:type"] ?? "default"}" r:id="${id}"/>`;
      })
      .join("");
}

/** Gives the id of the relationship to a header or footer of ours; undefined when there is none. */
function carryRunning(merge: Merge, ownId: string): string | undefined {
  const { own, output, template } = merge;
  const relation = own.relations(own.main).find(({ id }) => id === ownId);
  if (relation?.path === undefined) return undefined;
  const part = own.xml(relation.path);
  const type = own.contentTypeOf(relation.path) ?? "application/xml";
  const path = output.add(relation.path, new Uint8Array(), type);
  const content = converted(part, part.root.children, merge.conversionFor(relation.path, path));
  const { contentStart, contentEnd } = part.root;
  output.text(path, part.text.slice(0, contentStart) + content + part.text.slice(contentEnd));
  return output.relate(template.main, relation.type, targetFrom(template.main, path), false);
}
