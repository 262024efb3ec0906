import type { Title } from "../../document/index.ts";
import type { BlockFlow } from "../flow.ts";
import { styleOf, textFlow } from "./flow-helpers.ts";

/** A title of more lines than this takes the style `title-long`, where the theme has it. */
const mostLines = 3;

/** The title of the document, and kind lines and subtitles by their role. */
export const flowTitle: BlockFlow<Title> = (block, context) => {
  const name = block.role ?? "title";
  const { id: node, children } = block;
  const usual = textFlow({ node, children, style: styleOf(context, name) }, context);
  const style = styleOf(context, usual.length > mostLines ? `${name}-long` : name, name);
  const lines = usual.length > mostLines ? textFlow({ node, children, style }, context) : usual;
  const first = lines[0];
  if (first === undefined) return [];
  const x = context.strip(style.strip).x;
  return [
    { ...first, items: [{ kind: "destination", node: block.id, x, y: 0 }, ...first.items] },
    ...lines.slice(1),
  ];
};
