import type { Points } from "../../theme/index.ts";
import type { PageItem, Tag } from "../page.ts";
import type { TextContext, TextInput } from "./line.ts";
import type { Run } from "./line-runs.ts";
import type { Mark } from "./look.ts";

/** A run in its place on the line. */
export type Placed = {
  readonly run: Run;
  readonly x: Points;
  readonly width: Points;
  readonly items: readonly PageItem[];
};

/** Neighbours that share a mark. */
type Span = {
  readonly mark: Mark;
  readonly from: Points;
  to: Points;
  readonly size: Points;
  readonly rise: Points;
  readonly colour: string;
};

/** A mark reaches this far beyond a placeholder, points. */
const fillPadding = 2;
/** Marked words stand between others, which are not to be touched. */
const highlightPadding = 0.75;

/** What is drawn behind the text of a line (fills, keys) or after it (lines and the areas of links). */
export function marksOf(
  placed: readonly Placed[],
  input: TextInput,
  context: TextContext,
  layer: "behind" | "before",
): readonly PageItem[] {
  const spans = spansOf(placed);
  if (spans.length === 0) return [];
  const tag: Tag = { artifact: input.artifact ?? "layout" };
  const items: PageItem[] = [];
  for (const span of spans) {
    if (layer === "behind") items.push(...behind(span, context, tag));
    else items.push(...before(span, input, context, tag));
  }
  return items;
}

function spansOf(placed: readonly Placed[]): readonly Span[] {
  const spans: Span[] = [];
  let open: Span[] = [];
  for (const { run, x, width } of placed) {
    const { look } = run.piece;
    if (look.marks.length === 0) {
      open = [];
      continue;
    }
    const still: Span[] = [];
    for (const mark of look.marks) {
      let span = open.find((other) => other.mark === mark);
      if (span === undefined) {
        span = { mark, from: x, to: x, size: look.size, rise: look.rise, colour: look.colour };
        spans.push(span);
      }
      span.to = x + width;
      still.push(span);
    }
    open = still;
  }
  return spans.filter((span) => span.to > span.from);
}

function behind(span: Span, context: TextContext, tag: Tag): readonly PageItem[] {
  const { mark, size, rise } = span;
  if (mark.kind === "fill" || mark.kind === "highlight") {
    const { colours, placeholderFill } = context.theme;
    const padding = mark.kind === "fill" ? fillPadding : highlightPadding;
    return [
      {
        kind: "box",
        tag,
        x: span.from - padding,
        y: -rise - size * 0.95,
        width: span.to - span.from + 2 * padding,
        height: size * 1.25,
        colour: mark.kind === "fill" ? placeholderFill : (colours["mark"] ?? placeholderFill),
      },
    ];
  }
  if (mark.kind !== "key") return [];
  return [
    {
      kind: "outline",
      tag,
      x: span.from - 0.3,
      y: -rise - size * 0.95,
      width: span.to - span.from + 0.6,
      height: size * 1.3,
      line: 0.4,
      colour: context.theme.colours["muted"] ?? span.colour,
    },
  ];
}

function before(span: Span, input: TextInput, context: TextContext, tag: Tag): readonly PageItem[] {
  const { mark, size, rise } = span;
  const width = span.to - span.from;
  const box = (y: Points, height: Points): PageItem => ({
    kind: "box",
    tag,
    x: span.from,
    y,
    width,
    height,
    colour: span.colour,
  });
  if (mark.kind === "strike") return [box(-rise - size * 0.28, Math.max(0.4, size * 0.05))];
  if (mark.kind === "underline") return [box(-rise + size * 0.12, Math.max(0.4, size * 0.05))];
  if (mark.kind !== "link") return [];
  const { link } = context.theme;
  const items: PageItem[] = [];
  if (rise === 0 && link.underline > 0) items.push(box(link.offset, link.underline));
  if (input.artifact === undefined) {
    const { node } = mark;
    items.push({
      kind: "link",
      node,
      x: span.from,
      y: -rise - size * 0.9,
      width,
      height: size * 1.2,
    });
  }
  return items;
}
