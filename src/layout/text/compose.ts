import type { Points, TextStyle } from "../../theme/index.ts";
import type { Fit } from "../fit/index.ts";
import type { PageItem, Tag } from "../page.ts";
import type { Direction } from "./direction.ts";
import { visualOrder } from "./direction.ts";
import { frameItems } from "./frame.ts";
import type { Give } from "./give.ts";
import { glyphRun } from "./glyph-run.ts";
import type { LineMeasure, Setting } from "./justify.ts";
import { asItIs, justified, lengthOf, measureRuns } from "./justify.ts";
import type { Line, TextContext, TextInput } from "./line.ts";
import type { LineRange, Run } from "./line-runs.ts";
import { runsOf } from "./line-runs.ts";
import type { Placed } from "./marks.ts";
import { marksOf } from "./marks.ts";
import { reportOnce } from "./missing.ts";
import { firstPlace } from "./overlong.ts";
import type { Paragraph, Point } from "./paragraph.ts";
import { forcedBreak } from "./units.ts";

/** How far letters may be narrowed when nothing else helps. */
const closest = 0.5;

/** What the lines of one text have in common. */
export type Composition = {
  readonly input: TextInput;
  readonly context: TextContext;
  readonly paragraph: Paragraph;
  readonly give: Give;
  /** Width of a line without the indent of the first. */
  readonly extent: (line: number) => Points;
  /** Where the lines of this text begin. */
  readonly direction: Direction;
};

/** Makes lines of what the fit found. */
export function compose(composition: Composition, found: Fit): readonly Line[] {
  const { paragraph } = composition;
  const lines: Line[] = [];
  let from = 0;
  let unit = 0;
  for (let number = 0; number < found.ends.length; number++) {
    const segment = found.ends[number] as number;
    const point = paragraph.points[segment] as Point;
    const last = number === found.ends.length - 1;
    const forced = paragraph.text.charCodeAt(point.at - 1) === forcedBreak;
    const before = number === 0 ? -1 : (found.ends[number - 1] as number);
    const range: LineRange = {
      from,
      to: point.at,
      hyphen: point.kind === "hyphen",
      afterHyphen: paragraph.points[before]?.kind === "hyphen",
      forced: forced && !last,
    };
    while ((paragraph.units.end[unit] ?? Number.POSITIVE_INFINITY) <= from) unit++;
    const runs = runsOf(paragraph, range, unit);
    const hang = {
      start: paragraph.segments.hangStart[before + 1] as number,
      end: paragraph.segments.hangEnd[segment] as number,
    };
    lines.push(lineOf(composition, runs, range, number, last, hang));
    from = point.at;
  }
  return lines;
}

function lineOf(
  composition: Composition,
  runs: readonly Run[],
  range: LineRange,
  number: number,
  last: boolean,
  hang: { readonly start: Points; readonly end: Points },
): Line {
  const { input, context, give } = composition;
  const { style } = input;
  const measured = measureRuns(runs);
  const extent = composition.extent(number);
  const wanted = extent + hang.start + hang.end;
  const fills = style.align === "justify" && !last && !range.forced;
  const setting = settingOf(measured, wanted, fills, give);
  const width = lengthOf(measured, setting);
  checkWidth(composition, range, width, wanted);
  const indent = number === 0 ? (input.firstLine ?? 0) : 0;
  const start = startOf(composition, extent, width, indent - hang.start);
  const placed = place(composition, runs, start, setting);
  const shown = placed.toSorted((one, other) => one.x - other.x);
  const box = lineBox(style, context, runs);
  return {
    items: [
      ...marksOf(shown, input, context, "behind"),
      ...placed.flatMap((run) => run.items),
      ...marksOf(shown, input, context, "before"),
    ],
    height: box.height,
    baseline: box.baseline,
    width: Math.max(0, width - hang.start - hang.end),
    end: last ? "last" : range.forced ? "forced" : range.hyphen ? "hyphen" : "space",
    words: countWords(composition.paragraph.text, range),
  };
}

/** A line that is too long is set closer, so that nothing stands beyond its width. */
function settingOf(line: LineMeasure, wanted: Points, fills: boolean, give: Give): Setting {
  const natural = lengthOf(line, asItIs);
  if (!fills && natural <= wanted + 1e-6) return asItIs;
  const setting = fills || give.shrink > 0 ? justified(line, wanted, give) : asItIs;
  if (lengthOf(line, setting) <= wanted + 1e-6 || line.glyphWidth <= 0) return setting;
  const expansion = (wanted - line.rigidWidth) / line.glyphWidth;
  return { ...asItIs, expansion: Math.max(closest, expansion) };
}

