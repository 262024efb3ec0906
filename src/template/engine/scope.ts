import type { Path, Program, Template } from "./template.ts";
import { isValue } from "./value.ts";

/** What a path of a template can see. Scopes are never changed, only extended. */
export type Scope = {
  /** `this`. */
  readonly context: unknown;
  /** What `../` sees; undefined at the top of a template and of a partial. */
  readonly outer: Scope | undefined;
  /** `@root`, `@index`, `@key`, `@first`, `@last`. */
  readonly data: Data;
  /** Block parameters, innermost first. */
  readonly locals: readonly Readonly<Record<string, unknown>>[];
  /** Inline partials, innermost definitions winning. */
  readonly partials: ReadonlyMap<string, Closure>;
  /** What `{{> @partial-block}}` prints; undefined where no block was given. */
  readonly block: Closure | undefined;
};

export type Data = {
  readonly values: Readonly<Record<string, unknown>>;
  /** What `@../` sees, and what has the names that are not in `values`; undefined at the top. */
  readonly outer: Data | undefined;
};

/** A piece of template with the scope that it was written in; a partial file has none. */
export type Closure = {
  readonly template: Template;
  readonly program: Program;
  readonly scope?: Scope;
};

/** What a path leads to, or its first part that leads nowhere, and the names that were there instead. */
export type Found =
  | { readonly found: true; readonly value: unknown }
  | {
      readonly found: false;
      readonly part: string;
      readonly before: string;
      readonly known: readonly string[];
    };

/** Follows a path over own data fields only: prototypes, getters and functions are out of reach by construction. */
export function follow(path: Path, scope: Scope): Found {
  const start = beginning(path, scope);
  let { value } = start;
  for (let index = start.from; index < path.parts.length; index++) {
    const part = path.parts[index] ?? "";
    const step = field(value, part);
    if (step === undefined) {
      const before = path.parts.slice(0, index).join(".");
      return { found: false, part, before, known: fieldNames(value) };
    }
    value = step.value;
  }
  return { found: true, value };
}

type Beginning = { readonly value: unknown; readonly from: number };

function beginning(path: Path, scope: Scope): Beginning {
  const [first] = path.parts;
  if (path.data) return { value: dataWith(first, path.depth, scope.data), from: 0 };
  if (!path.scoped && first !== undefined) {
    for (const names of scope.locals) {
      if (Object.hasOwn(names, first)) return { value: names[first], from: 1 };
    }
  }
  let at: Scope | undefined = scope;
  for (let depth = path.depth; depth > 0; depth--) at = at?.outer;
  return { value: at?.context, from: 0 };
}

/** The values that have this name, in this loop or one around it; the innermost when none has. */
function dataWith(
  name: string | undefined,
  depth: number,
  innermost: Data,
): Data["values"] | undefined {
  let data: Data | undefined = innermost;
  for (let level = depth; level > 0; level--) data = data?.outer;
  for (let at = data; at !== undefined; at = at.outer) {
    if (name !== undefined && Object.hasOwn(at.values, name)) return at.values;
  }
  return data?.values;
}

/**
 * One step: an own enumerable data field, an item or the length of a list, or an entry of a map; `undefined` when there
 * is none. Printable values have no fields.
 */
export function field(holder: unknown, name: string): { readonly value: unknown } | undefined {
  if (typeof holder !== "object" || holder === null || isValue(holder)) return undefined;
  if (holder instanceof Map) return holder.has(name) ? { value: holder.get(name) } : undefined;
  if (Array.isArray(holder) && name === "length") return { value: holder.length };
  const property = Object.getOwnPropertyDescriptor(holder, name);
  if (property === undefined || !property.enumerable || !("value" in property)) return undefined;
  return typeof property.value === "function" ? undefined : { value: property.value };
}

/** The names of the fields of a record, in its order; none for a list or a value. */
export function fieldNames(holder: unknown): readonly string[] {
  if (typeof holder !== "object" || holder === null || isValue(holder)) return [];
  if (holder instanceof Map) return [...holder.keys()].filter((key) => typeof key === "string");
  return Array.isArray(holder) ? [] : Object.keys(holder).filter((name) => field(holder, name));
}

/** A scope one level in; `../` leads back only when `this` changed, as in Handlebars. */
export function enter(scope: Scope, context: unknown, data: Data, locals: Scope["locals"]): Scope {
  const outer = context === scope.context ? scope.outer : scope;
  return { context, outer, data, locals, partials: scope.partials, block: scope.block };
}
