import type { Nodes } from "mdast";
import { childLists } from "./children.ts";
import type { Root } from "./tree.ts";

/** Names of link definitions and of notes, as mdast's `identifier`. */
export type Labels = { readonly links: ReadonlySet<string>; readonly notes: ReadonlySet<string> };

export type Defined = {
  readonly all: Labels;
  /** Those outside of containers. What a container holds is read after the text around it, which does not see it defined. */
  readonly seen: Labels;
};

export function definedIn(root: Root): Defined {
  const all = { links: new Set<string>(), notes: new Set<string>() };
  const seen = { links: new Set<string>(), notes: new Set<string>() };
  gather(root, [all, seen], all);
  return { all, seen };
}

type Sets = { readonly links: Set<string>; readonly notes: Set<string> };

function gather(node: Nodes, sets: readonly Sets[], within: Sets): void {
  if (node.type === "definition") for (const { links } of sets) links.add(node.identifier);
  if (node.type === "footnoteDefinition") for (const { notes } of sets) notes.add(node.identifier);
  const inner = node.type === "container" ? [within] : sets;
  for (const list of childLists(node)) for (const child of list) gather(child, inner, within);
}

/** Everything in brackets, which could be a reference. */
export function referredIn(text: string): Labels {
  const links = new Set<string>();
  const notes = new Set<string>();
  for (const [, label = ""] of text.matchAll(/\[((?:[^[\]\\]|\\.){1,999})\]/g)) {
    if (label.startsWith("^")) notes.add(identifierOf(label.slice(1)));
    else links.add(identifierOf(label));
  }
  return { links, notes };
}

/** As micromark-util-normalize-identifier and mdast-util-from-markdown make it; quote marks of further lines left out. */
function identifierOf(label: string): string {
  return label
    .replace(/\n[ \t>]*/g, " ")
    .replace(/[\t\n\r ]+/g, " ")
    .replace(/^ | $/g, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}

/** Definitions of what is referred to and defined somewhere, but not seen to be; empty when there is none. */
export function stubsFor(referred: Labels, all: Labels, seen: Labels | undefined): string {
  let stubs = "";
  for (const name of referred.links) {
    if (all.links.has(name) && seen?.links.has(name) !== true) stubs += `[${name}]: #\n`;
  }
  for (const name of referred.notes) {
    if (all.notes.has(name) && seen?.notes.has(name) !== true) stubs += `\n[^${name}]: -\n`;
  }
  // A note goes on with what is indented after it, so that something else has to end it.
  return stubs === "" ? "" : `${stubs}\n***\n\n`;
}