/** Tells of what no setting could make as narrow as its line. */
function checkWidth(
  composition: Composition,
  range: LineRange,
  width: Points,
  wanted: Points,
): void {
  if (width <= wanted + 0.01) return;
  const { context, input, paragraph } = composition;
  const shown = paragraph.text.slice(range.from, range.to).trim().slice(0, 40);
  const place = firstPlace(input.children);
  reportOnce(context, `width ${input.node} ${input.part ?? ""}`, {
    rule: "text-fits-its-width",
    severity: "warning",
    message: `The text "${shown}" is ${Math.ceil(width - wanted)} pt wider than its place.`,
    ...(place && { place }),
    hints: ["Give the column or box more width, or the text a smaller size."],
  });
}

/** Whether the lines begin at the other side than those of the document. */
function endsAtOrigin({ direction, context }: Composition): boolean {
  return (direction === "rtl") !== (context.mirrored === true);
}

/** Where a line stands, from the origin. `moved`: its indent, less what hangs out. */
function startOf(composition: Composition, extent: Points, width: Points, moved: Points): Points {
  const { input, context } = composition;
  const { align, shiftLeft, size } = input.style;
  const spare = Math.max(0, extent - width);
  if (align === "centre") return moved + spare / 2;
  if (align === "right") {
    // Numbers stay at the right when the page is turned; what stands at the end of a running line goes to the other side.
    const stays = context.mirrored === true && input.artifact === undefined;
    return stays ? moved : moved + spare;
  }
  return endsAtOrigin(composition) ? spare : moved - shiftLeft * size;
}

function lastVisible(runs: readonly Run[]): Run | undefined {
  for (let i = runs.length - 1; i >= 0; i--) {
    const run = runs[i] as Run;
    if (run.piece.words === undefined) return undefined;
    if (run.glyphs.length > run.trailing) return run;
  }
  return undefined;
}

/** Gives every run its place, objects and frames too; in reading order, which is not always that of their places. */
function place(
  composition: Composition,
  runs: readonly Run[],
  start: Points,
  setting: Setting,
): readonly Placed[] {
  const placed: Placed[] = [];
  const last = lastVisible(runs);
  const { context } = composition;
  let x = start;
  for (const index of orderOf(composition, runs)) {
    const run = runs[index] as Run;
    const { piece } = run;
    const { look } = piece;
    let width = run.width;
    let items: readonly PageItem[] = [];
    if (piece.image !== undefined) {
      const { source, decorative, height, node, depth = 0, colour } = piece.image;
      const tag: Tag = decorative || "artifact" in look.tag ? { artifact: "layout" } : { node };
      items = [
        {
          kind: "image",
          tag,
          source,
          x,
          y: depth - height,
          width,
          height,
          ...(colour === undefined ? {} : { colour }),
        },
      ];
    } else if (piece.framed !== undefined) {
      items = frameItems(piece, run.text, x);
    } else {
      const glyphs = glyphRun(context, run, x, setting, run === last);
      width = glyphs.width;
      items = [glyphs.item];
    }
    placed[index] = { run, x, width, items };
    x += width;
  }
  return placed;
}

/** Which run stands where, from the origin. */
function orderOf({ direction, context }: Composition, runs: readonly Run[]): readonly number[] {
  const levels = runs.map((run) => run.piece.level);
  const order =
    direction === "ltr" && levels.every((level) => level === 0)
      ? [...levels.keys()]
      : visualOrder(levels);
  return context.mirrored === true ? order.toReversed() : order;
}

/** The leading of the style, or more where an image is higher. */
function lineBox(
  style: TextStyle,
  context: TextContext,
  runs: readonly Run[],
): { readonly height: Points; readonly baseline: Points } {
  const shift = context.theme.fonts[style.font]?.baselineShift ?? 0.3;
  const baseline = style.leading / 2 + shift * style.size;
  let highest = 0;
  let deepest = 0;
  for (const { piece } of runs) {
    if (piece.image === undefined) continue;
    const { height, depth = 0 } = piece.image;
    highest = Math.max(highest, height - depth);
    deepest = Math.max(deepest, depth);
  }
  const more = Math.max(0, highest - baseline);
  const below = Math.max(0, deepest - (style.leading - baseline));
  return { height: style.leading + more + below, baseline: baseline + more };
}

/** Stretches between spaces. */
function countWords(text: string, range: LineRange): number {
  let words = 0;
  let inside = false;
  for (let i = range.from; i < range.to; i++) {
    const code = text.charCodeAt(i);
    const space = code === 0x20 || code === forcedBreak;
    if (!space && !inside) words++;
    inside = !space;
  }
  return words;
}
