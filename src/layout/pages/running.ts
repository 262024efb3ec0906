import type { DocumentTree, Inline, Running } from "../../document/index.ts";
import { textOf } from "../../document/index.ts";
import type { RunningFrame } from "../../theme/index.ts";
import { ruleBox, styleOf } from "../blocks/flow-helpers.ts";
import type { FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import type { Line } from "../text/index.ts";
import { setText } from "../text/index.ts";

/** `count`: undefined on a page that is not one of those that are counted; then nothing is said of it. */
export type PageLabel = {
  readonly label: string;
  readonly count: string | undefined;
  /** Heading of the section that stands on the page; empty before the first. */
  readonly section: string;
};

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
      child.kind === "currentSection" ||
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
  const at: FlowContext = {
    ...context,
    language: running.language ?? context.language,
    page: { number: page.label, count: page.count ?? "", section: page.section },
  };
  const setLines = (children: readonly Inline[]): readonly Line[] =>
    setText({ node: running.id, children, style, width: frame.width, artifact: frame.kind }, at);
  const said = page.count === undefined ? withoutCount(running.children) : running.children;
  const room = Math.max(frame.height, style.leading) + 0.5;
  const lines = frame.shorten ? shortened(said, setLines, room) : setLines(said);
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

/** The number of the page alone: what stands between it and the number of pages belongs to that. */
function withoutCount(children: readonly Inline[]): readonly Inline[] {
  const count = children.findIndex((child) => child.kind === "pageCount");
  if (count < 0) return children;
  const number = children.findLastIndex((child, at) => child.kind === "pageNumber" && at < count);
  return [...children.slice(0, number < 0 ? count : number + 1), ...children.slice(count + 1)];
}

/** The longest text with as many of its words as have room, and an ellipsis: a running head only has to be recognised. */
function shortened(
  children: readonly Inline[],
  set: (children: readonly Inline[]) => readonly Line[],
  room: number,
): readonly Line[] {
  const whole = set(children);
  if (heightOf(whole) <= room) return whole;
  const lengths = children.map((child) => textOf([child]).length);
  const longest = lengths.indexOf(Math.max(...lengths));
  const words = textOf(children.slice(longest, longest + 1)).split(/\s+/);
  const cut = (count: number): readonly Line[] => {
    const value = `${words
      .slice(0, count)
      .join(" ")
      .replace(/\p{P}+$/u, "")}…`;
    return set(children.with(longest, { kind: "text", value }));
  };
  let low = 1;
  let high = words.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (heightOf(cut(middle)) <= room) low = middle;
    else high = middle - 1;
  }
  return cut(low);
}

const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + line.height, 0);

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
