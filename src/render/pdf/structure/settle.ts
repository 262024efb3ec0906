import type { Element, StructurePlan } from "./element.ts";
import { isElement } from "./element.ts";

/** Leaves out what nothing was painted in, and gives headings their levels. */
export function settleStructure({ root }: StructurePlan): void {
  prune(root);
  const headings: Element[] = [];
  gatherHeadings(root, headings);
  settleLevels(headings);
}

/** Whether the element stays. An empty cell stays in a table of which something is painted. */
function prune(element: Element): boolean {
  let painted = false;
  const kept = element.children.filter((child) => {
    if (!isElement(child)) {
      painted = true;
      return true;
    }
    const filled = prune(child);
    painted ||= filled;
    return filled || child.meaningful === true;
  });
  // An array that has grown keeps room for more, and a long table has many of one child.
  element.children = painted ? kept.slice() : [];
  return painted;
}

function gatherHeadings(element: Element, headings: Element[]): void {
  if (element.type === "H") headings.push(element);
  for (const child of element.children) if (isElement(child)) gatherHeadings(child, headings);
}

/** PDF/UA-1, 7.4.2: the first is H1 and none skips a level. There are six (ISO 32000-1, 14.8.4.3.2); deeper ones are H6. */
function settleLevels(headings: readonly Element[]): void {
  let highest = Number.POSITIVE_INFINITY;
  for (const { level = 1 } of headings) highest = Math.min(highest, level);
  let last = 0;
  for (const heading of headings) {
    last = Math.min((heading.level ?? 1) - highest + 1, last + 1, 6);
    heading.type = `H${last}`;
  }
}
