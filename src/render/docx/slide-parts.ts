import type { Block } from "../../document/index.ts";
import { isContinuedTable, joined, partedWhere, trimmed } from "../../document/index.ts";
import type { Points, Theme } from "../../theme/index.ts";
import type { DocxContext } from "./context.ts";
import { createContext } from "./context.ts";
import type { Height } from "./heights.ts";
import { beginsColumn, footnotesIn, heightOf } from "./heights.ts";
import type { Stretch } from "./sections.ts";
import { textWidth } from "./styles/measures.ts";

/** A slide over more pages than this is a list to look things up in, and is not evened out. */
const mostEven = 6;

/** What a page is to be left free at its foot, since the lines of Word are not quite ours. */
const margin = 6;

/** A context to write to that leaves no traces, for finding out how high something becomes. */
export function trialContext(context: DocxContext): DocxContext {
  const { document, theme, facts, assets } = context;
  const made = createContext({ document, theme, facts, assets, report: () => undefined });
  return { ...made, trial: new Map() };
}

/**
 * The blocks of a slide in parts that each have room on a page, about equally high.
 * @param write the stretches of a part, its title with them; `again`: it is not the first
 */
export function slideParts(
  children: readonly Block[],
  write: (blocks: readonly Block[], context: DocxContext, again: boolean) => readonly Stretch[],
  trial: DocxContext,
): readonly (readonly Block[])[] {
  const { theme } = trial;
  const height = textHeight(theme) - margin;
  const fits = (blocks: readonly Block[], again: boolean, share: number): boolean => {
    const referred = new Set<string>();
    const fresh: DocxContext = {
      ...trial,
      isFirstReference(note) {
        const isFirst = !referred.has(note);
        referred.add(note);
        return isFirst;
      },
    };
    return stretchesHeight(write(blocks, fresh, again), fresh) <= height * share;
  };
  const parts = (share: number, most: number, cuts: boolean): readonly (readonly Block[])[] => {
    const found: (readonly Block[])[] = [];
    let left = children;
    while (left.length > 0 && found.length < most) {
      const again = found.length > 0;
      const { shown, rest } = trimmed(left);
      const part = partedWhere(shown, (blocks) => fits(blocks, again, share), cuts);
      found.push(part.shown.map(withoutCaption));
      left = joined(part.rest, rest);
    }
    return found;
  };
  if (children.length === 0 || fits(children, false, 1)) return [children];
  let best = parts(1, Number.POSITIVE_INFINITY, true);
  const least = best.length;
  if (least < 2 || least > mostEven) return best;
  // About equally high, but never at the price of a paragraph in two.
  let low = 1 / least;
  let high = 1;
  while (high - low > 0.04) {
    const share = (low + high) / 2;
    const even = parts(share, least + 1, false);
    const holds = even.length <= least && even.every((part, at) => fits(part, at > 0, 1));
    if (holds) best = even;
    if (holds) high = share;
    else low = share;
  }
  return best;
}

/** Where a table goes on its caption was said. */
function withoutCaption(block: Block): Block {
  if (block.kind !== "table" || !isContinuedTable(block)) return block;
  const { caption: _said, ...table } = block;
  return table;
}

/** Between the margins of a page. */
export function textHeight({ page }: Theme): Points {
  return page.height - page.margins.top - page.margins.bottom;
}

/** How high stretches become, one below another, with the footnotes that they refer to. */
export function stretchesHeight(stretches: readonly Stretch[], context: DocxContext): Points {
  let height = 0;
  let after = 0;
  for (const stretch of stretches) {
    const set = stretchHeight(stretch, context);
    height += after + set.height;
    after = set.after;
  }
  const notes = footnotesIn(stretches.flatMap(({ children }) => children));
  const { leading = 16 } = context.theme.styles["footnote"] ?? {};
  return height + (notes > 0 ? leading + notes * leading * 1.5 : 0);
}

function stretchHeight({ children, columns }: Stretch, context: DocxContext): Height {
  const width = textWidth(context.theme);
  if (columns === undefined) return heightOf(children, width, context);
  const { count, gap, widths } = columns;
  const usual = (width - gap * (count - 1)) / count;
  const turns: (typeof children)[] = [];
  for (const child of children) {
    if (turns.length === 0 && beginsColumn(child)) turns.push([]);
    if (turns.length === 0 || beginsColumn(child)) turns.push([child]);
    else turns.push([...(turns.pop() ?? []), child]);
  }
  if (turns.length > 1) {
    const each = turns.map((turn, index) => heightOf(turn, widths?.[index] ?? usual, context));
    return {
      height: Math.max(...each.map((turn) => turn.height)),
      after: Math.max(...each.map((turn) => turn.after)),
    };
  }
  // Shared out by Word: no column is higher than an even share and what could not be parted.
  const each = children.map((child) => {
    const { height, after } = heightOf([child], usual, context);
    return height + after;
  });
  const total = each.reduce((sum, one) => sum + one, 0);
  return { height: total / count + Math.max(0, ...each) * 0.9, after: 0 };
}
