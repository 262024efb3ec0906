import type { Report } from "../../diagnostics/index.ts";
import type { DocumentTree, NodeId, PageFacts } from "../../document/index.ts";
import type { Assets } from "../../layout/index.ts";
import type { Theme } from "../../theme/index.ts";
import type { NumberingInstance } from "./numbering.ts";

/** What the writing of a document keeps in mind. The counters belong to one document, never to the process. */
export type DocxContext = {
  readonly document: DocumentTree;
  readonly theme: Theme;
  readonly facts: PageFacts;
  readonly assets: Assets;
  readonly report: Report;
  readonly bookmarks: Bookmarks;
  readonly numbering: NumberingInstance[];
  /** Next free number for pictures, links and lists. */
  readonly next: (what: "picture" | "link" | "bookmark") => number;
  /** Notes that were referred to, in order; printed as footnotes of the file. */
  readonly noteNumber: (note: NodeId) => number;
};

/** Names of bookmarks by node: at most 40 characters, a letter or underscore first, no hyphens (17.13.6.2). */
export type Bookmarks = {
  readonly of: (node: NodeId) => string;
  readonly toc: (node: NodeId) => string;
};

function createBookmarks(): Bookmarks {
  const names = new Map<NodeId, string>();
  const taken = new Set<string>();
  return {
    of(node) {
      const known = names.get(node);
      if (known !== undefined) return known;
      let name = `_d${shortHash(node)}`;
      while (taken.has(name)) name = `_d${shortHash(name)}`;
      taken.add(name);
      names.set(node, name);
      return name;
    },
    toc: (node) => `_Toc${numberHash(node)}`,
  };
}

/** FNV-1a over UTF-16 units, twice with other beginnings: 16 hexadecimal digits that depend on the id alone. */
function shortHash(text: string): string {
  return [0x811c9dc5, 0x9e3779b9]
    .map((seed) => fnv(text, seed).toString(16).padStart(8, "0"))
    .join("");
}

function numberHash(text: string): string {
  return String((fnv(text, 0x811c9dc5) % 900_000_000) + 100_000_000);
}

function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}

export function createContext(
  parts: Pick<DocxContext, "document" | "theme" | "facts" | "assets" | "report">,
): DocxContext {
  const counters = { picture: 0, link: 0, bookmark: 0 };
  const notes = new Map<NodeId, number>();
  return {
    ...parts,
    bookmarks: createBookmarks(),
    numbering: [],
    next: (what) => ++counters[what],
    noteNumber(note) {
      const known = notes.get(note);
      if (known !== undefined) return known;
      notes.set(note, notes.size + 1);
      return notes.size;
    },
  };
}
