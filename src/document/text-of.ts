import type { Block } from "./blocks.ts";
import type { DocumentTree } from "./document.ts";
import type { Inline } from "./inline.ts";
import { partsOf } from "./parts.ts";

/** The words of running text. A line break is a blank, an image its alternative text; page numbers are nothing. */
export function textOf(children: readonly Inline[]): string {
  return children.map(textOfInline).join("");
}

function textOfInline(node: Inline): string {
  switch (node.kind) {
    case "text":
    case "inlineCode":
      return node.value;
    case "lineBreak":
      return " ";
    case "formula":
      return node.tex;
    case "inlineImage":
      return node.image.alternative;
    case "enumerator":
      return node.number;
    case "reference":
      return node.text;
    case "noteReference":
    case "pageNumber":
    case "pageCount":
    case "currentSection":
      return "";
    default:
      return textOf(node.children);
  }
}

/** The texts of blocks in reading order, one an entry: a paragraph, heading, label, value, code block … Empty ones are left out. */
export function textsOfBlocks(blocks: readonly Block[]): readonly string[] {
  const texts: string[] = [];
  for (const block of blocks) gather(block, texts);
  return texts;
}

/** The texts of a document in reading order, with its notes at the end; running matter is left out. */
export function textsOf(document: DocumentTree): readonly string[] {
  const texts: string[] = [];
  for (const block of document.content) gather(block, texts);
  for (const note of document.notes) for (const block of note.children) gather(block, texts);
  return texts;
}

function gather(block: Block, texts: string[]): void {
  for (const part of partsOf(block)) {
    if (part.kind === "block") gather(part.block, texts);
    else {
      const text =
        part.kind === "text"
          ? textOf(part.text)
          : part.kind === "code"
            ? part.code
            : part.alternative;
      if (text !== "") texts.push(text);
    }
  }
}
