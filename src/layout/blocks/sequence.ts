import type {
  Block,
  Inline,
  Language,
  Paragraph,
  Section,
  Timeline,
} from "../../document/index.ts";
import type { FlowContext, FlowItem } from "../flow.ts";
import { breakCost, inLanguage, styleOf } from "./flow-helpers.ts";
import { flowHeading, standsBeside } from "./heading.ts";
import { flowParagraph } from "./paragraph.ts";
import { besideText, settleReach } from "./side-heading.ts";
import type { EntryOrder } from "./timeline.ts";
import { flowEntries } from "./timeline.ts";

/** What is set at one go: a block that is no section, or the heading of a section. Sections are taken apart into these. */
export type Unit =
  | {
      readonly kind: "heading";
      readonly section: Section;
      /** Of the section around it; absent: that of the document. */
      readonly language: Language | undefined;
    }
  | {
      readonly kind: "block";
      readonly language: Language | undefined;
      readonly block: Block;
      /** It follows a paragraph, so that its first line may be indented. */
      readonly afterParagraph: boolean;
      /** It says "as follows:" and a list or table does follow. */
      readonly leadsIn: boolean;
      /** An entry of a timeline: whether it is the first and the last one. Absent: a whole block. */
      readonly entry?: EntryOrder;
    };

export function unitsOf(blocks: readonly Block[]): readonly Unit[] {
  const units: Unit[] = [];
  gather(blocks, undefined, units);
  return units;
}

function gather(blocks: readonly Block[], language: Language | undefined, units: Unit[]): void {
  let previous: Block | undefined;
  blocks.forEach((block, index) => {
    if (block.kind === "section") {
      const own = block.language ?? language;
      units.push({ kind: "heading", section: block, language: own });
      gather(block.children, own, units);
    } else if (block.kind === "timeline" && block.entries.length > 1) {
      for (const unit of entriesOf(block, language)) units.push(unit);
    } else {
      units.push({
        kind: "block",
        block,
        language,
        afterParagraph: isParagraph(block) && isParagraph(previous) && block.role === previous.role,
        leadsIn: leadsIn(block, blocks[index + 1]),
      });
    }
    previous = block;
  });
}

const isParagraph = (block: Block | undefined): block is Paragraph => block?.kind === "paragraph";

/** Entries are set one by one, since those on the first page may have another place for their dates than those on later pages. */
function entriesOf(block: Timeline, language: Language | undefined): readonly Unit[] {
  const last = block.entries.length - 1;
  return block.entries.map((entry, index) => ({
    kind: "block",
    block: { ...block, entries: [entry] },
    language,
    afterParagraph: false,
    leadsIn: false,
    entry: { first: index === 0, last: index === last },
  }));
}

function leadsIn(block: Block, next: Block | undefined): boolean {
  if (block.kind !== "paragraph" || next === undefined) return false;
  if (next.kind === "section" || next.kind === "slide") return false;
  return endsWithColon(block.children);
}

function endsWithColon(children: readonly Inline[]): boolean {
  const last = children.at(-1);
  if (last === undefined) return false;
  if (last.kind === "text") return /[:：]\s*$/.test(last.value.slice(-8));
  return "children" in last && endsWithColon(last.children);
}

type SetBlock = (block: Block, context: FlowContext) => readonly FlowItem[];

/** One unit by itself; what its neighbours change is done by `joinUnits`. */
export function setUnit(unit: Unit, context: FlowContext, set: SetBlock): readonly FlowItem[] {
  if (unit.kind === "heading") {
    const { language } = unit.section.heading;
    return flowHeading(unit.section, inLanguage(context, language ?? unit.language));
  }
  const { block } = unit;
  if (block.kind === "paragraph") {
    const place = inLanguage(context, block.language ?? unit.language);
    return flowParagraph(block, place, unit.afterParagraph);
  }
  if (block.kind === "timeline" && unit.entry !== undefined) {
    const place = inLanguage(context, block.language ?? unit.language);
    return flowEntries(block, place, unit.entry);
  }
  return set(block, inLanguage(context, unit.language));
}

