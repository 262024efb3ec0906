import { visitAll } from "./children.ts";
import type { Root } from "./tree.ts";

/** Names of link definitions and of notes, as mdast's `identifier`. */
export type Labels = { readonly links: ReadonlySet<string>; readonly notes: ReadonlySet<string> };

export function definedIn(root: Root): Labels {
  const links = new Set<string>();
  const notes = new Set<string>();
  visitAll(root, (node) => {
    if (node.type === "definition") links.add(node.identifier);
    else if (node.type === "footnoteDefinition") notes.add(node.identifier);
  });
  return { links, notes };
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

/** Definitions of what is referred to and defined, but not by the chunk itself; empty when there is none. */
export function stubsFor(referred: Labels, all: Labels, own: Labels | undefined): string {
  let stubs = "";
  for (const name of referred.links) {
    if (all.links.has(name) && own?.links.has(name) !== true) stubs += `[${name}]: #\n`;
  }
  for (const name of referred.notes) {
    if (all.notes.has(name) && own?.notes.has(name) !== true) stubs += `\n[^${name}]: -\n`;
  }
  return stubs === "" ? "" : `${stubs}\n`;
}
