import type { NodeBase } from "./inline.ts";

export type BlockBase = NodeBase & {
  /** Name of a style of the theme; absent: the usual one of the kind. */
  readonly role?: string;
};

/** A figure or table. `fixed`: it stands where it is written, whatever room is left there; absent: text may pass it. */
export type FixedBlock = BlockBase & { readonly fixed?: true };
