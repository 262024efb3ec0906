import type { Section } from "../../document/index.ts";
import type { TextStyle } from "../../theme/index.ts";
import type { FlowContext, FlowItem } from "../flow.ts";
import { styleOf, textFlow } from "./flow-helpers.ts";

/** The style of a section's heading: its role, that of an annex, or by its level. */
function headingStyle(section: Section, context: FlowContext): TextStyle {
  const byLevel = [`h${section.level + 1}`];
  for (let level = section.level; level >= 2; level -= 1) byLevel.push(`h${level}`);
  const names = [
    ...(section.heading.role === undefined ? [] : [section.heading.role]),
    ...(section.newPage === true ? ["annex-title"] : []),
    ...byLevel,
  ];
  const style = styleOf(context, names[0] as string, ...names.slice(1));
  return style.keepWithNext ? style : { ...style, keepWithNext: true };
}

/** Whether the heading stands in the label column, beside the text of its section. */
export function standsBeside(section: Section, context: FlowContext): boolean {
  const { sideHeadingLevel } = context.theme.blocks;
  if (!context.sideHeadings || sideHeadingLevel === 0) return false;
  return section.level === sideHeadingLevel && section.newPage !== true;
}

/** The heading of a section alone, with the places that links to the section lead to. */
export function flowHeading(section: Section, context: FlowContext): readonly FlowItem[] {
  const style = headingStyle(section, context);
  const { heading } = section;
  const lines = textFlow({ node: heading.id, children: heading.children, style }, context);
  const first: FlowItem = lines[0] ?? {
    height: 0,
    before: 0,
    after: 0,
    penalty: 0,
    items: [],
    node: heading.id,
  };
  const x = context.strip(style.strip).x;
  const ids = section.id === heading.id ? [section.id] : [section.id, heading.id];
  return [
    {
      ...first,
      items: [
        ...ids.map((node) => ({ kind: "destination" as const, node, x, y: 0 })),
        ...first.items,
      ],
      ...(section.newPage === true ? { breakBefore: "page" as const } : {}),
    },
    ...lines.slice(1),
  ];
}
