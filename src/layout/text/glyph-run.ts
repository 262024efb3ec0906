import type { Points } from "../../theme/index.ts";
import type { GlyphRun } from "../page.ts";
import type { Setting } from "./justify.ts";
import type { TextContext } from "./line.ts";
import type { Run } from "./line-runs.ts";
import { isCursive, isIdeographic } from "./script.ts";

/** The run as it is painted, and the room that it takes. `last`: nothing visible follows on its line. */
export function glyphRun(
  context: TextContext,
  run: Run,
  x: Points,
  setting: Setting,
  last: boolean,
): { readonly item: GlyphRun; readonly width: Points } {
  const { look } = run.piece;
  const { font } = look;
  const count = run.glyphs.length;
  const visible = count - run.trailing;
  const tracking = trackingOf(run, setting);
  // What the spaces at the end and the tracking after the last glyph would take is taken back.
  const unit = (setting.expansion * look.size) / 1000;
  for (let i = visible; i < count; i++) {
    const advance = (font.advance(run.glyphs[i] as number) * 1000) / font.unitsPerEm;
    run.adjust[i] = -advance - (tracking + setting.wordSpace) / unit;
  }
  const spare = last ? tracking : 0;
  if (spare !== 0) run.adjust[visible - 1] = (run.adjust[visible - 1] as number) - spare / unit;
  const before = turn(run) * unit;
  const glyphWidth = run.width - visible * look.tracking;
  const added = visible * tracking - spare + run.spaces * setting.wordSpace;
  const width = glyphWidth * setting.expansion + added;
  const item: GlyphRun = {
    kind: "glyphs",
    tag: look.tag,
    // On a page that is turned later the left end of the run is its other end.
    x: context.mirrored === true ? x : x + before,
    y: 0 - look.rise,
    face: look.face,
    size: look.size,
    colour: look.colour,
    glyphs: Uint16Array.from(run.glyphs),
    ...(run.adjust.some(differs) ? { adjust: Float32Array.from(run.adjust) } : {}),
    ...(run.rise.some(differs) ? { rise: Float32Array.from(run.rise) } : {}),
    tracking,
    wordSpace: setting.wordSpace,
    expansion: setting.expansion,
    width: width - before,
    text: run.text,
    ...((run.piece.level & 1) === 1 ? { turned: true } : {}),
    ...(look.language === context.language ? {} : { language: look.language }),
  };
  return { item, width };
}

/** Added after each glyph of a run, points. */
function trackingOf({ piece }: Run, setting: Setting): Points {
  const script = piece.words?.options.script ?? "Latn";
  if (isCursive(script)) return piece.look.tracking;
  const between = isIdeographic(script) ? setting.between : 0;
  return piece.look.tracking + setting.tracking + between;
}

/**
 * Puts the glyphs of a run from right to left in the order of the page, and their shifts into the advances. Gives the shift
 * of the first, 1/1000 em.
 */
function turn(run: Run): number {
  const { adjust, shift } = run;
  if ((run.piece.level & 1) === 0) return 0;
  for (const list of [run.glyphs, adjust, run.rise, shift]) list.reverse();
  for (let i = 0; i < shift.length; i++) {
    const moved = shift[i] as number;
    if (moved === 0) continue;
    if (i > 0) adjust[i - 1] = (adjust[i - 1] as number) + moved;
    adjust[i] = (adjust[i] as number) - moved;
  }
  return shift[0] ?? 0;
}

function differs(value: number): boolean {
  return value > 1e-4 || value < -1e-4;
}
