import type { Block, DocumentTree, Inline } from "../../src/document/index.ts";
import { textOf } from "../../src/document/index.ts";
import type { TypographySetting } from "../../src/typography/index.ts";
import { typeset } from "../../src/typography/index.ts";

export function documentOf(children: readonly Inline[], language: string): DocumentTree {
  const paragraph: Block = { kind: "paragraph", id: "p", children };
  return {
    kind: "document",
    product: "report",
    language,
    title: "",
    metadata: { status: "draft" },
    content: [paragraph],
    notes: [],
    running: [],
  };
}

export function childrenOf(document: DocumentTree): readonly Inline[] {
  const [first] = document.content;
  return first?.kind === "paragraph" ? first.children : [];
}

export function set(
  children: readonly Inline[],
  language: string,
  setting: TypographySetting,
): readonly Inline[] {
  return childrenOf(typeset(documentOf(children, language), setting));
}

/** The words of a text as they are set; `_` is a no-break space, `~` a narrow one. */
export function said(text: string, language: string, setting: TypographySetting): string {
  return visible(textOf(set([{ kind: "text", value: text }], language, setting)));
}

export function visible(text: string): string {
  return text.replaceAll("\u00A0", "_").replaceAll("\u202F", "~");
}
