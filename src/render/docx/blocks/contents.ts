import type { FileChild } from "docx";
import type { Block, ListOfCaptions, Section, TableOfContents } from "../../../document/index.ts";
import { captionsOf } from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";
import type { Child } from "../element.ts";
import { element, valued } from "../element.ts";
import { fieldEnd, fieldStart, simpleField } from "../fields.ts";
import { runs, tabRun, textRun } from "../inline.ts";
import { paragraph } from "../paragraph.ts";

/** A real table of contents (17.16.5.68) whose entries and page numbers are those of our own layout. */
export function contents(node: TableOfContents, context: DocxContext): readonly FileChild[] {
  const entries = sectionsOf(context.document.content, node.depth);
  if (entries.length === 0) return [];
  const lines = entries.map((section, index) => {
    const anchor = context.bookmarks.toc(section.id);
    const page = context.facts.pageOf.get(section.id) ?? "";
    const link = element(
      "w:hyperlink",
      { "w:anchor": anchor, "w:history": 1 },
      ...runs(section.heading.children, context),
      tabRun(),
      ...simpleField(`PAGEREF ${anchor} \\h`, page),
    );
    const children: readonly Child[] = [
      ...(index === 0 ? fieldStart(`TOC \\o "1-${node.depth}" \\h \\z \\u`) : []),
      link,
      ...(index === entries.length - 1 ? [fieldEnd()] : []),
    ];
    return paragraph(`TOC${Math.min(9, section.level)}`, children, context);
  });
  const heading =
    node.heading === undefined
      ? []
      : [paragraph("TOCHeading", runs(node.heading.children, context), context, { node: node.id })];
  const gallery = element(
    "w:docPartObj",
    undefined,
    valued("w:docPartGallery", "Table of Contents"),
    element("w:docPartUnique"),
  );
  return [
    element(
      "w:sdt",
      undefined,
      element("w:sdtPr", undefined, valued("w:id", context.next("control")), gallery),
      element("w:sdtContent", undefined, ...heading, ...lines),
    ),
  ];
}

/** Figures or tables, by the words of their captions, with their pages. */
export function captionList(node: ListOfCaptions, context: DocxContext): readonly FileChild[] {
  const lines = captionsOf(context.document, node.series).map(({ block, caption }) =>
    paragraph(
      "TOC1",
      [
        ...runs(caption.children, context),
        tabRun(),
        textRun(context.facts.pageOf.get(block.id) ?? ""),
      ],
      context,
    ),
  );
  const heading = node.heading === undefined ? [] : runs(node.heading.children, context);
  return [
    ...(heading.length === 0 ? [] : [paragraph("TOCHeading", heading, context, { node: node.id })]),
    ...lines,
  ];
}

function sectionsOf(children: readonly Block[], depth: number): readonly Section[] {
  return children.flatMap((child): readonly Section[] => {
    if (child.kind === "group") return sectionsOf(child.children, depth);
    if (child.kind !== "section" || child.level > depth) return [];
    return [child, ...sectionsOf(child.children, depth)];
  });
}
