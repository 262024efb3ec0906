import type { Nodes, Root } from "mdast";
import { plainText, slugOf } from "../../source/index.ts";
import { headingNames, webName } from "./heading-names.ts";

/** Gives every node its id. Authors' ids and headings' slugs go first, whatever stands before them. */
export type Ids = {
  /** The node's own id if it has one and it is free, or else one that says where it stands: `milestones-p-2`. */
  readonly idOf: (node: Nodes | undefined, parent: string, letter: string) => string;
  /** The id of the node that a link to `#name` means; undefined when there is none. */
  readonly target: (name: string) => string | undefined;
  /**
   * Takes down what is asked from here on; the function ends that. It gives undefined when `target` was asked, too, or where ids
   * did not come from their places alone.
   */
  readonly record: () => () => GivenIds | undefined;
  readonly isRecording: () => boolean;
  /** Gives all of them again, if the answers would be the same; or else leaves everything as it is. */
  readonly replay: (given: GivenIds) => boolean;
};

/** Ids that were given one after another, each of which says where its node stands. */
export type GivenIds = {
  readonly ids: readonly string[];
  /** What they were counted by, and how far before and after them. */
  readonly counts: readonly (readonly [base: string, before: number, after: number])[];
};

export function createIds(tree: Root): Ids {
  const reserved = new Set<string>();
  gatherNamed(tree, reserved);
  const slugs = new Map<Nodes, string>();
  gatherSlugs(tree, reserved, slugs, new Map());
  const used = new Set<string>();
  let names: ReadonlyMap<string, string> | undefined;
  const counts = new Map<string, number>();

  function derived(parent: string, letter: string): string {
    const base = baseOf(parent, letter);
    for (;;) {
      const count = (counts.get(base) ?? 0) + 1;
      counts.set(base, count);
      const id = `${base}-${count}`;
      if (reserved.has(id) || used.has(id)) {
        others++;
        continue;
      }
      if (recorded !== undefined && !recorded.before.has(base))
        recorded.before.set(base, count - 1);
      recorded?.ids.push(id);
      return id;
    }
  }

  let recorded: { readonly ids: string[]; readonly before: Map<string, number> } | undefined;
  let others = 0;

  function idOf(node: Nodes | undefined, parent: string, letter: string): string {
    const own = node === undefined ? undefined : (node.data?.attributes?.id ?? slugs.get(node));
    const free = own !== undefined && !used.has(own);
    if (own !== undefined) others++;
    const id = free ? own : derived(parent, letter);
    used.add(id);
    return id;
  }

  return {
    idOf,
    target(name) {
      others++;
      if (reserved.has(name)) return name;
      const slug = slugOf(name);
      if (reserved.has(slug)) return slug;
      names ??= headingNames(tree, (heading) => slugs.get(heading));
      return names.get(name.toLowerCase()) ?? names.get(webName(name));
    },
    record() {
      const own = { ids: [] as string[], before: new Map<string, number>() };
      const start = others;
      recorded = own;
      return () => {
        recorded = undefined;
        if (others !== start) return undefined;
        const { ids, before } = own;
        return {
          ids,
          counts: [...before].map(([base, count]) => [base, count, counts.get(base) ?? 0] as const),
        };
      };
    },
    isRecording: () => recorded !== undefined,
    replay(given) {
      for (const [base, before] of given.counts) {
        if ((counts.get(base) ?? 0) !== before) return false;
      }
      for (const id of given.ids) if (reserved.has(id) || used.has(id)) return false;
      for (const [base, , after] of given.counts) counts.set(base, after);
      for (const id of given.ids) used.add(id);
      return true;
    },
  };
}

const baseOf = (parent: string, letter: string): string =>
  parent === "" ? letter : `${parent}-${letter}`;

/** Whether a block has neither ids nor headings: nodes never change. */
const nameless = new WeakMap<Nodes, boolean>();

function isNameless(node: Nodes): boolean {
  if (node.type === "heading" || node.data?.attributes?.id !== undefined) return false;
  if (!("children" in node)) return true;
  const before = nameless.get(node);
  if (before !== undefined) return before;
  const found = node.children.every(isNameless);
  if (!isPhrasing(node)) nameless.set(node, found);
  return found;
}

/** Smaller nodes are not worth remembering. */
const isPhrasing = ({ type }: Nodes): boolean =>
  type === "emphasis" || type === "strong" || type === "link" || type === "delete";

function gatherNamed(node: Nodes, reserved: Set<string>): void {
  const id = node.data?.attributes?.id;
  if (id !== undefined) reserved.add(id);
  if (!("children" in node)) return;
  for (const child of node.children) if (!isNameless(child)) gatherNamed(child, reserved);
}

function gatherSlugs(
  node: Nodes,
  reserved: Set<string>,
  slugs: Map<Nodes, string>,
  counts: Map<string, number>,
): void {
  if (node.type === "heading" && node.data?.attributes?.id === undefined && !slugs.has(node)) {
    const slug = freeSlug(slugOf(plainText([node])), reserved, counts);
    if (slug !== "") {
      reserved.add(slug);
      slugs.set(node, slug);
    }
  }
  if (!("children" in node)) return;
  const isNamedSection = node.type === "container" && node.data?.attributes?.id !== undefined;
  node.children.forEach((child, index) => {
    // The heading of a named section is found by the section's name.
    if (isNamedSection && index === 0 && child.type === "heading") return;
    if (!isNameless(child)) gatherSlugs(child, reserved, slugs, counts);
  });
}

/** A repeated slug gets `-2`, `-3`, … as in the source stage. */
function freeSlug(
  slug: string,
  reserved: ReadonlySet<string>,
  counts: Map<string, number>,
): string {
  if (slug === "" || !reserved.has(slug)) return slug;
  for (;;) {
    const count = (counts.get(slug) ?? 1) + 1;
    counts.set(slug, count);
    const candidate = `${slug}-${count}`;
    if (!reserved.has(candidate)) return candidate;
  }
}
