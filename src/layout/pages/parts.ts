import type { Block, DocumentTree, Section, Slide } from "../../document/index.ts";
import type { TextPart } from "./text-part.ts";

/** A stretch of the document with pages of one kind. */
export type DocumentPart = TextPart | { readonly slide: Slide };

/** Whether a document is a deck, all or in part. */
export const hasSlides = ({ content }: DocumentTree): boolean =>
  content.some((block) => block.kind === "slide");

/** Slides have a page each, sections in landscape pages of their own; what stands between them flows. */
export function partsOf(document: DocumentTree): readonly DocumentPart[] {
  const parts: DocumentPart[] = [];
  let blocks: Block[] = [];
  const flush = (last: boolean, landscape = false): void => {
    const needed = blocks.length > 0 || (last && (parts.length === 0 || document.notes.length > 0));
    if (needed) parts.push({ blocks, first: parts.length === 0, last, landscape });
    blocks = [];
  };
  const walk = (children: readonly Block[]): void => {
    for (const block of children) {
      if (block.kind === "slide") {
        flush(false);
        parts.push({ slide: block });
      } else if (block.kind === "section" && block.landscape === true) {
        flush(false);
        blocks.push(block);
        flush(false, true);
      } else if (block.kind === "section" && turns(block.children)) {
        // Its heading and what stands before the wide part; the rest goes on after it.
        blocks.push({ ...block, children: [] });
        walk(block.children);
      } else blocks.push(block);
    }
  };
  walk(document.content);
  flush(true);
  return parts;
}

function turns(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) => block.kind === "section" && (block.landscape === true || turns(block.children)),
  );
}

/** Sections of the first level, in reading order. */
export function mainSections(blocks: readonly Block[]): readonly Section[] {
  return blocks.flatMap((block): readonly Section[] => {
    if (block.kind === "group") return mainSections(block.children);
    return block.kind === "section" && block.level === 1 ? [block] : [];
  });
}
