import type { NodeId } from "../../document/index.ts";
import type { FlowItem } from "../flow.ts";
import type { PageItem } from "../page.ts";

/** Whether pages of the one flow end where those of the other do, and have the same nodes, whatever the texts in them say. */
export function takeSameRoom(one: readonly FlowItem[], other: readonly FlowItem[]): boolean {
  if (one === other) return true;
  return one.length === other.length && one.every((item, index) => isAlike(item, other[index]));
}

function isAlike(one: FlowItem, other: FlowItem | undefined): boolean {
  return (
    other !== undefined &&
    one.height === other.height &&
    one.before === other.before &&
    one.after === other.after &&
    one.penalty === other.penalty &&
    one.node === other.node &&
    one.continuation?.height === other.continuation?.height &&
    one.reach?.down === other.reach?.down &&
    one.reach?.right === other.reach?.right &&
    one.onGrid === other.onGrid &&
    one.floats === other.floats &&
    one.padded === other.padded &&
    one.breakBefore === other.breakBefore &&
    one.notes === undefined &&
    other.notes === undefined &&
    nodesIn(one.items) === nodesIn(other.items)
  );
}

/** Nodes in their order, each run of one node once: how many pieces a text is in changes nothing. */
function nodesIn(items: readonly PageItem[]): string {
  const found: string[] = [];
  for (const item of items) {
    const node = nodeOf(item);
    const name = node === undefined ? undefined : `${item.kind} ${node}`;
    if (name !== undefined && found.at(-1) !== name) found.push(name);
  }
  return found.join("\n");
}

function nodeOf(item: PageItem): NodeId | undefined {
  if (item.kind === "link" || item.kind === "destination") return item.node;
  return "node" in item.tag ? item.tag.node : undefined;
}
