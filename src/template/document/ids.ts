import type { Nodes, Root } from "mdast";
import { plainText, slugOf } from "../../source/index.ts";
import { headingNames, webName } from "./heading-names.ts";

/** Gives every node its id. Authors' ids and headings' slugs go first, whatever stands before them. */
export type Ids = {
  /** The node's own id if it has one and it is free, or else one that says where it stands: `milestones-p-2`. */
  readonly idOf: (node: Nodes | undefined, parent: string, letter: string) => string;
  /** The id of the node that a link to `#name` means; undefined when there is none. */
  readonly target: (name: string) => string | undefined;
  /** Takes down what is asked from here on; the function ends that. It gives undefined when `target` was asked, too. */
  readonly record: () => () => readonly IdCall[] | undefined;
  readonly isRecording: () => boolean;
  /** Asks all of it again, if the answers are the same; or else leaves everything as it is. */
  readonly replay: (calls: readonly IdCall[]) => boolean;
};

/** A question, and the id that was the answer. */
export type IdCall = {
  readonly node: Nodes | undefined;
  readonly parent: string;
  readonly letter: string;
  readonly id: string;
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
      if (!reserved.has(id) && !used.has(id)) return id;
    }
  }

  let calls: IdCall[] | undefined;
  let targets = 0;

  function idOf(node: Nodes | undefined, parent: string, letter: string): string {
    const own = node === undefined ? undefined : (node.data?.attributes?.id ?? slugs.get(node));
    const id = own !== undefined && !used.has(own) ? own : derived(parent, letter);
    used.add(id);
    calls?.push({ node, parent, letter, id });
    return id;
  }

  return {
    idOf,
    target(name) {
      targets++;
      if (reserved.has(name)) return name;
      const slug = slugOf(name);
      if (reserved.has(slug)) return slug;
      names ??= headingNames(tree, (heading) => slugs.get(heading));
      return names.get(name.toLowerCase()) ?? names.get(webName(name));
    },
    record() {
      calls = [];
      const before = targets;
      return () => {
        const made = calls;
        calls = undefined;
        return targets === before ? made : undefined;
      };
    },
    isRecording: () => calls !== undefined,
    replay(asked) {
      const before: (number | undefined)[] = [];
      for (const [index, { node, parent, letter, id }] of asked.entries()) {
        before.push(counts.get(baseOf(parent, letter)));
        const found = idOf(node, parent, letter);
        if (found === id) continue;
        used.delete(found);
        for (let at = index; at >= 0; at--) {
          const call = asked[at] as IdCall;
          if (at < index) used.delete(call.id);
          const count = before[at];
          if (count === undefined) counts.delete(baseOf(call.parent, call.letter));
          else counts.set(baseOf(call.parent, call.letter), count);
        }
        return false;
      }
      return true;
    },
  };
}

const baseOf = (parent: string, letter: string): string =>
  parent === "" ? letter : `${parent}-${letter}`;

function gatherNamed(node: Nodes, reserved: Set<string>): void {
  const id = node.data?.attributes?.id;
  if (id !== undefined) reserved.add(id);
  if ("children" in node) for (const child of node.children) gatherNamed(child, reserved);
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
    gatherSlugs(child, reserved, slugs, counts);
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
