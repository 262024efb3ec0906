import type { Points } from "../../theme/index.ts";
import type { FlowItem } from "../flow.ts";
import type { BreakRequest } from "./break-flow.ts";
import { breakFlow, costOf, extraHeight, heightOf } from "./break-flow.ts";
import { gridOf } from "./grid.ts";
import type { Region } from "./regions.ts";

/**
 * Breaks for the columns of a last page so that they end at about one height: the highest common foot that needs no more
 * columns and no worse breaks. Undefined when nothing is won.
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
  const attempt = (bottom: Points): readonly number[] | undefined => {
    const request: BreakRequest = {
      flow,
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
    if (found.length > regions.length || costOf(flow, found) > most) return undefined;
    const fits = found.every((end, index) => {
      const from = index === 0 ? 0 : (found[index - 1] as number) + 1;
      const height = heightOf(flow, from, end) + extraHeight(request, from, end);
      return height <= request.height(index) + 0.02;
    });
    return fits ? found : undefined;
  };
  let low = Math.min(...tops);
  let high = foot;
  let best: readonly number[] | undefined;
  while (high - low > 2) {
    const middle = (low + high) / 2;
    const found = attempt(middle);
    if (found === undefined) low = middle;
    else {
      best = found;
      high = middle;
    }
  }
  return best;
}
