import type { RootContent } from "mdast";
import type { Line } from "./lines.ts";

/** Where blocks are read. */
export type Scope = {
  readonly text: string;
  /** Names of the notes that are defined, as mdast's `identifier`. */
  readonly notes: ReadonlySet<string>;
  readonly depth: number;
  /** In items and quotes only paragraphs, lists and quotes are read, and headings nowhere but at the first column. */
  readonly inItem: boolean;
  /** Reads what blocks hold: lists and containers need all kinds of blocks. */
  readonly readBlocks: BlockReader;
};

export type BlockReader = (scope: Scope, lines: readonly Line[]) => RootContent[] | undefined;

/** A block, and the index of the line after it. */
export type FoundBlock = { readonly node: RootContent; readonly next: number };
