import type { Element, StructurePlan } from "./element.ts";
import { isElement } from "./element.ts";

/**
 * Leaves out what nothing was painted in, and gives headings their levels.
 * @param fresh elements of which is to be known later what was found of them
 * @returns whether the headings that were settled before have the levels that they had
 */
export function settleStructure({ root }: StructurePlan, fresh: readonly Element[] = []): boolean {
  for (const element of fresh) {
    const painted = prune(element);
    const headings: Element[] = [];
    if (painted) gatherHeadings(element, headings);
    element.settled = { painted, headings };
  }
  prune(root);
  const headings: Element[] = [];
  gatherHeadings(root, headings);
  return settleLevels(headings);
}

/** Whether the element stays. An empty cell stays in a table of which something is painted. */
function prune(element: Element): boolean {
  if (element.settled !== undefined) return element.settled.painted;
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
  if (element.settled !== undefined) {
    for (const heading of element.settled.headings) headings.push(heading);
    return;
  }
  if (element.type === "H") headings.push(element);
  for (const child of element.children) if (isElement(child)) gatherHeadings(child, headings);
}

/** PDF/UA-1, 7.4.2: the first is H1 and none skips a level. There are six (ISO 32000-1, 14.8.4.3.2); deeper ones are H6. */
function settleLevels(headings: readonly Element[]): boolean {
  let highest = Number.POSITIVE_INFINITY;
  for (const { level = 1 } of headings) highest = Math.min(highest, level);
  let last = 0;
  let stand = true;
  for (const heading of headings) {
    last = Math.min((heading.level ?? 1) - highest + 1, last + 1, 6);
    const type = `H${last}`;
    if (heading.type !== "H" && heading.type !== type) stand = false;
    heading.type = type;
  }
  return stand;
}
