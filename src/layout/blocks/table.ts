import type { Caption, Inline, Table, TableRow } from "../../document/index.ts";
import { isContinuedTable, textOf } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { BlockFlow, Continuation, FlowContext, FlowItem } from "../flow.ts";
import type { ColumnsMark } from "../page.ts";
import { breakCost, shift, spacedOut, stack, styleOf, together } from "./flow-helpers.ts";
import { inBox, piece, regionHeight } from "./furniture.ts";
import type { GroupRows } from "./table-groups.ts";
import { groupFlow, rowGroups } from "./table-groups.ts";
import type { TablePlan } from "./table-plan.ts";
import { planTable } from "./table-plan.ts";
import { continuationOf, repeated, withinRow } from "./table-rows.ts";
import { textFrame } from "./text-frame.ts";

/**
 * Caption, head rows over a rule, rows parted by hairlines, a rule at the foot. The caption stays with the head, the head with
 * two rows; the head stands again on each page that the table goes on to.
 */
export const flowTable: BlockFlow<Table> = (table, context) => {
  const plan = planTable(table, context);
  if (plan.lacking !== undefined) reportTight(table, plan, plan.lacking, context);
  const caption = captionFlow(table, plan, context);
  const head = headFlow(table, plan, context);
  const region = regionHeight(context);
  const continuation = continuationFor(table, plan, head, context);
  const room = region - (continuation?.height ?? 0);
  const rows = bodyFlow(table, plan, { room, opening: head.length === 0 }, context);
  const within = continuation && withinRow(continuation, plan);
  const body = rows.map((item, index): FlowItem => {
    const repeat = rows[index - 1]?.node === item.node ? within : continuation;
    return repeat ? { ...item, continuation: repeat } : item;
  });
  const said = isContinuedTable(table);
  const flow = [...(said ? [] : caption), ...(said ? head.map(saidBefore) : head), ...body];
  const space = context.theme.page.baseline / 2;
  const spaced = spacedOut(flow, flow[0]?.before ?? 0, space);
  const keeps = table.keepTogether === true && stack(spaced).height <= region;
  const marked = marking(spaced, { table: table.id, from: plan.strip.x, widths: plan.widths });
  return keeps ? together(marked) : marked;
};

/** The first rule or tint tells of the columns, for outputs that do not lay out. */
const marking = (flow: readonly FlowItem[], mark: ColumnsMark): readonly FlowItem[] => {
  const at = flow.findIndex(({ items }) => items.some(({ kind }) => kind === "box"));
  const item = flow[at];
  const box = item?.items.find((each) => each.kind === "box");
  if (item === undefined || box === undefined) return flow;
  const columns = { ...mark, from: mark.from - box.x };
  const items = item.items.map((each) => (each === box ? { ...box, columns } : each));
  return flow.with(at, { ...item, items });
};

/** What stands above the rows of a page that the table goes on to: its name, "(continued)", and the head. */
const continuationFor = (
  table: Table,
  plan: TablePlan,
  head: readonly FlowItem[],
  context: FlowContext,
): Continuation | undefined => {
  const { caption, continued: words } = table;
  const again: Caption | undefined =
    caption && words !== undefined
      ? { ...caption, children: [...nameIn(caption), { kind: "text", value: ` (${words})` }] }
      : undefined;
  const name = again === undefined ? [] : captionFlow({ ...table, caption: again }, plan, context);
  const whole = continuationOf([...name, ...head]);
  // A head that takes a third of the page is not worth repeating.
  return whole === undefined || whole.height > regionHeight(context) / 3 ? undefined : whole;
};

/** "Table 3" of "Table 3: Goods"; the whole caption when it bears no number. */
const nameIn = (caption: Caption): readonly Inline[] => {
  const [first] = caption.children;
  if (first?.kind !== "strong") return caption.children;
  const number = first.children.findIndex((child) => child.kind === "enumerator");
  if (number < 0) return caption.children;
  return [{ ...first, children: first.children.slice(0, number + 1) }];
};

const saidBefore = (item: FlowItem): FlowItem => ({ ...item, items: item.items.flatMap(repeated) });

