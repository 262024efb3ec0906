import type { Master, PageSetup, Points, Rectangle } from "../../theme/index.ts";

/** A region of a page that flow is set in. */
export type Region = Rectangle & {
  readonly column: boolean;
  /** Page of the run, from 0. */
  readonly page: number;
};

/** Items `from` to `to` of the flow stand in this region. */
export type Placed = { readonly region: Region; readonly from: number; readonly to: number };

/** The regions of a run of pages, one after another without end. */
export type RegionPlan = {
  readonly at: (index: number) => Region;
  /** Height of a region; asked far more often than the rest. */
  readonly heightAt: (index: number) => Points;
  /** From this region on all are equally high. */
  readonly constantFrom: number;
};

/** Regions of a master; a master without any has the space between the margins. */
export function regionsOf(master: Master, page: PageSetup): Master["regions"] {
  if (master.regions.length > 0) return master.regions;
  const { width, height, margins } = page;
  return [
    {
      x: margins.left,
      y: margins.top,
      width: width - margins.left - margins.right,
      height: height - margins.top - margins.bottom,
      column: false,
    },
  ];
}

/** The regions of a first page, if the run has one, then those of later pages over and over. */
export function planRegions(
  first: Master["regions"] | undefined,
  later: Master["regions"],
): RegionPlan {
  const start = first ?? [];
  const offset = first === undefined ? 0 : 1;
  const at = (index: number): Region => {
    const opening = start[index];
    if (opening !== undefined) return { ...opening, page: 0 };
    const rest = index - start.length;
    const region = later[rest % later.length] as Master["regions"][number];
    return { ...region, page: offset + Math.floor(rest / later.length) };
  };
  const heights = later.map((region) => region.height);
  const equal = heights.every((height) => Math.abs(height - (heights[0] as number)) < 0.01);
  const startHeights = start.map((region) => region.height);
  const heightAt = (index: number): Points =>
    (index < startHeights.length
      ? startHeights[index]
      : heights[(index - startHeights.length) % heights.length]) as Points;
  return {
    at,
    heightAt,
    constantFrom: equal ? start.length : Number.MAX_SAFE_INTEGER,
  };
}
