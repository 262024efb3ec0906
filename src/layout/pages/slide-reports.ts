import type { Place } from "../../diagnostics/index.ts";
import type { Block, Slide } from "../../document/index.ts";
import { someNode, textOf, textsOfBlocks } from "../../document/index.ts";
import type { SetSlide } from "../blocks/slide.ts";
import type { Setting } from "./contexts.ts";

/** Longest quotation of what did not fit, in characters. */
const mostQuoted = 240;

/**
 * Tells of a slide that did not fit. What is higher than a slide and cannot be parted is an error, and so is whatever did not fit where
 * the slide is to be one page. Running text that was parted is a warning; records (rows, entries, cards) are parted without a word.
 */
export function reportSlide(slide: Slide, sets: readonly SetSlide[], setting: Setting): void {
  const over = Math.max(...sets.map(({ overflow }) => overflow));
  const rest = sets[0]?.rest ?? [];
  if (over > 0.5) {
    const message = `${named(slide)} is ${Math.ceil(over)} points higher than its frame.`;
    tell(slide, setting, "error", message, ["Shorten it, or divide it into two slides."]);
    return;
  }
  if (sets.length < 2) return;
  const quoted = quotation(textsOfBlocks(rest).join(" "));
  if (slide.overflow === "fit" || slide.overflow === "error") {
    const points = Math.ceil(sets.slice(1).reduce((sum, { height }) => sum + height, 0));
    const message = `${named(slide)} has ${points} points of text more than it has room for; this did not fit: "${quoted}".`;
    tell(slide, setting, "error", message, [
      slide.overflow === "fit"
        ? "It was set as small as the theme allows. Shorten it, or give it overflow=split."
        : "Shorten it, or give it overflow=split.",
    ]);
    return;
  }
  if (slide.children.some(isRecords)) return;
  const message = `${named(slide)} is divided into ${sets.length} slides.`;
  tell(slide, setting, "warning", message, [
    `The second one begins with "${quotation(quoted, 60)}".`,
    "Shorten it, or give each part a heading of its own.",
  ]);
}

const named = (slide: Slide): string => `The slide "${textOf(slide.heading.children) || slide.id}"`;

function tell(
  slide: Slide,
  setting: Setting,
  severity: "error" | "warning",
  message: string,
  hints: readonly string[],
): void {
  const place = placeInSource(slide);
  setting.report({
    rule: "slide-fits",
    severity,
    message,
    ...(place === undefined ? {} : { place }),
    hints,
  });
}

/** Whether it is looked things up in rather than read. */
function isRecords(block: Block): boolean {
  if (block.kind === "columns") {
    return block.columns.some((column) => column.children.some(isRecords));
  }
  return block.kind === "table" || block.kind === "timeline" || block.kind === "cards";
}

const quotation = (text: string, most = mostQuoted): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

/** A slide is written by a template; the author wants to know where what it shows stands in the source. */
function placeInSource(slide: Slide): Place | undefined {
  const template = slide.place?.file;
  let found: Place | undefined;
  someNode([slide], (node) => {
    const place = node["place"] as Place | undefined;
    if (place !== undefined && place.file !== template) found = place;
    return found !== undefined;
  });
  return found ?? slide.place;
}
