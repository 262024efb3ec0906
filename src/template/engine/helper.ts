/**
 * What a helper is given. Blocks write to the output themselves and give nothing back, so a helper can choose and repeat
 * what a template wrote, never rewrite it; that keeps every place true and values out of reach of the text.
 */
export type Call = {
  /** The helper's name, for what it has to say. */
  readonly name: string;
  readonly values: readonly unknown[];
  readonly named: ReadonlyMap<string, unknown>;
  /** `this` where the helper is called. */
  readonly context: unknown;
  /** Runs what stands in the block; absent outside of block calls. `data` are further `@` names, `locals` its block parameters. */
  readonly block?: (
    context: unknown,
    data?: Readonly<Record<string, unknown>>,
    locals?: readonly unknown[],
  ) => void;
  /** Runs what stands after `{{else}}`; nothing when there is none. */
  readonly otherwise: () => void;
  readonly complain: (rule: string, message: string, hints?: readonly string[]) => void;
};

/** What it gives back is printed, or is an argument of another call; a block helper gives nothing back. */
export type Helper = (call: Call) => unknown;

export const argumentsRule = "template-helper-arguments-fit";

/** Whether the call has as many values as it should; says so if not. `usage` shows the right form. */
export function hasValues(call: Call, least: number, most: number, usage: string): boolean {
  const { length } = call.values;
  if (length >= least && length <= most) return true;
  const should =
    least === most
      ? `${least}`
      : most === Number.POSITIVE_INFINITY
        ? `at least ${least}`
        : `${least} to ${most}`;
  const noun = should === "1" ? "value" : "values";
  const message = `The helper "${call.name}" takes ${should} ${noun} and was given ${length}.`;
  call.complain(argumentsRule, message, [`Write ${usage}.`]);
  return false;
}
