import type { Points } from "../../theme/index.ts";
import type { PageItem } from "../page.ts";

/** Items that are put on a page together, and where. */
export type Group = {
  readonly items: readonly PageItem[];
  readonly x: Points;
  readonly y: Points;
  /** As they come in the flow, said again at the head of a page, or below the text. */
  readonly as: "flow" | "repeated" | "notes";
};

/** A page of the same groups as one of an earlier layout is that page; another is made. */
export type Composed = (
  groups: readonly Group[],
  make: () => readonly PageItem[],
) => readonly PageItem[];

type Page = { readonly groups: readonly Group[]; readonly items: readonly PageItem[] };

export function createComposed(): Composed {
  // By the items of the first group, which are the same objects as long as their block is the same.
  const pages = new WeakMap<readonly PageItem[], Page>();
  return (groups, make) => {
    const first = groups[0]?.items;
    if (first === undefined) return make();
    const before = pages.get(first);
    if (before !== undefined && isSame(before.groups, groups)) return before.items;
    const items = make();
    pages.set(first, { groups, items });
    return items;
  };
}

/** The rule above notes is made for each page. */
function isSameRule(one: Group, other: Group): boolean {
  if (one.as !== "notes" || one.items.length !== 1 || other.items.length !== 1) return false;
  return JSON.stringify(one.items) === JSON.stringify(other.items);
}

function isSame(one: readonly Group[], other: readonly Group[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) {
    const before = one[index] as Group;
    const group = other[index] as Group;
    if (before.as !== group.as || before.y !== group.y || before.x !== group.x) return false;
    if (before.items !== group.items && !isSameRule(before, group)) return false;
  }
  return true;
}
