import type { Padding, Theme } from "../../../theme/index.ts";

/** From the left margin to the strip, points. */
export function stripLeft(theme: Theme, name: string): number {
  return Math.max(0, (theme.strips[name]?.x ?? theme.page.margins.left) - theme.page.margins.left);
}

export function textWidth(theme: Theme): number {
  return theme.page.width - theme.page.margins.left - theme.page.margins.right;
}

/** Of the cells of tables. A little of the room between columns goes to text, since bold is bolder in Word and its lines are not quite ours. */
export function cellPadding({ blocks: { table } }: Theme): Padding {
  const { right } = table.padding;
  return { ...table.padding, right: right - Math.min(2, right / 4) };
}
