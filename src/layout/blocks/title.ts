import type { Title } from "../../document/index.ts";
import type { BlockFlow } from "../flow.ts";
import { styleOf, textFlow } from "./flow-helpers.ts";

/** The title of the document, and kind lines and subtitles by their role. */
export const flowTitle: BlockFlow<Title> = (block, context) => {
  const style = styleOf(context, block.role ?? "title");
  const lines = textFlow({ node: block.id, children: block.children, style }, context);
  const first = lines[0];
  if (first === undefined) return [];
  const x = context.strip(style.strip).x;
  return [
    { ...first, items: [{ kind: "destination", node: block.id, x, y: 0 }, ...first.items] },
    ...lines.slice(1),
  ];
};
