import type {
  Block,
  Heading,
  Inline,
  ListOfCaptions,
  NodeId,
  Section,
  TableOfContents,
} from "../../document/index.ts";
import { captionsOf } from "../../document/index.ts";
import type { Points, Strip } from "../../theme/index.ts";
import type { BlockFlow, FlowContext, FlowItem } from "../flow.ts";
import type { PageItem, Tag } from "../page.ts";
import { setText } from "../text/index.ts";
import { ruleBox, shift, styleOf, textFlow, together } from "./flow-helpers.ts";
import { besideText, extentOf } from "./side-heading.ts";

/** A line of a table of contents: what it leads to, and its words. */
type Entry = { readonly id: NodeId; readonly level: number; readonly children: readonly Inline[] };

/**
 * Sections with the pages they begin on. Entries link to their section; the nodes are `toc-` and the section's id, the page
 * number is its part `page`.
 */
export const flowTableOfContents: BlockFlow<TableOfContents> = (block, context) => {
  const sections = sectionsOf(context.document.content, block.depth);
  const entries = sections.map(
    ({ id, level, heading }): Entry => ({ id, level, children: heading.children }),
  );
  return listFlow(block.heading, entries, (flow) => endingPage(together(flow), context), context);
};

/** Figures or tables in the same way. A long list may be parted. */
export const flowListOfCaptions: BlockFlow<ListOfCaptions> = (block, context) => {
  const entries = captionsOf(context.document, block.series).map(
    ({ block: { id }, caption }): Entry => ({ id, level: 2, children: caption.children }),
  );
  return listFlow(block.heading, entries, (flow) => flow, context);
};

function listFlow(
  head: Heading | undefined,
  listed: readonly Entry[],
  keep: (flow: readonly FlowItem[]) => readonly FlowItem[],
  context: FlowContext,
): readonly FlowItem[] {
  const { tableOfContents: looks } = context.theme.blocks;
  const strip = context.strip(looks.strip);
  const entries: FlowItem[] = [];
  for (const entry of listed) {
    entries.push(entryFlow(entry, strip, context, entries.length > 0 || head !== undefined));
  }
  const kept = keep(entries);
  if (head === undefined) return kept;
  const headingStrip = context.strip(looks.headingStrip);
  const heading = textFlow(
    {
      node: head.id,
      children: head.children,
      style: { ...styleOf(context, "contents-head"), keepWithNext: true },
      strip: headingStrip,
    },
    context,
  );
  const clear = extentOf(heading.flatMap((line) => line.items)).right <= strip.x;
  return clear && kept.length > 0 ? besideText(heading, kept, false) : [...heading, ...kept];
}

/** On a title page, whose text begins low, nothing follows the contents. */
function endingPage(entries: readonly FlowItem[], context: FlowContext): readonly FlowItem[] {
  const { masters, page } = context.theme;
  const top = masters.first.regions[0]?.y ?? 0;
  if (masters.first.opening === undefined || top < page.height / 3) return entries;
  const last = entries.length - 1;
  return entries.map((item, index) =>
    index === last ? { ...item, penalty: Number.NEGATIVE_INFINITY } : item,
  );
}

function sectionsOf(blocks: readonly Block[], depth: number): readonly Section[] {
  return blocks.flatMap((block) => {
    if (block.kind === "group") return sectionsOf(block.children, depth);
    if (block.kind !== "section" || block.level > depth) return [];
    return [block, ...sectionsOf(block.children, depth)];
  });
}

function entryFlow(entry: Entry, strip: Strip, context: FlowContext, ruled: boolean): FlowItem {
  const { tableOfContents: looks } = context.theme.blocks;
  const { styles } = looks;
  const name = styles[Math.min(entry.level, styles.length) - 1] ?? "body";
  const style = { ...styleOf(context, name), hyphenate: false };
  const node = `toc-${entry.id}`;
  const label = context.pageOf?.get(entry.id) ?? "";
  // Room for three figures, so that no line changes when the numbers become known.
  const room = Math.max(40, label.length * style.size * 0.6 + style.size);
  const x = strip.x + style.indent;
  const width = strip.width - style.indent;
  const quiet = { ...context, report: () => undefined };
  const lines = setText(
    { node, children: plain(entry.children), style, width: width - room },
    quiet,
  );
  const numbers = setText(
    {
      node,
      part: "page",
      children: [{ kind: "text", value: label }],
      style: { ...style, align: "right", tabularFigures: true },
      width: room,
    },
    quiet,
  );
  const rule =
    entry.level === 1 && ruled ? ruleBox(context, looks.rule, strip.x, 0, strip.width) : undefined;
  const items: PageItem[] = rule === undefined ? [] : [rule];
  // The space of the style stands above the rule, which opens a group of entries.
  let y = rule === undefined ? 0 : rule.height;
  const top = y;
  lines.forEach((line, index) => {
    for (const item of shift(tagged(line.items, { node }), x, y + line.baseline)) items.push(item);
    if (index === lines.length - 1 && label !== "") {
      const number = tagged(numbers[0]?.items ?? [], { node, part: "page" });
      items.push(...shift(number, x + width - room, y + line.baseline));
    }
    y += line.height;
  });
  items.push(linkArea(node, x, top, width, y - top));
  return {
    height: y,
    before: rule === undefined ? style.before : style.before + style.after,
    after: rule === undefined ? style.after : 0,
    penalty: 0,
    items,
    node,
  };
}

const linkArea = (node: string, x: Points, y: Points, width: Points, height: Points): PageItem => ({
  kind: "link",
  node,
  x,
  y,
  width,
  height,
});

/** All text of an entry is the entry's; places that links inside of the heading lead to are the heading's own. */
function tagged(items: readonly PageItem[], tag: Tag): readonly PageItem[] {
  return items.flatMap((item): readonly PageItem[] => {
    if (item.kind === "link" || item.kind === "destination") return [];
    if (item.kind === "glyphs") return [{ ...item, tag }];
    return "node" in item.tag ? [{ ...item, tag }] : [item];
  });
}

/** A heading without its links and notes, which would otherwise be there twice. */
function plain(children: readonly Inline[]): readonly Inline[] {
  return children.flatMap((child): readonly Inline[] => {
    if (child.kind === "noteReference") return [];
    if (child.kind === "lineBreak") return [{ kind: "text", value: " " }];
    if (child.kind === "link") return plain(child.children);
    if ("children" in child) return [{ ...child, children: plain(child.children) }];
    return [child];
  });
}
