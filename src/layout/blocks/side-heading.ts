import type { Points } from "../../theme/index.ts";
import type { FlowItem } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { breakCost, shift, spaceBetween, stack } from "./flow-helpers.ts";

/** Baseline of the first text among items; undefined when there is none. */
export function firstBaseline(items: readonly PageItem[]): Points | undefined {
  for (const item of items) if (item.kind === "glyphs") return item.y;
  return undefined;
}

/** Leftmost and rightmost extent of what is painted; Infinity and -Infinity when nothing is. */
export function extentOf(items: readonly PageItem[]): {
  readonly left: Points;
  readonly right: Points;
} {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    if (item.kind === "destination" || item.kind === "link") continue;
    left = Math.min(left, item.x);
    right = Math.max(right, item.x + (item.kind === "disc" ? item.diameter : item.width));
  }
  return { left, right };
}

/**
 * A heading in the label column with its first baseline on that of its text. What would stand on it (a wide table, a box) goes
 * below it instead.
 */
export function besideText(
  heading: readonly FlowItem[],
  text: readonly FlowItem[],
  belowHeading: boolean,
): readonly FlowItem[] {
  const side = stack(heading);
  const first = text[0];
  const top = heading[0];
  if (first === undefined || top === undefined) return [...heading, ...text];
  const before = belowHeading ? 0 : Math.max(top.before, first.before);
  const headingLine = firstBaseline(side.items);
  const textLine = firstBaseline(first.items);
  const taken = extentOf(side.items);
  if (
    headingLine === undefined ||
    textLine === undefined ||
    extentOf(first.items).left < taken.right
  ) {
    return [...heading, ...text];
  }
  const down = textLine - headingLine;
  // A heading that begins higher than its text pushes the text down.
  const push = Math.max(0, -down);
  const joined: FlowItem = {
    ...first,
    height: first.height + push,
    before,
    items: [...shift(side.items, 0, Math.max(0, down)), ...shift(first.items, 0, push)],
    reach: { down: Math.max(0, down) + side.height, right: taken.right },
    node: top.node,
  };
  return [joined, ...text.slice(1)];
}

/**
 * Items beside a side heading stay with it as far as it reaches; the first that would stand on it waits, and room is left
 * above it.
 */
export function settleReach(flow: readonly FlowItem[]): readonly FlowItem[] {
  const settled: FlowItem[] = [];
  let left = 0;
  let right = 0;
  for (const item of flow) {
    const above = settled.at(-1);
    if (above !== undefined && left > 0) {
      const waits = item.reach !== undefined || extentOf(item.items).left < right;
      // What is left of the heading becomes part of the item above, and the next one waits.
      settled[settled.length - 1] = waits
        ? { ...above, height: above.height + left }
        : { ...above, penalty: kept(above.penalty) };
      left = waits ? 0 : left - spaceBetween(above, item) - item.height;
    }
    if (item.reach !== undefined) {
      left = item.reach.down - item.height;
      right = item.reach.right;
    }
    settled.push(item);
  }
  const last = settled.at(-1);
  if (last !== undefined && left > 0) {
    settled[settled.length - 1] = { ...last, height: last.height + left };
  }
  return settled;
}

const kept = (penalty: number): number =>
  penalty >= 0 ? Math.max(penalty, breakCost.heading) : penalty;
