import type { Place } from "../diagnostics/index.ts";
import type { Block, DocumentTree, Inline } from "../document/index.ts";
import { holdsKind, isBlock, kindSet, partsOf } from "../document/index.ts";

export type ShownImage = { readonly source: string; readonly place?: Place };

/** The images that a document shows, in reading order, repeated where they are. */
export function imagesOf(document: DocumentTree): readonly ShownImage[] {
  const images: ShownImage[] = [];
  for (const block of document.content) gather(block, images);
  for (const note of document.notes) for (const block of note.children) gather(block, images);
  return images;
}

function gather(block: Block, images: ShownImage[]): void {
  if (isBlock(block) && !holdsKind(block, kindSet(["figure", "inlineImage"]))) return;
  for (const part of partsOf(block)) {
    if (part.kind === "block") gather(part.block, images);
    else if (part.kind === "image") images.push(shown(part.source, block.place));
    else if (part.kind === "text") gatherInline(part.text, block.place, images);
  }
}

function gatherInline(
  children: readonly Inline[],
  place: Place | undefined,
  images: ShownImage[],
): void {
  for (const child of children) {
    if (child.kind === "inlineImage") images.push(shown(child.image.source, child.place ?? place));
    else if ("children" in child) gatherInline(child.children, place, images);
  }
}

function shown(source: string, place: Place | undefined): ShownImage {
  return place === undefined ? { source } : { source, place };
}
