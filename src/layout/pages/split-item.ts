import type { Points } from "../../theme/index.ts";
import { breakCost } from "../blocks/flow-helpers.ts";
import type { FlowItem } from "../flow.ts";
import type { PageItem } from "../page.ts";

/**
 * Parts an item that no region holds, between its lines, so that no text is lost: a cell of two pages, a box of three. Boxes
 * that lie under the text go on in the next part. What cannot be parted (an image) comes back as it was.
 */
export function splitTall(item: FlowItem, most: Points): readonly FlowItem[] {
  const parts: FlowItem[] = [];
  let rest = item;
  const head = item.continuation?.height ?? 0;
  while (rest.height > (parts.length === 0 ? most : most - head) + 0.01) {
    const cut = cutWithin(rest.items, parts.length === 0 ? most : most - head);
    if (cut === undefined) break;
    const [above, below] = divide(rest.items, cut);
    const { reach: _reach, ...plain } = rest;
    parts.push({
      ...plain,
      height: cut,
      items: above,
      before: parts.length === 0 ? item.before : 0,
      after: 0,
      penalty: breakCost.unwelcome,
    });
    rest = { ...plain, height: rest.height - cut, items: below, before: 0 };
    delete (rest as { breakBefore?: "page" }).breakBefore;
  }
  return [...parts, rest];
}

type Extent = { readonly top: Points; readonly bottom: Points };

/** How high a thing stands that must not be cut; undefined for what may be. */
function extentOf(item: PageItem): Extent | undefined {
  switch (item.kind) {
    case "glyphs":
      return { top: item.y - item.size * 0.95, bottom: item.y + item.size * 0.3 };
    case "image":
    case "outline":
      return { top: item.y, bottom: item.y + item.height };
    case "disc":
      return { top: item.y, bottom: item.y + item.diameter };
    case "box":
      // Underlines, bullets and what lies under a word belong to their line.
      return item.height < 16 ? { top: item.y, bottom: item.y + item.height } : undefined;
    default:
      return undefined;
  }
}

/** The lowest height at which nothing is cut; undefined when there is none. */
function cutWithin(items: readonly PageItem[], most: Points): Points | undefined {
  const extents = items
    .map(extentOf)
    .filter((extent) => extent !== undefined)
    .sort((one, other) => one.top - other.top || one.bottom - other.bottom);
  let reached = 0;
  let best: Points | undefined;
  for (const extent of extents) {
    if (extent.top >= reached && reached > 0) {
      // Between lines: half of the gap, which keeps the paper of both.
      const cut = Math.min(most, (reached + extent.top) / 2);
      if (reached <= most) best = cut;
    }
    if (extent.top > most) break;
    reached = Math.max(reached, extent.bottom);
  }
  return best;
}

function divide(
  items: readonly PageItem[],
  cut: Points,
): readonly [readonly PageItem[], readonly PageItem[]] {
  const above: PageItem[] = [];
  const below: PageItem[] = [];
  for (const item of items) {
    const height = "height" in item ? item.height : 0;
    const middle = (extentOf(item)?.top ?? item.y) + 0.01;
    if ((item.kind === "box" || item.kind === "link") && item.y < cut && item.y + height > cut) {
      above.push({ ...item, height: cut - item.y });
      below.push({ ...item, y: 0, height: item.y + height - cut });
    } else if (middle < cut) above.push(item);
    else below.push({ ...item, y: item.y - cut });
  }
  return [above, below];
}
