import type { Theme } from "../../../theme/index.ts";

/** From the left margin to the strip, points. */
export function stripLeft(theme: Theme, name: string): number {
  return Math.max(0, (theme.strips[name]?.x ?? theme.page.margins.left) - theme.page.margins.left);
}

export function textWidth(theme: Theme): number {
  return theme.page.width - theme.page.margins.left - theme.page.margins.right;
}
