import type { Points } from "../../theme/index.ts";
import { breakCost } from "../blocks/flow-helpers.ts";
import type { FlowItem } from "../flow.ts";
import type { BreakRequest } from "./break-flow.ts";
import { breakFlow, costOf, extraHeight, heightOf } from "./break-flow.ts";
import { gridOf } from "./grid.ts";
import type { Region } from "./regions.ts";

/**
 * Breaks for the columns of a last page so that they end at about one height: the highest common foot that needs no more
 * columns and no worse breaks, but that a column within the page may end with a hyphen where they differ by lines otherwise. Undefined when nothing is won.
 * @param step of the grid that the flow was set on; absent: none
 */
export function balanced(
  flow: readonly FlowItem[],
  regions: readonly Region[],
  ends: readonly number[],
  baseline: Points,
  step?: Points,
): readonly number[] | undefined {
  if (regions.length < 2 || flow.length < 2) return undefined;
  const tops = regions.map((region) => region.y);
  const foot = Math.max(...regions.map((region) => region.y + region.height));
  const most = costOf(flow, ends);
  const grid = step === undefined ? {} : { grid: gridOf(flow, step) };
  const attempt = (bottom: Points, items: readonly FlowItem[]): readonly number[] | undefined => {
    const request: BreakRequest = {
      flow: items,
      height: (index) => {
        const region = regions[index];
        if (region === undefined) return foot;
        return Math.max(0, Math.min(bottom - (tops[index] as number), region.height));
      },
      constantFrom: regions.length,
      baseline,
      ...grid,
    };
    const found = breakFlow(request);
    if (found.length > regions.length || costOf(items, found) > most) return undefined;
    const fits = found.every((end, index) => {
      const from = index === 0 ? 0 : (found[index - 1] as number) + 1;
      const height = heightOf(flow, from, end) + extraHeight(request, from, end);
      return height <= request.height(index) + 0.02;
    });
    return fits ? found : undefined;
  };
  const lowest = (items: readonly FlowItem[]): Balance | undefined => {
    let low = Math.min(...tops);
    let high = foot;
    let best: Balance | undefined;
    while (high - low > 2) {
      const middle = (low + high) / 2;
      const found = attempt(middle, items);
      if (found === undefined) low = middle;
      else {
        best = { ends: found, bottom: middle };
        high = middle;
      }
    }
    return best;
  };
  const usual = lowest(flow);
  const other = isUneven(flow, regions, usual?.ends ?? ends, baseline)
    ? lowest(withoutHyphens(flow))
    : undefined;
  const isBetter = other !== undefined && other.bottom < (usual?.bottom ?? foot) - baseline / 2;
  return isBetter ? other.ends : usual?.ends;
}

/** Last items of columns, and the foot that they keep above. */
type Balance = { readonly ends: readonly number[]; readonly bottom: Points };

/** The same, as if no line ended with a hyphen. */
const withoutHyphens = (flow: readonly FlowItem[]): readonly FlowItem[] =>
  flow.map((item) => (item.penalty === breakCost.hyphen ? { ...item, penalty: 0 } : item));

/** Whether columns end at heights that are more than a line apart. */
function isUneven(
  flow: readonly FlowItem[],
  regions: readonly Region[],
  ends: readonly number[],
  baseline: Points,
): boolean {
  const feet = regions.map(({ y }, index) => {
    const from = index === 0 ? 0 : (ends[index - 1] ?? flow.length) + 1;
    const to = ends[index];
    return to === undefined ? y : y + heightOf(flow, from, to);
  });
  return Math.max(...feet) - Math.min(...feet) > baseline * 1.5;
}
