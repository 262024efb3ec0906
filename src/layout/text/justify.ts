import type { Points } from "../../theme/index.ts";
import type { Run } from "./line-runs.ts";
import type { Give } from "./paragraph.ts";

/** What is done to a line so that it has the wanted length. Scaling applies to all, the two spaces too. */
export type Setting = {
  /** Horizontal scale of everything. */
  readonly expansion: number;
  /** Added to the tracking of the style, points. */
  readonly tracking: Points;
  /** Added to each space, points. */
  readonly wordSpace: Points;
};

export const asItIs: Setting = { expansion: 1, tracking: 0, wordSpace: 0 };

/** Spreads what a line lacks (or has too much, negative) over spaces, letters and glyph widths, in the order of their give. */
export function justified(
  runs: readonly Run[],
  natural: Points,
  wanted: Points,
  give: Give,
): Setting {
  let spaces = 0;
  let spaceWidth = 0;
  let glyphs = 0;
  let size = 0;
  for (const run of runs) {
    const { words, look } = run.piece;
    if (words === undefined) continue;
    spaces += run.spaces;
    glyphs += run.glyphs.length - run.trailing;
    size = Math.max(size, look.size);
    const advance = words.font.advance(words.spaceGlyph) / words.font.unitsPerEm;
    spaceWidth += run.spaces * advance * look.size;
  }
  const missing = wanted - natural;
  if (spaces === 0 && missing > 0) return asItIs;
  if (missing >= 0) {
    const letters = glyphs * give.tracking * size;
    const all = spaceWidth * give.stretch + letters + natural * give.expansion;
    const share = all > 0 ? Math.min(1, missing / all) : 0;
    return spread(
      natural,
      wanted,
      1 + share * give.expansion,
      (share * letters) / Math.max(1, glyphs),
      glyphs,
      spaces,
    );
  }
  const all = spaceWidth * give.shrink + natural * give.expansion;
  const share = all > 0 ? Math.min(1, -missing / all) : 0;
  return spread(natural, wanted, 1 - share * give.expansion, 0, glyphs, spaces);
}

function spread(
  natural: Points,
  wanted: Points,
  expansion: number,
  tracking: Points,
  glyphs: number,
  spaces: number,
): Setting {
  // The tracking after the last glyph of the line shows nothing.
  const rest = wanted / expansion - natural - tracking * Math.max(0, glyphs - 1);
  return { expansion, tracking, wordSpace: spaces > 0 ? rest / spaces : 0 };
}
