/** Markdown to tree: the source as people write it, and what templates write. Only this folder knows the parser. */
export { readAttributes } from "./attributes.ts";
export { childLists } from "./children.ts";
export { createSourceMemo, type SourceMemo } from "./parse-again.ts";
export { parseGenerated, parseSource } from "./parse-source.ts";
export { placeOf } from "./place.ts";
export { projectPath } from "./project-path.ts";
export { selfContained } from "./self-contained.ts";
export type {
  Attributes,
  Blocks,
  Container,
  DefinitionDescription,
  DefinitionList,
  DefinitionTerm,
  Footnote,
  Phrasing,
  PhrasingContent,
  Root,
  RootContent,
  Source,
} from "./tree.ts";
export { plainText, slugOf, textLength } from "./words.ts";
