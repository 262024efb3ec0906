import type { RootContent } from "mdast";
import type { Diagnostic, Report } from "../../diagnostics/index.ts";
import type { Block, NodeId, Note, Running } from "../../document/index.ts";
import type { DocumentMemo } from "./document-memo.ts";
import type { Ids } from "./ids.ts";

/** What the whole run of a build shares. Notes and running matter gather here, as they are met. */
export type Building = {
  readonly report: Report;
  /** What was reported so far. */
  readonly reports: readonly Diagnostic[];
  readonly ids: Ids;
  /** Blocks of earlier documents; absent: there were none. */
  readonly memo?: DocumentMemo;
  /** BCP 47 of the document. */
  readonly language: string;
  /** BCP 47 of the source, where it is in another language than the document. Absent: it is in the same. */
  readonly written?: string;
  /** File of the source, for places and for the folder that images are relative to. */
  readonly file: string;
  /** Labels that the builder itself needs: of callouts. */
  readonly label: (key: string) => string;
  /** Roles of a source's own classes that reach the theme; a template may use any. */
  readonly roles: ReadonlySet<string>;
  readonly notes: Note[];
  readonly noteNumbers: Map<string, { readonly id: string; readonly number: number }>;
  readonly running: Running[];
  /** Builds what stands within another block; here, since kinds of blocks hold each other. */
  readonly blocks: (nodes: readonly RootContent[], spot: Spot) => readonly Block[];
  /** References that say what their target is called, by id. */
  readonly automatic: Set<NodeId>;
  /** References written as `%s`, which is text where there is no number. */
  readonly percents: Set<NodeId>;
  /** Nodes marked `.unnumbered`. */
  readonly unnumbered: Set<NodeId>;
  /** A document title was met. */
  readonly title: { met: boolean };
};

/** Where in the document we are. */
export type Spot = {
  /** Id of what surrounds; derived ids begin with it. Empty at the top. */
  readonly parent: string;
  /** Level of the section around; 0 at the top. */
  readonly level: number;
};

export const top: Spot = { parent: "", level: 0 };
