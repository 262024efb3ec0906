import type { Note } from "../../document/index.ts";
import type { Strip } from "../../theme/index.ts";
import type { FlowContext, FlowItem } from "../flow.ts";
import { setText } from "../text/index.ts";
import { flowBlocks, shift, styleOf, within } from "./flow-helpers.ts";
import { withBody } from "./restyle.ts";
import { firstBaseline } from "./side-heading.ts";

/**
 * A footnote: its number hangs beside its text, and leads back to where it is referred to (a link of the node `back-` and the note's id). Set in
 * the strip of running text.
 */
export function flowNote(note: Note, context: FlowContext): readonly FlowItem[] {
  const style = styleOf(context, "footnote", "small");
  const strip: Strip = context.strip(style.strip);
  const hang = Math.max(style.hang, style.size * 1.4);
  const text = { ...style, indent: 0, hang: 0, firstLine: 0, before: 0 };
  const inside = within(withBody(context, text), { x: strip.x + hang, width: strip.width - hang });
  const flow = flowBlocks(note.children, inside);
  const number = setText(
    {
      node: note.id,
      part: "label",
      children: [{ kind: "text", value: `${note.number}` }],
      style: { ...text, align: "left" },
      width: strip.width,
    },
    context,
  );
  const empty = { height: style.leading, before: 0, after: 0, penalty: 0, node: note.id };
  const first: FlowItem = flow[0] ?? { ...empty, items: [] };
  const baseline = firstBaseline(first.items) ?? number[0]?.baseline ?? style.size;
  const label = shift(number[0]?.items ?? [], strip.x, baseline);
  const begin = { kind: "destination" as const, node: note.id, x: strip.x, y: 0 };
  const back = {
    kind: "link" as const,
    node: `back-${note.id}`,
    x: strip.x,
    y: baseline - style.size,
    width: Math.max(number[0]?.width ?? 0, style.size / 2),
    height: style.size * 1.25,
  };
  return [{ ...first, items: [begin, ...label, back, ...first.items] }, ...flow.slice(1)];
}
