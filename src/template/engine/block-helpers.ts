import type { Call, Helper } from "./helper.ts";
import { argumentsRule, hasValues } from "./helper.ts";
import { field, fieldNames } from "./scope.ts";
import { isEmpty, isValue } from "./value.ts";

/** Handlebars' own blocks, over our values. */
export const blockHelpers: readonly (readonly [string, Helper])[] = [
  ["if", (call) => choose(call, !isEmpty(call.values[0], includesZero(call)))],
  ["unless", (call) => choose(call, isEmpty(call.values[0], includesZero(call)))],
  ["with", within],
  ["each", each],
];

function choose(call: Call, holds: boolean): void {
  const usage = `{{#${call.name} field}}…{{/${call.name}}}`;
  if (!hasValues(call, 1, 1, usage) || !isBlock(call, usage)) return;
  if (holds) call.block?.(call.context);
  else call.otherwise();
}

function includesZero(call: Call): boolean {
  return call.named.get("includeZero") === true;
}

function within(call: Call): void {
  const usage = "{{#with record}}…{{/with}}";
  if (!hasValues(call, 1, 1, usage) || !isBlock(call, usage)) return;
  const [value] = call.values;
  if (isEmpty(value, false)) call.otherwise();
  else call.block?.(value, undefined, [value]);
}

function each(call: Call): void {
  const usage = "{{#each list}}…{{/each}}";
  if (!hasValues(call, 1, 1, usage) || !isBlock(call, usage)) return;
  const [over] = call.values;
  if (!isEmpty(over, true) && (typeof over !== "object" || isValue(over))) {
    call.complain(argumentsRule, '"each" was given a single value, not a list or a record.', [
      "Print the value itself, or choose with {{#if …}}.",
    ]);
    return;
  }
  const keys: readonly (string | number)[] = Array.isArray(over)
    ? Array.from(over.keys())
    : fieldNames(over);
  if (keys.length === 0) call.otherwise();
  keys.forEach((key, index) => {
    const item = Array.isArray(over) ? over[index] : field(over, String(key))?.value;
    const data = { key, index, first: index === 0, last: index === keys.length - 1 };
    call.block?.(item, data, [item, key]);
  });
}

function isBlock(call: Call, usage: string): boolean {
  if (call.block !== undefined) return true;
  call.complain(argumentsRule, `The helper "${call.name}" needs a block.`, [`Write ${usage}.`]);
  return false;
}
