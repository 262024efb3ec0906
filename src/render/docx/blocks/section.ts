import type { FileChild } from "docx";
import type { Section, Title } from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";
import { runs } from "../inline.ts";
import { paragraph } from "../paragraph.ts";
import type { Place, WriteBlocks } from "./place.ts";

const titleStyles: Readonly<Record<string, string>> = {
  title: "Title",
  subtitle: "Subtitle",
  kind: "KindLine",
  variant: "KindVariant",
  purpose: "Purpose",
};

export function title(node: Title, context: DocxContext): readonly FileChild[] {
  return [
    paragraph(titleStyles[node.role ?? "title"] ?? "Title", runs(node.children, context), context, {
      node: node.id,
    }),
  ];
}

/** Heading n for level n; Word has nine. An annex begins a page by its style. */
export function section(
  node: Section,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  const style =
    node.newPage === true && node.level === 1 ? "AnnexTitle" : `Heading${Math.min(9, node.level)}`;
  const heading = paragraph(style, runs(node.heading.children, context), context, {
    node: node.id,
    bookmarks: [context.bookmarks.toc(node.id)],
  });
  return [heading, ...write(node.children, context, place)];
}
