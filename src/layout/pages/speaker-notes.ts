import type { Slide } from "../../document/index.ts";
import type { NotesPages, Points, Theme } from "../../theme/index.ts";
import { narrowed, styleOf } from "../blocks/flow-helpers.ts";
import { inBox, ruleAt } from "../blocks/furniture.ts";
import { withText } from "../blocks/table-cells.ts";
import { textFrame } from "../blocks/text-frame.ts";
import type { FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { compose } from "./compose.ts";
import type { Setting } from "./contexts.ts";
import { stageBetween } from "./contexts.ts";
import { paginate } from "./paginate.ts";
import type { SlidePage } from "./slides.ts";

/** A page of speaker's notes; `again`: it goes on with what is said to the slide of the page before. */
export type NotesPage = SlidePage & { readonly again: boolean };

/** The theme of pages that show a slide and what is said to it; undefined where slides have the whole page. */
export function notesThemeOf(theme: Theme): Theme | undefined {
  const { notes } = theme.slides ?? {};
  return notes === undefined ? undefined : { ...theme, page: { ...theme.page, ...notes.page } };
}

/**
 * Each page of a slide as a picture of itself at the head of a page, and below it what is said. The picture is the slide's own text, so
 * that the page reads as it looks: heading, what is shown, what is said. Where nothing is said there are lines to write on.
 */
export function layNotes(
  slide: Slide,
  shown: readonly SlidePage[],
  label: (part: number) => string,
  setting: Setting,
): readonly NotesPage[] {
  const notes = setting.theme.slides?.notes;
  if (notes === undefined) return shown.map((page) => ({ ...page, again: false }));
  const { context } = stageBetween(setting, notes.text.x, notes.text.width, {}, false);
  const place = { ...context, language: slide.language ?? context.language };
  const said = setNotes(slide, notes, place);
  return shown.flatMap(({ items, part }, index): readonly NotesPage[] => {
    const picture = pictureOf(items, label(part), notes, place);
    if (index < shown.length - 1) return [{ items: picture, part, again: false }];
    const [first = writingLines(notes, place), ...more] = said;
    return [
      { items: [...picture, ...first], part, again: false },
      ...more.map((text): NotesPage => ({ items: text, part, again: true })),
    ];
  });
}

/** What is said, page after page; none when nothing is. */
function setNotes(
  slide: Slide,
  notes: NotesPages,
  context: FlowContext,
): readonly (readonly PageItem[])[] {
  const inside = narrowed(context, notes.text.width);
  const style = styleOf(context, notes.style, "body");
  const text = withText(inside, { ...inBox(style), align: style.align });
  const flow = text.flow(slide.notes, text);
  if (flow.length === 0) return [];
  const paginated = paginate({
    flow,
    first: [{ ...notes.text, column: true }],
    later: [{ ...notes.later, column: true }],
    titled: false,
    balance: false,
    baseline: style.leading,
    notes: () => undefined,
  });
  const stage = { context: text, left: notes.text.x };
  return compose({ ...paginated, leftOf: () => notes.text.x, notes: undefined, noteStage: stage });
}

/** The slide made smaller, within a frame, its number above it. */
function pictureOf(
  items: readonly PageItem[],
  label: string,
  notes: NotesPages,
  context: FlowContext,
): readonly PageItem[] {
  const { page } = context.theme;
  const { x, y, width } = notes.slide;
  const scale = width / page.width;
  const style = inBox(styleOf(context, notes.label, "foot"));
  const number = textFrame(
    { node: "", children: [{ kind: "text", value: label }], style, width },
    context,
  );
  const frame: PageItem = {
    kind: "outline",
    tag: { artifact: "layout" },
    x,
    y,
    width,
    height: page.height * scale,
    line: 0.5,
    colour: context.theme.colours["rule"] ?? "000000",
  };
  const above = number.items.flatMap((item): readonly PageItem[] =>
    item.kind === "glyphs"
      ? [
          {
            ...item,
            tag: { artifact: "layout" },
            x: item.x + x,
            y: item.y + y - style.leading - 2,
          },
        ]
      : [],
  );
  return [...above, frame, ...items.map((item) => scaled(item, scale, x, y))];
}

function scaled(item: PageItem, scale: number, dx: Points, dy: Points): PageItem {
  const at = { x: dx + item.x * scale, y: dy + item.y * scale };
  switch (item.kind) {
    case "glyphs":
      return {
        ...item,
        ...at,
        size: item.size * scale,
        width: item.width * scale,
        tracking: item.tracking * scale,
        wordSpace: item.wordSpace * scale,
      };
    case "disc":
      return { ...item, ...at, diameter: item.diameter * scale };
    case "destination":
      return { ...item, ...at };
    case "outline":
      return {
        ...item,
        ...at,
        width: item.width * scale,
        height: item.height * scale,
        line: item.line * scale,
      };
    default:
      return { ...item, ...at, width: item.width * scale, height: item.height * scale };
  }
}

function writingLines(notes: NotesPages, context: FlowContext): readonly PageItem[] {
  const { x, y, width, height } = notes.text;
  if (notes.lines <= 0) return [];
  const count = Math.floor(height / notes.lines);
  return Array.from({ length: count }, (_, index) =>
    ruleAt(context, "hair", { x, y: y + (index + 1) * notes.lines, width }),
  );
}
