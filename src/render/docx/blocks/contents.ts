import type {
  Block,
  Inline,
  ListOfCaptions,
  NodeId,
  Section,
  TableOfContents,
} from "../../../document/index.ts";
import { captionsOf } from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";
import { inLanguageOf } from "../context.ts";
import type { Child, FileChild } from "../element.ts";
import { element, valued } from "../element.ts";
import { fieldEnd, fieldStart, pageReference } from "../fields.ts";
import { runs } from "../inline.ts";
import { paragraph } from "../paragraph.ts";
import { textWidth } from "../styles/measures.ts";
import { tabRun, textRun } from "../text.ts";
import { twips } from "../units.ts";

/** A line of a list: what it says, and where that stands. */
type Entry = { readonly node: NodeId; readonly style: string; readonly text: readonly Inline[] };

/** A real table of contents (17.16.5.68) whose entries and page numbers are those of our own layout. */
export function contents(node: TableOfContents, context: DocxContext): readonly FileChild[] {
  const depth = Math.min(9, node.depth);
  const entries = sectionsOf(context.document.content, depth).map((section) => ({
    node: section.id,
    style: `TOC${Math.min(9, section.level)}`,
    text: section.heading.children,
  }));
  if (entries.length === 0) return [];
  const gallery = element(
    "w:docPartObj",
    undefined,
    valued("w:docPartGallery", "Table of Contents"),
    element("w:docPartUnique"),
  );
  const inside = inLanguageOf(context, node);
  return [
    element(
      "w:sdt",
      undefined,
      element("w:sdtPr", undefined, valued("w:id", context.next("control")), gallery),
      element(
        "w:sdtContent",
        undefined,
        ...heading(node, inside),
        ...lines(`TOC \\o "1-${depth}" \\h \\z \\u`, entries, context),
      ),
    ),
  ];
}

/** Figures or tables by their captions: the field that Word itself makes of "Insert Table of Figures". */
export function captionList(node: ListOfCaptions, context: DocxContext): readonly FileChild[] {
  const entries = captionsOf(context.document, node.series).map(({ block, caption }) => ({
    node: block.id,
    style: "TableofFigures",
    text: caption.children,
  }));
  if (entries.length === 0) return [];
  const series = node.series === "figure" ? "Figure" : "Table";
  return [
    ...heading(node, inLanguageOf(context, node)),
    ...lines(`TOC \\h \\z \\c "${series}"`, entries, context),
  ];
}

function heading(
  node: TableOfContents | ListOfCaptions,
  context: DocxContext,
): readonly FileChild[] {
  if (node.heading === undefined) return [];
  return [
    paragraph("TOCHeading", runs(node.heading.children, context), context, { node: node.id }),
  ];
}

function lines(
  instruction: string,
  entries: readonly Entry[],
  context: DocxContext,
): readonly FileChild[] {
  return entries.map(({ node, style, text }, index) => {
    const anchor = context.bookmarks.toc(node);
    const page = context.facts.pageOf.get(node) ?? "";
    const link = element(
      "w:hyperlink",
      { "w:anchor": anchor, "w:history": 1 },
      ...entryRuns(node, text, context),
      tabRun(),
      ...pageReference(anchor, page, (text) => [textRun(text)]),
    );
    const children: readonly Child[] = [
      ...(index === 0 ? fieldStart(instruction) : []),
      link,
      ...(index === entries.length - 1 ? [fieldEnd()] : []),
    ];
    const properties = context.countedHeadings.has(node) ? [stops(style, context)] : [];
    return paragraph(style, children, context, { properties });
  });
}

/** Word parts the number that it gives from the words of the heading by a tab, and makes room for it. */
function entryRuns(node: NodeId, text: readonly Inline[], context: DocxContext): readonly Child[] {
  const [number, _blank, ...title] = text;
  if (!context.countedHeadings.has(node) || number === undefined)
    return runs(text.flatMap(bare), context);
  return [...runs(bare(number), context), tabRun(), ...runs(title.flatMap(bare), context)];
}

function stops(id: string, { paragraphStyles, theme }: DocxContext): Child {
  const style = paragraphStyles.get(id);
  const size = theme.styles[style?.role ?? "body"]?.size ?? 10;
  const at = (style?.indent?.left ?? 0) + size * (id === "TOC1" ? 1.6 : 2.4);
  return element(
    "w:tabs",
    undefined,
    element("w:tab", { "w:val": "left", "w:pos": twips(at) }),
    element("w:tab", { "w:val": "right", "w:pos": twips(textWidth(theme)) }),
  );
}

/** What a heading says in a list, which is a link already: no links, no notes, no pictures, and numbers as words. */
function bare(node: Inline): readonly Inline[] {
  if (node.kind === "noteReference" || node.kind === "inlineImage") return [];
  if (node.kind === "lineBreak") return [{ kind: "text", value: " " }];
  if (node.kind === "enumerator") return [{ kind: "text", value: node.number }];
  if (!("children" in node)) return [node];
  const children = node.children.flatMap(bare);
  return node.kind === "link" ? children : [{ ...node, children }];
}

function sectionsOf(children: readonly Block[], depth: number): readonly Section[] {
  return children.flatMap((child): readonly Section[] => {
    if (child.kind === "group") return sectionsOf(child.children, depth);
    if (child.kind !== "section" || child.level > depth) return [];
    return [child, ...sectionsOf(child.children, depth)];
  });
}
