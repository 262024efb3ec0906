import type { Nodes, RootContent } from "mdast";
import type { ModelSection } from "../../model/index.ts";
import type { BlocksValue } from "../engine/index.ts";
import { blocksValue } from "../engine/index.ts";
import { recordsOf } from "./annexes.ts";
import { briefOf } from "./briefs.ts";
import type { Making } from "./making.ts";

/** One point of the summary. */
export type SummaryPoint = {
  readonly id: string;
  /** In the shorter wording for this product, where there is one. */
  readonly brief: BlocksValue;
};

/** The blocks marked `.key`, in order, and the commitments; empty when nothing is marked. */
export function summaryOf(making: Making): readonly SummaryPoint[] {
  const keys: RootContent[] = [];
  gather(making.model.root, keys);
  if (keys.length === 0) return [];
  const points = keys.map((node, index): SummaryPoint => {
    const id = node.data?.attributes?.id ?? `key-${index + 1}`;
    const blocks = node.type === "listItem" ? node.children : [node];
    return { id, brief: blocksValue(briefOf(making, id) ?? blocks) };
  });
  return [...points, ...recordsOf(making, "commitment")];
}

function gather(section: ModelSection, keys: RootContent[]): void {
  for (const node of section.content) gatherIn(node, keys);
  for (const inner of section.sections) gather(inner, keys);
}

function gatherIn(node: Nodes, keys: RootContent[]): void {
  const classes = node.data?.attributes?.classes ?? [];
  const isRecord = classes.includes("commitment");
  if (classes.includes("key") && !isRecord) keys.push(node as RootContent);
  else if ("children" in node) for (const child of node.children) gatherIn(child, keys);
}
