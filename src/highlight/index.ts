/** What the stretches of code are: keywords, strings, comments. Only this folder knows the highlighter, which is loaded late. */
import type { CodeBlock, DocumentTree } from "../document/index.ts";
import { mapTree } from "../document/index.ts";
import { tokensOf } from "./tokens.ts";

/** Characters of code in a document that are looked at; a document of more is set without colours from there on. */
const mostCharacters = 500_000;

/** The document with the tokens of code whose language is named and known. */
export function highlight(document: DocumentTree): DocumentTree {
  let left = mostCharacters;
  return mapTree(document, (node) => {
    if (node.kind !== "codeBlock") return undefined;
    const block = node as CodeBlock;
    if (block.programmingLanguage === undefined) return block;
    left -= block.code.length;
    const tokens = left < 0 ? undefined : tokensOf(block.code, block.programmingLanguage);
    return tokens === undefined ? block : { ...block, tokens };
  });
}
