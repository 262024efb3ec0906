import type { Place } from "../../diagnostics/index.ts";
import type { Inline } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { Cut, Extent } from "./cuts.ts";
import { emergencyCuts, hyphensOf } from "./cuts.ts";
import type { TextContext } from "./line.ts";
import type { Manuscript } from "./manuscript.ts";
import type { Paragraph, Point } from "./paragraph.ts";

/** Where the author allows a hyphen. */
export function softCuts(manuscript: Manuscript): readonly Cut[] {
  return manuscript.softHyphens.map((at) => ({ at, kind: "hyphen" as const }));
}

export function hasTooWide(paragraph: Paragraph, narrowest: Points): boolean {
  const { width } = paragraph.segments;
  for (let i = 0; i < width.length; i++) if ((width[i] as number) > narrowest) return true;
  return false;
}

/** Hyphens for the words that are wider than a line, whatever the style says. */
export function cutsOfWide(
  paragraph: Paragraph,
  cuts: readonly Cut[],
  context: TextContext,
  narrowest: Points,
): readonly Cut[] {
  const { segments, points, text, itemised } = paragraph;
  const { hyphenation } = context.theme.breaks;
  const extents: Extent[] = [];
  for (let i = 0; i < segments.count; i++) {
    if ((segments.width[i] as number) <= narrowest) continue;
    extents.push({ from: i === 0 ? 0 : (points[i - 1] as Point).at, to: (points[i] as Point).at });
  }
  return merged(cuts, hyphensOf(text, itemised, hyphenation, true, extents));
}

export function emergencyOf(paragraph: Paragraph, narrowest: Points): readonly Cut[] {
  const { segments, points, text } = paragraph;
  const cuts: Cut[] = [];
  for (let i = 0; i < segments.count; i++) {
    if ((segments.width[i] as number) + (segments.tail[i] as number) <= narrowest) continue;
    const from = i === 0 ? 0 : (points[i - 1] as Point).at;
    for (const cut of emergencyCuts(text, from, (points[i] as Point).at)) cuts.push(cut);
  }
  return cuts;
}

const rank = { hyphen: 0, name: 1, emergency: 2 };

/** In order, without doubles; the least evil of those at one place. */
export function merged(first: readonly Cut[], second: readonly Cut[]): readonly Cut[] {
  if (second.length === 0) return first;
  const all = [...first, ...second].sort((a, b) => a.at - b.at || rank[a.kind] - rank[b.kind]);
  return all.filter((cut, i) => i === 0 || all[i - 1]?.at !== cut.at);
}

/** Where a text begins, as far as anything in it says so. */
export function firstPlace(children: readonly Inline[]): Place | undefined {
  for (const child of children) {
    const own = "place" in child ? child.place : undefined;
    const place = own ?? ("children" in child ? firstPlace(child.children) : undefined);
    if (place !== undefined) return place;
  }
  return undefined;
}
