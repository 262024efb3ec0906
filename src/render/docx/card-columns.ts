import type { Card } from "../../document/index.ts";
import { textOf, textsOfBlocks } from "../../document/index.ts";

/** Cards in three columns, read down one after the other, about equally high. */
export function threeColumns(cards: readonly Card[]): readonly (readonly Card[])[] {
  const sizes = cards.map(sizeOf);
  const total = (from: number, to: number): number =>
    sizes.slice(from, to).reduce((sum, size) => sum + size, 0);
  const count = cards.length;
  let best = { first: count, second: count, height: Number.POSITIVE_INFINITY };
  for (let first = 1; first < count; first += 1)
    for (let second = first; second <= count; second += 1) {
      const height = Math.max(total(0, first), total(first, second), total(second, count));
      if (height < best.height) best = { first, second, height };
    }
  const { first, second } = best;
  return [cards.slice(0, first), cards.slice(first, second), cards.slice(second)];
}

/** Signs on a line of a title, in a column of three; text is smaller. */
const titleLine = 24;
const textLine = 36;

/** About how many lines it takes, with the space around it. */
function sizeOf({ heading, children, foot = [] }: Card): number {
  const title = Math.ceil(textOf(heading.children).length / titleLine);
  const text = Math.ceil(textsOfBlocks(children).join(" ").length / textLine);
  return title + text + (foot.length > 0 ? 2.5 : 1);
}
