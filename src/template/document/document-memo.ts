import type { Nodes } from "mdast";
import type { Block } from "../../document/index.ts";
import type { Root } from "../../source/index.ts";
import type { GivenIds } from "./ids.ts";
import type { LastBlocks } from "./same-blocks.ts";

/** Blocks that earlier documents of one target were built of, by the nodes of the source. Never changes a document. */
export type DocumentMemo = {
  /** What all blocks rest on: the template's folder, and the languages. Blocks of others are let go. */
  of: { readonly folder: unknown; readonly language: string };
  blocks: WeakMap<Nodes, Built>;
  /** Those of the last document, when all of it was built. */
  last: LastBlocks;
  /** What templates wrote, parsed: values are tokens in it, so that documents of one shape have the same text. */
  readonly parsed: Map<string, Root>;
};

export type Built = {
  readonly parent: string;
  readonly level: number;
  readonly language: string;
  /** Line and column in the source: nodes may be moved. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly ids: GivenIds;
  readonly blocks: readonly Block[];
};

export function createDocumentMemo(): DocumentMemo {
  return {
    of: { folder: undefined, language: "" },
    blocks: new WeakMap(),
    last: new Map(),
    parsed: new Map(),
  };
}
