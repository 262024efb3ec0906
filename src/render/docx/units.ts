import type { Points } from "../../theme/index.ts";

/** 1/20 point (ECMA-376 Part 1, 17.18.87). */
export function twips(points: Points): number {
  return Math.round(points * 20);
}

/** Sizes of type are in half points (17.18.42). */
export function halfPoints(points: Points): number {
  return Math.round(points * 2);
}

/** Widths of borders are in eighths of a point, 2 to 96 (17.3.4). */
export function eighths(points: Points): number {
  return Math.min(96, Math.max(2, Math.round(points * 8)));
}
