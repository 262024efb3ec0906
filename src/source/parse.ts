import type { Extension as FromMarkdown } from "mdast-util-from-markdown";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { Construct, Extension } from "micromark-util-types";
import { attributesFromMarkdown, attributesSyntax } from "./attributes-syntax.ts";

import { containerSyntax } from "./container-syntax.ts";
import { containerFromMarkdown } from "./container-tree.ts";
import { definitionFromMarkdown, definitionSyntax } from "./definition-syntax.ts";
import { mathFromMarkdown, mathSyntax } from "./math-syntax.ts";
import type { Container, Root } from "./tree.ts";
import { verbatimSyntax } from "./verbatim-syntax.ts";

export type Parsed = {
  readonly root: Root;
  /** Containers that end with what they stand in and not by a fence. */
  readonly open: readonly Container[];
};

/**
 * Text to tree, by micromark with the syntax of `source` (what people write) or `generated` (what templates write: HTML
 * and `$` are text, and nothing is code by indentation, since templates indent for reading). Throws when the text is nested too
 * deep for the parser.
 */
export function parse(text: string, kind: "source" | "generated"): Parsed {
  const open: Container[] = [];
  const root = fromMarkdown(text, {
    extensions: [
      text.includes("@") ? gfm() : withoutEmail(gfm()),
      containerSyntax(),
      attributesSyntax(),
      definitionSyntax(),
      ...(kind === "source"
        ? [verbatimSyntax(text), mathSyntax(text)]
        : [{ disable: { null: ["htmlFlow", "htmlText", "codeIndented"] } }]),
    ],
    mdastExtensions: [
      ...gfmFromMarkdown().map(withoutTransforms),
      containerFromMarkdown(open),
      attributesFromMarkdown(),
      definitionFromMarkdown(),
      mathFromMarkdown(),
    ],
  });
  return { root, open };
}

/** GFM looks for an address of electronic mail at every word, which takes a third of the time of all reading. */
function withoutEmail(extension: Extension): Extension {
  const others = (constructs: Construct | Construct[] | undefined): Construct[] =>
    [constructs ?? []].flat().filter(({ name }) => name !== "emailAutolink");
  const entries = Object.entries(extension.text ?? {}).map(
    ([code, constructs]) => [code, others(constructs)] as const,
  );
  return { ...extension, text: Object.fromEntries(entries.filter(([, { length }]) => length > 0)) };
}

/**
 * GFM's addresses without `<>` are found by the tokenizer. mdast-util-gfm looks for them a second time, in finished text:
 * that would undo escapes (`a\@b.ca`) and make nodes that have no place.
 */
function withoutTransforms({ transforms: _, ...extension }: FromMarkdown): FromMarkdown {
  return extension;
}
