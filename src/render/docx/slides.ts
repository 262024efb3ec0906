import type { FileChild } from "docx";
import type { Block, Slide } from "../../document/index.ts";
import { blocks } from "./blocks/index.ts";
import { inBody } from "./blocks/place.ts";
import type { DocxContext } from "./context.ts";
import { runs } from "./inline.ts";
import { paragraph } from "./paragraph.ts";

/** A slide begins a page by the style of its title; what is said to it stands in a closing part. */
export function slidePages(content: readonly Block[], context: DocxContext): readonly FileChild[] {
  return content.flatMap((block) => {
    if (block.kind !== "slide") return blocks([block], context, inBody);
    const isTitle = block.layout === "title";
    const heading = paragraph(
      isTitle ? "Title" : "SlideTitle",
      runs(block.heading.children, context),
      context,
      { node: block.id, bookmarks: [context.bookmarks.toc(block.id)] },
    );
    return isTitle
      ? titleSlide(block, heading, context)
      : [heading, ...blocks(block.children, context, inBody)];
  });
}

/** The masthead of a title slide stands above its title. */
function titleSlide(slide: Slide, heading: FileChild, context: DocxContext): readonly FileChild[] {
  const above = slide.children.filter((child) => child.kind === "masthead");
  const below = slide.children.filter((child) => child.kind !== "masthead");
  return [...blocks(above, context, inBody), heading, ...blocks(below, context, inBody)];
}

/** Speaking notes under the title of their slide, after the last one. */
export function slideNotes(
  content: readonly Block[],
  context: DocxContext,
  label: string,
): readonly FileChild[] {
  const slides = content.filter(
    (block): block is Slide => block.kind === "slide" && block.notes.length > 0,
  );
  if (slides.length === 0) return [];
  return [
    paragraph("SlideTitle", runs([{ kind: "text", value: label }], context), context),
    ...slides.flatMap((slide) => [
      paragraph("SpeakerNotesHeading", runs(slide.heading.children, context, "Strong"), context),
      ...blocks(slide.notes, context, { ...inBody, body: "SpeakerNotes" }),
    ]),
  ];
}