const captionFlow = (table: Table, plan: TablePlan, context: FlowContext): readonly FlowItem[] => {
  if (table.caption === undefined) return [];
  const { id, children } = table.caption;
  const style = styleOf(context, "caption");
  const frame = textFrame(
    { node: id, children, style: inBox(style), width: plan.strip.width },
    context,
  );
  if (frame.height === 0) return [];
  const item = piece(id, frame.height, shift(frame.items, plan.strip.x, 0), breakCost.whole);
  return [{ ...item, before: style.before, after: style.after }];
};

const headFlow = (table: Table, plan: TablePlan, context: FlowContext): readonly FlowItem[] => {
  const styles = context.theme.blocks.table;
  const last = table.head.length - 1;
  return rowGroups(plan.grid.head)
    .flatMap(({ first, count }) =>
      groupFlow(
        groupAt(table.head, plan.grid.head, first, count),
        plan,
        (index) => ({
          part: "head",
          below: first + index === last ? styles.headBelow : styles.between,
          tallest: Number.POSITIVE_INFINITY,
          ...(first + index === 0 && styles.above !== undefined ? { above: styles.above } : {}),
        }),
        context,
      ),
    )
    .map((item) => ({ ...item, penalty: breakCost.whole }));
};

const groupAt = (
  rows: readonly TableRow[],
  placed: TablePlan["grid"]["body"],
  first: number,
  count: number,
): GroupRows => ({
  rows: rows.slice(first, first + count),
  placed: placed.slice(first, first + count),
});

type BodyPlace = {
  /** Height of a page for rows. */
  readonly room: Points;
  /** No head row: a rule opens the table. */
  readonly opening: boolean;
};

const bodyFlow = (
  table: Table,
  plan: TablePlan,
  place: BodyPlace,
  context: FlowContext,
): readonly FlowItem[] => {
  const styles = context.theme.blocks.table;
  const last = table.body.length - 1;
  const groups = rowGroups(plan.grid.body);
  const flow: FlowItem[] = [];
  groups.forEach(({ first, count }, number) => {
    const pieces = groupFlow(
      groupAt(table.body, plan.grid.body, first, count),
      plan,
      (index) => ({
        part: "body",
        below: first + index === last ? styles.foot : styles.between,
        tallest: place.room,
        striped: number % 2 === 1,
        ...(first + index === 0 && place.opening
          ? { above: styles.above ?? styles.headBelow }
          : {}),
      }),
      context,
    );
    const end = groups.length - 1;
    const keeps = (number === 0 && end > 0) || (number === end - 1 && end > 1);
    const heads = number < end && isTitle(plan.grid.body[first], plan);
    for (const item of withPenalties(pieces, keeps || heads ? breakCost.lonely : 0))
      flow.push(item);
  });
  return flow;
};

/** A row of one cell over all columns is about the rows below it. */
const isTitle = (row: TablePlan["grid"]["body"][number] | undefined, plan: TablePlan): boolean =>
  plan.columns.length > 1 && row?.length === 1 && row[0]?.columnSpan === plan.columns.length;

/** Within a row that no page holds a break is possible, but costs. */
const withPenalties = (pieces: readonly FlowItem[], after: number): readonly FlowItem[] =>
  pieces.map((item, index) => ({
    ...item,
    penalty: index === pieces.length - 1 ? after : Math.max(item.penalty, breakCost.unwelcome),
  }));

const reportTight = (
  table: Table,
  plan: TablePlan,
  lacking: Points,
  context: FlowContext,
): void => {
  const name = nameOf(table);
  context.report({
    rule: "table-fits",
    severity: "warning",
    message: `The table${name === "" ? "" : ` "${name}"`} has ${plan.columns.length} columns that need a width of ${Math.ceil(lacking)} points, but there are only ${Math.floor(plan.strip.width)}, so words are broken.`,
    ...(table.place ? { place: table.place } : {}),
    hints: [
      "Give it fewer columns, or divide it in two tables.",
      "Use shorter words, or put long codes and addresses in a list.",
    ],
  });
};

/** Caption, or the words of the first row. */
const nameOf = (table: Table): string => {
  const text =
    table.caption === undefined
      ? (table.head[0] ?? table.body[0])?.cells
          .flatMap((cell) => cell.children)
          .map((block) => (block.kind === "paragraph" ? textOf(block.children) : ""))
          .filter((words) => words !== "")
          .join(", ")
      : textOf(table.caption.children);
  const characters = [...(text ?? "")];
  return characters.length > 50 ? `${characters.slice(0, 50).join("")}…` : characters.join("");
};
