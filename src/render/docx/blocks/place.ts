import type { FileChild } from "docx";
import type { Block } from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";

/** Where blocks stand: it decides which style a plain paragraph has. */
export type Place = {
  /** Style of plain paragraphs. */
  readonly body: string;
  /** Depth of the list around, 0 for none. */
  readonly listLevel: number;
  /** Role of the group around. */
  readonly role?: string;
};

export const inBody: Place = { body: "BodyText", listLevel: 0 };

export type WriteBlocks = (
  children: readonly Block[],
  context: DocxContext,
  place: Place,
) => readonly FileChild[];
