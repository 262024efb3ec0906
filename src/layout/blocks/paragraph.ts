import type { Paragraph } from "../../document/index.ts";
import type { FlowContext, FlowItem } from "../flow.ts";
import { styleOf, textFlow } from "./flow-helpers.ts";

export function flowParagraph(
  block: Paragraph,
  context: FlowContext,
  afterParagraph = false,
): readonly FlowItem[] {
  const own = styleOf(context, block.role ?? "body");
  const centred = block.role === "formula" && context.theme.styles["formula"] === undefined;
  const style = centred ? { ...own, align: "centre" as const, hyphenate: false } : own;
  const indented = afterParagraph && style.firstLine > 0;
  return textFlow(
    {
      node: block.id,
      children: block.children,
      style,
      ...(indented ? { firstLine: style.firstLine } : {}),
    },
    context,
  );
}
