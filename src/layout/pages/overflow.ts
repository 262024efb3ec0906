import type { FlowItem } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { heightOf } from "./break-flow.ts";
import type { Setting } from "./contexts.ts";
import type { Placed } from "./regions.ts";
import { placeOf } from "./walk.ts";

/** Tells of what stands lower than its region since it cannot be parted. */
export function reportOverflow(
  flow: readonly FlowItem[],
  placed: readonly Placed[],
  setting: Setting,
): void {
  for (const { region, from, to } of placed) {
    if (from !== to) continue;
    const over = heightOf(flow, from, to) - region.height;
    const item = flow[from];
    if (over <= 0.02 || item === undefined) continue;
    const place = placeOf(setting.document, item.node);
    setting.report({
      rule: "content-fits",
      severity: "warning",
      message: `"${wordsOf(item.items) || item.node}" is ${Math.ceil(over)} points higher than a page has room for.`,
      ...(place === undefined ? {} : { place }),
      hints: ["Divide it, or make it smaller."],
    });
  }
}

/** The first words among items. */
function wordsOf(items: readonly PageItem[]): string {
  let words = "";
  for (const item of items) {
    if (item.kind !== "glyphs" || !("node" in item.tag)) continue;
    words += words === "" || words.endsWith(" ") ? item.text : ` ${item.text}`;
    if (words.length > 60) break;
  }
  const clean = words
    .replace(/\u00AD/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return clean.length > 60 ? `${clean.slice(0, 57).trimEnd()}…` : clean;
}
