import type { Closure, Scope } from "./scope.ts";
import { enter, field, fieldNames } from "./scope.ts";
import type { Expression, Named, PartialCall, Program, Template } from "./template.ts";

/** The scope in which a partial runs; `value` evaluates in the scope of its call. */
export function partialScope(
  node: PartialCall,
  scope: Scope,
  partial: Closure,
  block: Closure | undefined,
  value: (expression: Expression) => unknown,
): Scope {
  const base = node.context === undefined ? scope.context : value(node.context);
  const context = node.named.length === 0 ? base : extended(base, node.named, value);
  const partials = block
    ? withInlinePartials(block.template, block.program, scope).partials
    : scope.partials;
  const home: Scope = partial.scope ?? {
    context,
    outer: undefined,
    data: scope.data,
    locals: [],
    partials,
    block: undefined,
  };
  // A block that is run sees the block around its own call, not itself.
  const isBlock = partial.program === block?.program || partial === scope.block;
  const ownBlock = isBlock ? partial.scope?.block : block;
  return { ...enter(home, context, scope.data, home.locals), block: ownBlock };
}

/** The fields of a record and further ones, as a map: nothing of it can be mistaken for a prototype. */
function extended(
  base: unknown,
  named: readonly Named[],
  value: (expression: Expression) => unknown,
): ReadonlyMap<string, unknown> {
  const fields = new Map(fieldNames(base).map((name) => [name, field(base, name)?.value]));
  for (const { name, value: expression } of named) fields.set(name, value(expression));
  return fields;
}

/** Inline partials of a block are known throughout it, also before the line that defines them. */
export function withInlinePartials(template: Template, program: Program, scope: Scope): Scope {
  if (!program.body.some(({ kind }) => kind === "inline-partial")) return scope;
  const closures = new Map(scope.partials);
  const inner: Scope = { ...scope, partials: closures };
  for (const node of program.body) {
    if (node.kind !== "inline-partial") continue;
    closures.set(node.name, { template, program: node.body, scope: inner });
  }
  return inner;
}
