import type { Points } from "../../theme/index.ts";
import type { Give } from "./give.ts";
import { ideographStretch } from "./give.ts";
import type { Run } from "./line-runs.ts";
import { isCursive, isIdeographic } from "./script.ts";

/** What is done to a line so that it has the wanted length. */
export type Setting = {
  /** Horizontal scale of the glyphs; the two spaces below are added as they are. */
  readonly expansion: number;
  /** Added to the tracking of the style, points. */
  readonly tracking: Points;
  /** Added to each space, points. */
  readonly wordSpace: Points;
  /** Added after each ideograph, points. */
  readonly between: Points;
};

export const asItIs: Setting = { expansion: 1, tracking: 0, wordSpace: 0, between: 0 };

/** What a line is made of. */
export type LineMeasure = {
  /** Of the glyphs without any tracking, points. */
  readonly glyphWidth: Points;
  /** Of all that does not stretch: objects, frames, the tracking of the style. */
  readonly rigidWidth: Points;
  /** Glyphs with another after them, but for those that join it. */
  readonly gaps: number;
  readonly spaces: number;
  readonly spaceWidth: Points;
  /** Glyphs of scripts without spaces, with another after them. */
  readonly ideographs: number;
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
  let ideographs = 0;
  let endsInIdeograph = false;
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
    if (!isCursive(words.options.script)) glyphs += count;
    if (count > 0) endsInIdeograph = isIdeographic(words.options.script);
    if (isIdeographic(words.options.script)) ideographs += count;
    spaces += run.spaces;
    size = Math.max(size, look.size);
    const advance = words.font.advance(words.spaceGlyph) / words.font.unitsPerEm;
    spaceWidth += run.spaces * advance * look.size;
  }
  const gaps = Math.max(0, glyphs - 1);
  if (endsInIdeograph) ideographs--;
  rigidWidth -= lastTracking;
  return { glyphWidth, rigidWidth, gaps, spaces, spaceWidth, ideographs, size };
}

/** Length of a line when it is set so. */
export function lengthOf(line: LineMeasure, setting: Setting): Points {
  const added =
    line.gaps * setting.tracking +
    line.spaces * setting.wordSpace +
    line.ideographs * setting.between;
  return line.glyphWidth * setting.expansion + line.rigidWidth + added;
}

/** Spreads what a line lacks (or has too much) over spaces, letters and glyph widths, each by its give. */
export function justified(line: LineMeasure, wanted: Points, give: Give): Setting {
  const missing = wanted - line.glyphWidth - line.rigidWidth;
  if (line.spaces === 0 && line.ideographs === 0 && missing > 0) return asItIs;
  const letters = line.gaps * give.tracking * line.size;
  const spaces = line.spaceWidth * (missing > 0 ? give.stretch : give.shrink);
  const ideographs = missing > 0 ? line.ideographs * ideographStretch * line.size : 0;
  const all = spaces + letters + ideographs + line.glyphWidth * give.expansion;
  const share = all > 0 ? Math.min(1, Math.abs(missing) / all) : 0;
  const expansion = 1 + Math.sign(missing) * share * give.expansion;
  const tracking = line.gaps > 0 ? (Math.sign(missing) * share * letters) / line.gaps : 0;
  const rest = wanted - lengthOf(line, { ...asItIs, expansion, tracking });
  // What is left goes to spaces and ideographs by what each may give.
  const part = ideographs > 0 ? ideographs / (ideographs + spaces) : 0;
  const between = line.ideographs > 0 ? (rest * part) / line.ideographs : 0;
  const wordSpace = line.spaces > 0 ? (rest * (1 - part)) / line.spaces : 0;
  return { expansion, tracking, wordSpace, between };
}
