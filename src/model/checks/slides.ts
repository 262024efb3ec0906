import type { Report } from "../../diagnostics/index.ts";
import { plainText } from "../../source/index.ts";
import type { SelectionUse } from "../building.ts";
import { error, placeText, warning } from "../building.ts";
import type { Model, SlideOutline } from "../model.ts";
import { didYouMean } from "../near.ts";
import { select } from "../selection.ts";

/** Every `from=` finds something, every slide shows something under a heading of its own, notes have their slide. */
export function checkSlides(
  model: Model,
  selections: readonly SelectionUse[],
  report: Report,
): void {
  for (const { selection, place } of selections) {
    for (const diagnostic of select(model, selection, place).diagnostics) report(diagnostic);
  }
  const headings = new Map<string, SlideOutline>();
  let outcomes: SlideOutline | undefined;
  for (const slide of model.slides) {
    checkContent(slide, report);
    checkHeading(slide, headings, report);
    if (slide.role !== "outcomes" || slide.only !== undefined) continue;
    if (outcomes !== undefined) {
      warning(report, "deck-has-one-outcomes-slide", slide.place, [
        `Two slides have the role "outcomes"; the first stands at ${placeText(outcomes.place)}.`,
        "Leave the role to the slide that says what is sought.",
      ]);
    }
    outcomes ??= slide;
  }
  const ids = model.slides.map((slide) => slide.id);
  for (const notes of model.slideNotes) {
    if (ids.includes(notes.slide)) continue;
    error(report, "reference-resolves", notes.place, [
      `Notes are for the slide "${notes.slide}", but there is no such slide.`,
      ...didYouMean(notes.slide, ids),
    ]);
  }
}

function checkContent(slide: SlideOutline, report: Report): void {
  const isEmpty =
    slide.from === undefined &&
    slide.content.length === 0 &&
    slide.columns.every((column) => column.from === undefined && column.content.length === 0);
  // A section slide has only its heading.
  if (!isEmpty || (slide.heading !== undefined && isHeadingEnough(slide.layout))) return;
  error(report, "slide-shows-something", slide.place, [
    `The slide "${slide.id}" shows nothing.`,
    "Add from= with what it shows, or put text inside.",
  ]);
}

function isHeadingEnough(layout: string): boolean {
  return layout === "section" || layout === "title";
}

function checkHeading(
  slide: SlideOutline,
  headings: Map<string, SlideOutline>,
  report: Report,
): void {
  if (slide.heading === undefined || slide.only !== undefined) return;
  const text = plainText([...slide.heading]);
  const first = headings.get(text);
  if (first === undefined) {
    headings.set(text, slide);
    return;
  }
  error(report, "slide-heading-is-unique", slide.place, [
    `The heading "${text}" stands on two slides; the first is at ${placeText(first.place)}.`,
    "Say in each heading what only this slide says.",
  ]);
}
