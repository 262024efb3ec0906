import type { Block } from "../../document/index.ts";
import type { Master, Points } from "../../theme/index.ts";
import { flowSequence, stack } from "../blocks/index.ts";
import type { PageItem } from "../page.ts";
import type { Setting } from "./contexts.ts";
import { stageBetween } from "./contexts.ts";

/** The opening of a document, set: on the page. */
export type Opening = {
  readonly items: readonly PageItem[];
  readonly left: Points;
  readonly top: Points;
  /** Foot of what is set. */
  readonly bottom: Points;
  readonly gap: Points;
};

/** How many blocks at the beginning are the opening: masthead and titles. */
export function openingLength(blocks: readonly Block[]): number {
  const end = blocks.findIndex((block) => block.kind !== "masthead" && block.kind !== "title");
  return end < 0 ? blocks.length : end;
}

/** Sets the opening; undefined when the page has none, or when it would leave no room for text, so that it had better flow. */
export function setOpening(
  blocks: readonly Block[],
  master: Master,
  setting: Setting,
): Opening | undefined {
  const { opening } = master;
  if (opening === undefined || blocks.length === 0) return undefined;
  const stage = stageBetween(setting, opening.x, opening.width, master.strips, false);
  // Strips that differ beside the side box do not concern the opening, which stands above it.
  const wide = stageBetween(setting, opening.x, opening.width, undefined, false);
  const set = stack(flowSequence(blocks, { ...stage.context, strip: wide.context.strip }));
  const foot = Math.max(0, ...master.regions.map((region) => region.y + region.height));
  const bottom = opening.y + set.height;
  if (foot > 0 && bottom + opening.gap > foot - setting.theme.page.baseline * 8) return undefined;
  return { items: set.items, left: opening.x, top: opening.y, bottom, gap: opening.gap };
}

/** The regions of a page that begins with an opening: they start below it and keep their foot. */
export function belowOpening(
  regions: Master["regions"],
  opening: Opening | undefined,
): Master["regions"] {
  if (opening === undefined) return regions;
  return regions.map((region) => {
    const top = Math.max(region.y, opening.bottom + opening.gap);
    return { ...region, y: top, height: Math.max(1, region.y + region.height - top) };
  });
}
