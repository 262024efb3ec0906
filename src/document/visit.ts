import type { Block } from "./blocks.ts";
import type { Inline } from "./inline.ts";

/** One function a kind of block: an output that forgets a kind does not compile. */
export type BlockVisitor<Result, Context = undefined> = {
  readonly [Kind in Block["kind"]]: (
    node: Extract<Block, { readonly kind: Kind }>,
    context: Context,
  ) => Result;
};

/** One function a kind of running text. */
export type InlineVisitor<Result, Context = undefined> = {
  readonly [Kind in Inline["kind"]]: (
    node: Extract<Inline, { readonly kind: Kind }>,
    context: Context,
  ) => Result;
};

export function visitBlock<Result, Context>(
  node: Block,
  visitor: BlockVisitor<Result, Context>,
  context: Context,
): Result {
  // The table is typed over all kinds, so the function of a kind takes just that kind.
  const visit = visitor[node.kind] as (node: Block, context: Context) => Result;
  return visit(node, context);
}

export function visitInline<Result, Context>(
  node: Inline,
  visitor: InlineVisitor<Result, Context>,
  context: Context,
): Result {
  const visit = visitor[node.kind] as (node: Inline, context: Context) => Result;
  return visit(node, context);
}