export function setUnits(
  units: readonly Unit[],
  context: FlowContext,
  set: SetBlock,
): readonly (readonly FlowItem[])[] {
  return units.map((unit) => setUnit(unit, context, set));
}

/** A flow, and where in it each unit begins. */
export type Joined = { readonly flow: readonly FlowItem[]; readonly starts: Int32Array };

/**
 * One flow out of units that were set: headings keep to their text or stand beside it, a heading right below another
 * takes no space above, a sentence that leads in keeps to what it leads to.
 */
export function joinUnits(
  units: readonly Unit[],
  flows: readonly (readonly FlowItem[])[],
  contextOf: (unit: Unit, index: number) => FlowContext,
): Joined {
  const flow: FlowItem[] = [];
  let waiting: readonly FlowItem[] = [];
  const pages: number[] = [];
  let keep = 0;
  let belowHeading = false;
  let reaches = false;
  const starts = new Int32Array(units.length);
  units.forEach((unit, index) => {
    starts[index] = flow.length;
    const own = flows[index] as readonly FlowItem[];
    const context = contextOf(unit, index);
    if (unit.kind === "heading") {
      const next = units[index + 1];
      const beside =
        next?.kind === "block" &&
        standsBeside(unit.section, context) &&
        (flows[index + 1]?.length ?? 0) > 0;
      own.forEach((item, line) => {
        const first = line === 0 && belowHeading && waiting.length === 0;
        if (!beside) flow.push(first ? { ...item, before: 0 } : item);
      });
      waiting = beside ? own : [];
      keep = context.theme.breaks.afterHeading;
      belowHeading = true;
      return;
    }
    if (unit.block.kind === "pageBreak") {
      for (const item of waiting) flow.push(item);
      waiting = [];
      pages.push(flow.length);
      return;
    }
    let text = own;
    if (waiting.length > 0) {
      text = besideText(waiting, own, belowHeading && endsInHeading(units, index));
      reaches = true;
      waiting = [];
    }
    if (unit.leadsIn) text = leading(text, units[index + 1], context);
    keep = pushText(flow, text, keep, unit.leadsIn);
    belowHeading = belowHeading && own.length === 0;
  });
  for (const item of waiting) flow.push(item);
  for (const index of pages) {
    const item = flow[index];
    if (item !== undefined && index > 0) flow[index] = { ...item, breakBefore: "page" };
  }
  return { flow: reaches ? settleReach(flow) : flow, starts };
}

/** A sentence that leads in to a list stands no further from it than its items from one another. */
function leading(
  flow: readonly FlowItem[],
  next: Unit | undefined,
  context: FlowContext,
): readonly FlowItem[] {
  if (next?.kind !== "block" || next.block.kind !== "list") return flow;
  const { after } = styleOf(context, next.block.role ?? "list", "list");
  return flow.map((item, index) =>
    index === flow.length - 1 ? { ...item, after: Math.min(item.after, after) } : item,
  );
}

/** Whether the heading before this unit stands right below another heading. */
function endsInHeading(units: readonly Unit[], index: number): boolean {
  return units[index - 2]?.kind === "heading";
}

/** Gives how many lines the heading above still wants. */
function pushText(
  flow: FlowItem[],
  items: readonly FlowItem[],
  wanted: number,
  leadsIn: boolean,
): number {
  let keep = wanted;
  const last = items.length - 1;
  items.forEach((item, index) => {
    keep -= 1;
    const floor =
      keep > 0 || (leadsIn && index === last) ? breakCost.heading : Number.NEGATIVE_INFINITY;
    const raise = item.penalty < floor && item.penalty !== Number.NEGATIVE_INFINITY;
    flow.push(raise ? { ...item, penalty: floor } : item);
  });
  return Math.max(0, keep);
}
