import type { Place } from "../../diagnostics/index.ts";
import { placeAt } from "../../diagnostics/index.ts";
import { placeBetween } from "./lines.ts";

/** One file of a template as read, its white space control already done. Plain data: it can be kept as JSON. */
export type Template = {
  readonly file: string;
  /** Offsets of the line starts in the file, its line ends counted as one character. */
  readonly lineStarts: readonly number[];
  readonly program: Program;
};

/** Where a node stands in its file, in characters; `end` is exclusive. */
export type Span = { readonly at: number; readonly end: number };

export type Program = {
  readonly body: readonly Statement[];
  /** Block parameters: `as |item index|`. */
  readonly parameters: readonly string[];
};

export type Statement = Content | Print | Block | PartialCall | InlinePartial;

/** Text of the template; one character for each of the file from `at` on. */
export type Content = { readonly kind: "content"; readonly at: number; readonly text: string };

export type Print = Span & { readonly kind: "print"; readonly value: Expression };

export type Block = Span & {
  readonly kind: "block";
  readonly call: HelperCall;
  /** Absent in `{{^if}}`. */
  readonly body?: Program;
  /** What follows `{{else}}`. */
  readonly otherwise?: Program;
};

export type PartialCall = Span & {
  readonly kind: "partial";
  /** A name, or an expression that gives one. */
  readonly name: string | Expression;
  /** What `this` is inside; absent: as outside. */
  readonly context?: Expression;
  readonly named: readonly Named[];
  /** Blanks before the call when it stands alone on its line; they are written before every line. */
  readonly indent: string;
  /** Of `{{#> name}}…{{/name}}`. */
  readonly block?: Program;
};

/** `{{#*inline "name"}}…{{/inline}}` */
export type InlinePartial = Span & {
  readonly kind: "inline-partial";
  readonly name: string;
  readonly body: Program;
};

export type Expression = Path | HelperCall | Literal;

export type Path = Span & {
  readonly kind: "path";
  readonly original: string;
  /** Begins with `@`. */
  readonly data: boolean;
  /** How many `../` it begins with. */
  readonly depth: number;
  /** Begins with `this` or a dot, so that it never means a block parameter. */
  readonly scoped: boolean;
  readonly parts: readonly string[];
};

export type HelperCall = Span & {
  readonly kind: "call";
  readonly helper: string;
  readonly values: readonly Expression[];
  readonly named: readonly Named[];
};

export type Literal = Span & {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
};

export type Named = { readonly name: string; readonly value: Expression };

/** Where a node of the template stands, for the author; of what has no end, its beginning. */
export function placeOf(template: Template, node: Content | Span): Place {
  const { file, lineStarts } = template;
  return "end" in node
    ? placeBetween(file, lineStarts, node.at, node.end)
    : placeAt(file, lineStarts, node.at);
}
