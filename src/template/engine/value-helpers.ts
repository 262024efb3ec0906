import type { Call, Helper } from "./helper.ts";
import { argumentsRule, hasValues } from "./helper.ts";
import { field, fieldNames } from "./scope.ts";
import { didYouMean } from "./similar-names.ts";
import { bare, isEmpty, isValue, toValue } from "./value.ts";
import { joinValues, mapText } from "./value-making.ts";

const any = Number.POSITIVE_INFINITY;

/** Helpers that give a value: they compare, choose and join what the data holds. None depends on a locale. */
export const valueHelpers: readonly (readonly [string, Helper])[] = [
  ["lookup", lookup],
  ["eq", (call) => isOneOf(call, "(eq field value)")],
  ["ne", (call) => !isOneOf(call, "(ne field value)")],
  ["gt", (call) => compare(call, (order) => order > 0)],
  ["ge", (call) => compare(call, (order) => order >= 0)],
  ["lt", (call) => compare(call, (order) => order < 0)],
  ["le", (call) => compare(call, (order) => order <= 0)],
  ["and", (call) => pick(call, (value) => isEmpty(value, false))],
  ["or", (call) => pick(call, (value) => !isEmpty(value, false))],
  ["not", (call) => hasValues(call, 1, 1, "(not field)") && isEmpty(call.values[0], false)],
  [
    "default",
    (call) => (hasValues(call, 2, any, "{{default field other}}") ? fallback(call) : null),
  ],
  ["count", count],
  ["join", join],
  ["plural", plural],
  ["upper", (call) => changeCase(call, (text) => text.toUpperCase())],
  ["lower", (call) => changeCase(call, (text) => text.toLowerCase())],
];

/** `{{lookup record key}}`; a key that may be missing needs `default=`. */
function lookup(call: Call): unknown {
  if (!hasValues(call, 2, 2, "{{lookup record key}}")) return null;
  const [holder, key] = call.values;
  const name = String(bare(key) ?? "");
  const found = field(holder, name);
  if (found !== undefined) return found.value;
  if (call.named.has("default")) return call.named.get("default");
  const message = `"lookup" found no field "${name}".`;
  const hints = didYouMean(name, fieldNames(holder));
  call.complain("template-field-exists", message, [
    ...hints,
    "If it may be missing, add default=null.",
  ]);
  return null;
}

/** Whether the first value is one of the others. A number equals the text that is written like it. */
function isOneOf(call: Call, usage: string): boolean {
  if (!hasValues(call, 2, any, usage)) return false;
  const [first, ...others] = call.values.map(comparable);
  return others.includes(first);
}

function comparable(candidate: unknown): unknown {
  const value = bare(candidate);
  return typeof value === "number" ? String(value) : (value ?? null);
}

/** Numbers by size; other texts by code unit, which is the order of ISO dates. An empty value holds no comparison. */
function compare(call: Call, holds: (order: number) => boolean): boolean {
  if (!hasValues(call, 2, 2, `(${call.name} field value)`)) return false;
  const [a, b] = call.values.map(bare);
  if (isEmpty(a, true) || isEmpty(b, true)) return false;
  const [first, second] = [numeric(a), numeric(b)];
  if (first !== undefined && second !== undefined) return holds(first - second);
  if (typeof a === "string" && typeof b === "string") return holds(a < b ? -1 : a > b ? 1 : 0);
  call.complain(argumentsRule, `"${call.name}" can compare two numbers or two texts only.`);
  return false;
}

function numeric(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** As in JavaScript: the first value that settles it, else the last. */
function pick(call: Call, settles: (value: unknown) => boolean): unknown {
  if (!hasValues(call, 1, any, `(${call.name} field other)`)) return null;
  const index = call.values.findIndex(settles);
  return call.values[index === -1 ? call.values.length - 1 : index];
}

/** The first value that is not empty; `false` and `0` are not empty. */
function fallback({ values }: Call): unknown {
  const full = (value: unknown): boolean => value === false || !isEmpty(value, true);
  return values.find(full) ?? null;
}

function count(call: Call): number {
  if (!hasValues(call, 1, 1, "{{count list}}")) return 0;
  const [list] = call.values;
  return Array.isArray(list) ? list.length : fieldNames(list).length;
}

/** `{{join list ", " last=" and "}}`: values with markup keep it; empty ones are left out. */
function join(call: Call): unknown {
  const usage = '{{join list ", "}}';
  if (!hasValues(call, 1, 2, usage)) return null;
  const [list, between = ", "] = call.values;
  if (isEmpty(list, true)) return null;
  const values = Array.isArray(list)
    ? list.filter((item) => !isEmpty(item, true)).map(toValue)
    : [];
  if (!Array.isArray(list) || values.includes(undefined)) {
    call.complain(argumentsRule, '"join" takes a list of values that can be printed.', [
      `Write ${usage}.`,
    ]);
    return null;
  }
  const separator = String(bare(between) ?? "");
  const last = String(bare(call.named.get("last")) ?? separator);
  const printable = values.filter((value) => value !== undefined);
  return joinValues(printable, separator, last, () =>
    call.complain(argumentsRule, '"join" cannot join lists or several paragraphs.'),
  );
}

/** `{{plural number one=… other=…}}`; `zero=` serves languages in which none is singular. */
function plural(call: Call): unknown {
  const usage = "{{plural number one=… other=…}}";
  if (!hasValues(call, 1, 1, usage)) return null;
  const number = numeric(bare(call.values[0]));
  if (number === undefined || !call.named.has("one") || !call.named.has("other")) {
    call.complain(argumentsRule, '"plural" takes a number and two forms.', [`Write ${usage}.`]);
    return null;
  }
  if (number === 0 && call.named.has("zero")) return call.named.get("zero");
  return call.named.get(number === 1 ? "one" : "other");
}

function changeCase(call: Call, change: (text: string) => string): unknown {
  if (!hasValues(call, 1, 1, `{{${call.name} field}}`)) return null;
  const value = toValue(call.values[0]);
  if (value !== undefined)
    return isValue(call.values[0]) ? mapText(value, change) : change(String(bare(value)));
  call.complain(argumentsRule, `"${call.name}" takes a value that can be printed.`);
  return null;
}
