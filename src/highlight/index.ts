/** What the stretches of code are: keywords, strings, comments. Only this folder knows the highlighter, which is loaded late. */
import type { DocumentTree } from "../document/index.ts";
import { isCodeBlock, mapNodes, visitNodes } from "../document/index.ts";
import { tokensOf } from "./tokens.ts";

/** Characters of code in a document that are looked at; a document of more is set without colours from there on. */
const mostCharacters = 500_000;

/** Blocks with their colours: nodes never change. */
const known = new WeakMap<object, unknown>();

/** The document with the tokens of code whose language is named and known. */
export function highlight(document: DocumentTree): DocumentTree {
  let left = mostCharacters;
  const all = lengthOf(document) <= mostCharacters;
  return mapNodes(
    document,
    (node) => {
      if (!isCodeBlock(node)) return node;
      if (node.programmingLanguage === undefined) return node;
      left -= node.code.length;
      const tokens = left < 0 ? undefined : tokensOf(node.code, node.programmingLanguage);
      return tokens === undefined ? node : { ...node, tokens };
    },
    ["codeBlock"],
    // Where not all are looked at, what becomes of one depends on those before it.
    all ? known : undefined,
  );
}

/** Characters of all code that is in a language. */
function lengthOf(document: DocumentTree): number {
  let length = 0;
  visitNodes(
    document,
    (node) => {
      if (isCodeBlock(node) && node.programmingLanguage !== undefined) length += node.code.length;
    },
    ["codeBlock"],
  );
  return length;
}
