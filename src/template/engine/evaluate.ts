import type { Diagnostic } from "../../diagnostics/index.ts";
import type { Budget } from "./budget.ts";
import { createMeter, usualBudget } from "./budget.ts";
import { sayNoField, sayNoPartial, sayUnprintable } from "./faults.ts";
import type { Call, Helper } from "./helper.ts";
import { argumentsRule } from "./helper.ts";
import type { Output } from "./output.ts";
import { createWriter } from "./output.ts";
import { partialScope, withInlinePartials } from "./partial-scope.ts";
import type { Run } from "./run.ts";
import { say } from "./run.ts";
import type { Closure, Scope } from "./scope.ts";
import { enter, follow } from "./scope.ts";
import type {
  Block,
  Expression,
  HelperCall,
  PartialCall,
  Print,
  Program,
  Span,
  Statement,
  Template,
} from "./template.ts";
import { bare, toValue } from "./value.ts";

export type Evaluation = {
  readonly output: Output;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Runs a template over data. What could not be printed is said, each fault once, and left out. Of a template that was
 * stopped nothing is kept: nobody prints it, and it is as long as the budget.
 */
export function evaluate(
  main: Template,
  partials: ReadonlyMap<string, Template>,
  helpers: ReadonlyMap<string, Helper>,
  data: unknown,
  budget: Budget = usualBudget,
): Evaluation {
  const diagnostics: Diagnostic[] = [];
  const writer = createWriter();
  const meter = createMeter(budget);
  const run: Run = { partials, helpers, writer, meter, diagnostics, said: new Set() };
  const values = { root: data };
  const top: Scope = {
    context: data,
    outer: undefined,
    data: { values, outer: undefined },
    locals: [],
    partials: new Map(),
    block: undefined,
  };
  try {
    runProgram(run, main, main.program, top);
  } catch (error) {
    const stop = meter.stopped();
    if (stop === undefined) throw error;
    diagnostics.push({
      rule: "template-ends",
      severity: "error",
      message: `The template was stopped, since ${stop.reason}.`,
      place: stop.place,
      hints: ["Look for a partial that calls itself, or for loops within loops."],
    });
    return { output: createWriter().output(), diagnostics };
  }
  return { output: writer.output(), diagnostics };
}

/** A field that is not there: it was said, and prints nothing. */
const missing: unique symbol = Symbol("missing");

function runProgram(run: Run, template: Template, program: Program, outer: Scope): void {
  const scope = withInlinePartials(template, program, outer);
  for (const node of program.body) {
    run.meter.steps(1, template, node);
    runStatement(run, template, node, scope);
  }
}

function runStatement(run: Run, template: Template, node: Statement, scope: Scope): void {
  switch (node.kind) {
    case "content":
      run.meter.characters(node.text.length, template, node);
      run.meter.words(node.text.length, template, node);
      run.writer.content(template, node);
      break;
    case "print":
      print(run, template, node, scope);
      break;
    case "block":
      runBlock(run, template, node, scope);
      break;
    case "partial":
      runPartial(run, template, node, scope);
      break;
    case "inline-partial":
      break; // collected when the program around it began
  }
}

function print(run: Run, template: Template, node: Print, scope: Scope): void {
  const result = evaluated(run, template, node.value, scope);
  if (result === missing) return;
  const value = toValue(result);
  if (value === undefined) {
    sayUnprintable(run, template, node, result);
  } else {
    run.meter.characters(1 + run.meter.size(value), template, node);
    run.writer.print(value, template, node);
  }
}

function runBlock(run: Run, template: Template, node: Block, scope: Scope): void {
  const result = call(run, template, node.call, scope, node);
  if (result === undefined || result === missing) return;
  const { helper } = node.call;
  const message = `The helper "${helper}" gives a value and takes no block.`;
  const hints = [`Write {{#if (${helper} …)}}…{{/if}}.`];
  say(run, template, node.call, argumentsRule, message, hints);
}

/** What a helper gives; of a block helper, `undefined`. */
function call(
  run: Run,
  template: Template,
  node: HelperCall,
  scope: Scope,
  block?: Block,
): unknown {
  const helper = run.helpers.get(node.helper);
  if (helper === undefined) return missing; // said when the template was read
  const given = (expression: Expression): unknown => {
    const value = argument(run, template, expression, scope);
    run.meter.steps(1 + (run.meter.size(value) >> 8), template, node);
    return value;
  };
  const { body, otherwise } = block ?? {};
  const detail: Call = {
    name: node.helper,
    values: node.values.map(given),
    named: new Map(node.named.map(({ name, value }) => [name, given(value)])),
    context: scope.context,
    otherwise: () => otherwise && within(run, template, node, otherwise, scope),
    complain: (rule, message, hints = []) => say(run, template, node, rule, message, hints),
    ...(block && { block: bodyRunner(run, template, node, body, scope) }),
  };
  const result = helper(detail);
  if (block !== undefined) return result;
  run.meter.steps(run.meter.size(result) >> 8, template, node);
  if (typeof result === "string") run.meter.characters(result.length, template, node);
  return result ?? null;
}

function bodyRunner(
  run: Run,
  template: Template,
  node: Span,
  body: Program | undefined,
  scope: Scope,
): NonNullable<Call["block"]> {
  return (context, extra, locals) => {
    run.meter.steps(1, template, node);
    if (body === undefined) return;
    const { data } = scope;
    const inner = extra ? { values: extra, outer: data } : data;
    const names = body.parameters.map((name, index) => [name, locals?.[index]] as const);
    const known = names.length > 0 ? [Object.fromEntries(names), ...scope.locals] : scope.locals;
    within(run, template, node, body, enter(scope, context, inner, known));
  };
}

function within(run: Run, template: Template, node: Span, program: Program, scope: Scope): void {
  run.meter.within(template, node, () => runProgram(run, template, program, scope));
}

function evaluated(run: Run, template: Template, node: Expression, scope: Scope): unknown {
  if (node.kind === "literal") return node.value;
  if (node.kind === "call") return call(run, template, node, scope);
  const result = follow(node, scope);
  if (result.found) return result.value ?? null;
  sayNoField(run, template, node, result);
  return missing;
}

/** What a missing field is to a helper or a partial: empty. */
function argument(run: Run, template: Template, node: Expression, scope: Scope): unknown {
  const value = evaluated(run, template, node, scope);
  return value === missing ? null : value;
}

function runPartial(run: Run, template: Template, node: PartialCall, scope: Scope): void {
  const { name: named } = node;
  const name = typeof named === "string" ? named : bare(evaluated(run, template, named, scope));
  if (name === missing) return;
  const block: Closure | undefined = node.block && { template, program: node.block, scope };
  const partial = (typeof name === "string" && findPartial(run, name, scope)) || block;
  if (partial === undefined) {
    sayNoPartial(run, template, node, scope, name);
    return;
  }
  const value = (expression: Expression): unknown => argument(run, template, expression, scope);
  const inner = partialScope(node, scope, partial, block, value);
  const write = (): void => runProgram(run, partial.template, partial.program, inner);
  run.writer.indented(node.indent, template, node, () => run.meter.within(template, node, write));
}

function findPartial(run: Run, name: string, scope: Scope): Closure | undefined {
  if (name === "@partial-block") return scope.block;
  const file = run.partials.get(name);
  return scope.partials.get(name) ?? (file && { template: file, program: file.program });
}
