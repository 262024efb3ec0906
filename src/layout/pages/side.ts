import type { Block } from "../../document/index.ts";
import type { Master, Points } from "../../theme/index.ts";
import { narrowed } from "../blocks/flow-helpers.ts";
import { flowOf, stack } from "../blocks/index.ts";
import type { Unit } from "../blocks/sequence.ts";
import { setUnit } from "../blocks/sequence.ts";
import type { PageItem } from "../page.ts";
import type { Setting, Stage } from "./contexts.ts";
import { placeOf } from "./walk.ts";

/** What stands out of the flow on the first page. */
export type Side = {
  readonly items: readonly PageItem[];
  readonly left: Points;
  readonly top: Points;
  /** Units that stand there, in place of the flow. */
  readonly units: ReadonlySet<Unit>;
  /** The first page with the room that is left. */
  readonly regions: Master["regions"];
};

/** Quick facts and groups for the side. */
function isSide(unit: Unit): unit is Unit & { readonly kind: "block" } {
  if (unit.kind !== "block") return false;
  return (
    unit.block.kind === "quickFacts" || (unit.block.kind === "group" && unit.block.role === "side")
  );
}

/**
 * Sets what belongs beside the text of page 1. What is higher than the room there is stays in the flow, so that nothing is lost
 * or covered, and the author is told.
 */
export function setSide(
  units: readonly Unit[],
  master: Master,
  regions: Master["regions"],
  stage: Stage,
  setting: Setting,
): Side | undefined {
  const { side } = master;
  if (side === undefined) return undefined;
  const wanted = units.filter(isSide);
  if (wanted.length === 0) return undefined;
  const at = side.kind === "frame" ? 0 : Math.min(side.region, regions.length - 1);
  const region = regions[at];
  const usual = master.regions[at];
  if (region === undefined || usual === undefined) return undefined;
  const left = side.kind === "frame" ? side.x : region.x;
  const width = side.kind === "frame" ? side.width : region.width;
  const top = side.kind === "frame" ? side.y + region.y - usual.y : region.y;
  const bottom = region.y + region.height;
  const space = setting.theme.page.baseline;
  // In a column some text must be left below the box.
  const room = side.kind === "frame" ? bottom - top : region.height * 0.75;
  const items: PageItem[] = [];
  const placed = new Set<Unit>();
  let height = 0;
  for (const unit of wanted) {
    const set = stack(setUnit(unit, narrowed(stage.context, width), flowOf));
    const y = height === 0 ? 0 : height + space;
    if (y + set.height > room + 0.01) {
      reportTooTall(unit.block, y + set.height - room, setting);
      continue;
    }
    for (const item of set.items) items.push({ ...item, y: item.y + y });
    height = y + set.height;
    placed.add(unit);
  }
  if (placed.size === 0) return undefined;
  const taken = height + space;
  return {
    items,
    left,
    top,
    units: placed,
    regions:
      side.kind === "frame"
        ? regions
        : regions.map((each, index) =>
            index === at ? { ...each, y: each.y + taken, height: each.height - taken } : each,
          ),
  };
}

function reportTooTall(block: Block, over: Points, setting: Setting): void {
  const place = block.place ?? placeOf(setting.document, block.id);
  const name = block.kind === "quickFacts" ? "quick facts" : "side box";
  setting.report({
    rule: "content-fits",
    severity: "warning",
    message: `The ${name} "${block.id}" is ${Math.ceil(over)} points higher than the room beside the text of page 1, so it stands in the text.`,
    ...(place === undefined ? {} : { place }),
    hints: ["Shorten it, or leave some of its entries out."],
  });
}
