import type { Nodes, Root } from "mdast";
import { plainText } from "../../source/index.ts";

/**
 * The ids of headings by the names that GitHub and the tools after it give them, so that the links of a text written
 * for those lead where they should: small letters, without signs, a hyphen for each blank, `-1` for the second of a name.
 * @param idOf the id of a heading without one of its own; undefined when it has none
 */
export function headingNames(
  tree: Root,
  idOf: (node: Nodes) => string | undefined,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  visit(tree, undefined);
  return names;

  function visit(node: Nodes, sectionId: string | undefined): void {
    if (node.type === "heading") {
      const id = node.data?.attributes?.id ?? sectionId ?? idOf(node);
      const name = webName(plainText([node]));
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      const unique = count === 0 ? name : `${name}-${count}`;
      if (id !== undefined && !names.has(unique)) names.set(unique, id);
    }
    if (!("children" in node)) return;
    const own = node.type === "container" ? node.data?.attributes?.id : undefined;
    node.children.forEach((child, index) => {
      visit(child, index === 0 ? own : undefined);
    });
  }
}

export function webName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}
