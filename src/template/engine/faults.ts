import type { Run } from "./run.ts";
import { say } from "./run.ts";
import type { Found, Scope } from "./scope.ts";
import { didYouMean } from "./similar-names.ts";
import type { Expression, PartialCall, Path, Print, Template } from "./template.ts";

/** So many names of fields are listed when none is similar. */
const fewFields = 12;

export function sayNoField(
  run: Run,
  template: Template,
  path: Path,
  { part, before, known }: Extract<Found, { readonly found: false }>,
): void {
  const owner =
    before === "" ? `There is no field "${part}" here` : `"${before}" has no field "${part}"`;
  const whole = part === path.original ? "" : ` (in "${path.original}")`;
  const near = didYouMean(part, known);
  const listed = near.length === 0 && known.length > 0 && known.length <= fewFields;
  const names = known.map((name) => `"${name}"`).join(", ");
  const hints = listed ? [`The fields here are ${names}.`] : near;
  say(run, template, path, "template-field-exists", `${owner}${whole}.`, hints);
}

export function sayUnprintable(run: Run, template: Template, node: Print, value: unknown): void {
  const what = Array.isArray(value) ? "a list" : "a record";
  const message = `"${nameOf(node.value)}" is ${what}, which cannot be printed.`;
  const hints = ['Print its fields, or go through it with "each".'];
  say(run, template, node, "template-value-is-printable", message, hints);
}

function nameOf(expression: Expression): string {
  if (expression.kind === "path") return expression.original;
  return expression.kind === "call" ? expression.helper : String(expression.value);
}

export function sayNoPartial(
  run: Run,
  template: Template,
  node: PartialCall,
  scope: Scope,
  name: unknown,
): void {
  const complain = (message: string, hints: readonly string[]): void =>
    say(run, template, node, "template-partial-exists", message, hints);
  if (typeof name !== "string") {
    complain("The name of this partial is not a text.", []);
  } else if (name === "@partial-block") {
    complain("No block was given to this partial.", [
      "Call it as {{#> partial}}…{{/partial}}, or give a fallback between {{#> @partial-block}} and {{/@partial-block}}.",
    ]);
  } else {
    const near = didYouMean(name, [...run.partials.keys(), ...scope.partials.keys()]);
    complain(`There is no partial "${name}".`, near);
  }
}
