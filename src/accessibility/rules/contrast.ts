import { contrast } from "../../ooxml/index.ts";
import type { RunLook } from "../looks.ts";
import type { Reading } from "../reading.ts";
import type { Tell } from "../tell.ts";

/** Text stands out from what is behind it: 4.5 to 1, and 3 to 1 for large text (WCAG 2.1, 1.4.3). Each pair of colours is told once. */
export function checkContrast(reading: Reading, tell: Tell): void {
  const told = new Set<string>();
  for (const paragraph of [...reading.paragraphs, ...reading.running])
    for (const { look, text } of paragraph.runs) {
      const { colour, background } = look;
      // Of a box, the fill is its shape's and is not known.
      if (colour === undefined || background === "" || text.trim() === "") continue;
      const least = isLarge(look) ? 3 : 4.5;
      const ratio = contrast(colour, background);
      const pair = `${colour} ${background} ${least}`;
      if (ratio >= least || told.has(pair)) continue;
      told.add(pair);
      tell({
        rule: "word-text-has-contrast",
        severity: "error",
        message: `Text in the colour ${colour} on ${background} has a contrast of ${Math.floor(ratio * 10) / 10} to 1, and needs ${least} to 1.`,
        at: paragraph,
        hints: [`Make the text ${contrast("000000", background) > 10 ? "darker" : "lighter"}.`],
      });
    }
}

/** From 18 points, or from 14 in bold. */
function isLarge({ size, isBold }: RunLook): boolean {
  return size >= 18 || (isBold && size >= 14);
}
