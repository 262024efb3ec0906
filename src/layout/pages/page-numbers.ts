import type { DocumentTree, NodeId } from "../../document/index.ts";
import { letterOf } from "../../document/index.ts";
import type { PageItem } from "../page.ts";
import { nodesOn } from "./nodes-on.ts";
import { mainSections } from "./parts.ts";

/** The number of a page as printed, and among which pages it is counted. */
export type NumberedPage = { readonly label: string; readonly series: string };

/** Gives each text page its number, one after another. */
export type PageCounter = (
  items: readonly PageItem[],
  annexes: ReadonlySet<NodeId>,
  /** Pages and slides before it. */
  before: number,
) => NumberedPage;

/** Counts on from page to page; front matter and annexes have numbers of their own where the document asks for it. */
export function pageCounter({ content, pageNumbers }: DocumentTree): PageCounter {
  const sections = new Set(mainSections(content).map(({ id }) => id));
  const count = { front: 0, annex: 0, page: 0 };
  let begun = pageNumbers?.romanFront !== true || sections.size === 0;
  return (items, annexes, before) => {
    const begins = (ids: ReadonlySet<NodeId>): boolean =>
      nodesOn(items).destinations.some((node) => ids.has(node));
    begun ||= begins(sections);
    if (!begun) {
      count.front += 1;
      return { label: romanOf(count.front), series: "front" };
    }
    if (pageNumbers?.letteredAnnexes === true && (count.annex > 0 || begins(annexes))) {
      if (begins(annexes)) {
        count.annex += 1;
        count.page = 0;
      }
      count.page += 1;
      const letter = letterOf(count.annex);
      return { label: `${letter}-${count.page}`, series: letter };
    }
    return { label: String(before + 1 - count.front), series: "main" };
  };
}

const romans: readonly (readonly [number, string])[] = [
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

export function romanOf(number: number): string {
  let left = number;
  let text = "";
  for (const [value, letters] of romans) {
    for (; left >= value; left -= value) text += letters;
  }
  return text;
}
