import type { Diagnostic } from "../../diagnostics/index.ts";
import type { Block, Heading } from "../blocks.ts";
import type { DocumentTree } from "../document.ts";
import { holdsKind, isBlock, kindSet } from "../kinds-in.ts";
import { partsOf } from "../parts.ts";
import { textOf } from "../text-of.ts";

/** An empty heading says nothing to those who move through a text by its headings. */
export function headingsHaveText(document: DocumentTree): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const block of document.content) look(block, found);
  return found;
}

const headed = ["section", "slide", "quickFacts", "decision", "cards"] as const;

function look(block: Block, found: Diagnostic[]): void {
  if (isBlock(block) && !holdsKind(block, kindSet(headed))) return;
  for (const heading of headingsOf(block)) {
    if (textOf(heading.children).trim() !== "") continue;
    found.push({
      rule: "heading-has-text",
      severity: "warning",
      message: "This heading has no text.",
      ...(heading.place && { place: heading.place }),
      hints: ["Write what the part is about, or remove the heading."],
    });
  }
  for (const part of partsOf(block)) if (part.kind === "block") look(part.block, found);
}

function headingsOf(block: Block): readonly Heading[] {
  switch (block.kind) {
    case "section":
    case "slide":
    case "quickFacts":
    case "decision":
      return [block.heading];
    case "cards":
      return block.cards.map((card) => card.heading);
    default:
      return [];
  }
}
