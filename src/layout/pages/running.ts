import type { DocumentTree, Inline, Running } from "../../document/index.ts";
import type { RunningFrame } from "../../theme/index.ts";
import { ruleBox, styleOf } from "../blocks/flow-helpers.ts";
import type { FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { setText } from "../text/index.ts";

export type PageLabel = { readonly label: string; readonly count: string };

/** Sets what stands on many pages: running matter and the rules of the pages. All of it artifacts. */
export type RunningSetter = (index: number, page: PageLabel) => readonly PageItem[];

export function runningSetter(document: DocumentTree, context: FlowContext): RunningSetter {
  const known = new Map<Running, readonly PageItem[]>();
  const { frames } = context.theme;
  const told = new Set<string>();
  return (index, page) => {
    const items = [...pageRules(index, context)];
    for (const running of document.running) {
      const frame = Object.hasOwn(frames, running.frame) ? frames[running.frame] : undefined;
      if (frame === undefined) reportFrame(running, context, told);
      if (frame === undefined || !standsOn(running.pages, index)) continue;
      const before = known.get(running);
      const set = before ?? setRunning(running, frame, context, page, told);
      if (before === undefined && !countsPages(running.children)) known.set(running, set);
      for (const item of set) items.push(item);
    }
    return items;
  };
}

const standsOn = (pages: "first" | "later" | "all", index: number): boolean =>
  pages === "all" || (pages === "first") === (index === 0);

function pageRules(index: number, context: FlowContext): readonly PageItem[] {
  return context.theme.pageRules
    .filter((rule) => standsOn(rule.pages, index))
    .map((rule) => ruleBox(context, rule.rule, rule.x, rule.y, rule.width));
}

/** Text that is the same on all pages is set once. */
function countsPages(children: readonly Inline[]): boolean {
  return children.some(
    (child) =>
      child.kind === "pageNumber" ||
      child.kind === "pageCount" ||
      ("children" in child && countsPages(child.children)),
  );
}

function setRunning(
  running: Running,
  frame: RunningFrame,
  context: FlowContext,
  page: PageLabel,
  told: Set<string>,
): readonly PageItem[] {
  const style = { ...styleOf(context, frame.style), align: frame.align, hyphenate: false };
  const lines = setText(
    {
      node: running.id,
      children: running.children,
      style,
      width: frame.width,
      artifact: frame.kind,
    },
    {
      ...context,
      language: running.language ?? context.language,
      page: { number: page.label, count: page.count },
    },
  );
  const items: PageItem[] = [];
  let y = frame.y;
  for (const line of lines) {
    for (const item of line.items) {
      // A place in running matter would be there once a page.
      if (item.kind === "link" || item.kind === "destination") continue;
      items.push({ ...item, x: item.x + frame.x, y: item.y + y + line.baseline });
    }
    y += line.height;
  }
  const over = y - frame.y - Math.max(frame.height, style.leading);
  if (over > 0.5) reportTooTall(running, over, context, told);
  return items;
}

function reportFrame(running: Running, context: FlowContext, told: Set<string>): void {
  if (told.has(running.id)) return;
  told.add(running.id);
  const names = Object.keys(context.theme.frames).join(", ");
  context.report({
    rule: "frame-exists",
    severity: "warning",
    message: `The theme has no frame "${running.frame}" for running text.`,
    ...(running.place === undefined ? {} : { place: running.place }),
    hints: [`Its frames are: ${names}.`],
  });
}

function reportTooTall(
  running: Running,
  over: number,
  context: FlowContext,
  told: Set<string>,
): void {
  if (told.has(running.id)) return;
  told.add(running.id);
  context.report({
    rule: "content-fits",
    severity: "warning",
    message: `The running text in "${running.frame}" is ${Math.ceil(over)} points higher than its frame.`,
    ...(running.place === undefined ? {} : { place: running.place }),
    hints: ["Shorten it."],
  });
}
