import type { Points } from "../../theme/index.ts";
import type { Run } from "./line-runs.ts";
import type { Give } from "./paragraph.ts";

/** What is done to a line so that it has the wanted length. */
export type Setting = {
  /** Horizontal scale of the glyphs; the two spaces below are added as they are. */
  readonly expansion: number;
  /** Added to the tracking of the style, points. */
  readonly tracking: Points;
  /** Added to each space, points. */
  readonly wordSpace: Points;
};

export const asItIs: Setting = { expansion: 1, tracking: 0, wordSpace: 0 };

/** What a line is made of. */
export type LineMeasure = {
  /** Of the glyphs without any tracking, points. */
  readonly glyphWidth: Points;
  /** Of all that does not stretch: objects, frames, the tracking of the style. */
  readonly rigidWidth: Points;
  /** Glyphs with another after them. */
  readonly gaps: number;
  readonly spaces: number;
  readonly spaceWidth: Points;
  /** Largest size on the line. */
  readonly size: Points;
};

/** Measures the runs of a line; the tracking after its last glyph does not count. */
export function measureRuns(runs: readonly Run[]): LineMeasure {
  let glyphWidth = 0;
  let rigidWidth = 0;
  let glyphs = 0;
  let spaces = 0;
  let spaceWidth = 0;
  let size = 0;
  let lastTracking = 0;
  for (const run of runs) {
    const { words, look } = run.piece;
    const count = run.glyphs.length - run.trailing;
    if (words === undefined) {
      rigidWidth += run.width;
      lastTracking = 0;
      continue;
    }
    glyphWidth += run.width - count * look.tracking;
    rigidWidth += count * look.tracking;
    if (count > 0) lastTracking = look.tracking;
    glyphs += count;
    spaces += run.spaces;
    size = Math.max(size, look.size);
    const advance = words.font.advance(words.spaceGlyph) / words.font.unitsPerEm;
    spaceWidth += run.spaces * advance * look.size;
  }
  const gaps = Math.max(0, glyphs - 1);
  return { glyphWidth, rigidWidth: rigidWidth - lastTracking, gaps, spaces, spaceWidth, size };
}

/** Length of a line when it is set so. */
export function lengthOf(line: LineMeasure, setting: Setting): Points {
  const added = line.gaps * setting.tracking + line.spaces * setting.wordSpace;
  return line.glyphWidth * setting.expansion + line.rigidWidth + added;
}

/** Spreads what a line lacks (or has too much) over spaces, letters and glyph widths, each by its give. */
export function justified(line: LineMeasure, wanted: Points, give: Give): Setting {
  const missing = wanted - line.glyphWidth - line.rigidWidth;
  if (line.spaces === 0 && missing > 0) return asItIs;
  const letters = missing > 0 ? line.gaps * give.tracking * line.size : 0;
  const spaces = line.spaceWidth * (missing > 0 ? give.stretch : give.shrink);
  const all = spaces + letters + line.glyphWidth * give.expansion;
  const share = all > 0 ? Math.min(1, Math.abs(missing) / all) : 0;
  const expansion = 1 + Math.sign(missing) * share * give.expansion;
  const tracking = line.gaps > 0 ? (share * letters) / line.gaps : 0;
  const rest = wanted - lengthOf(line, { expansion, tracking, wordSpace: 0 });
  return { expansion, tracking, wordSpace: line.spaces > 0 ? rest / line.spaces : 0 };
}
