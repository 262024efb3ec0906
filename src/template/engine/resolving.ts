import type { Nodes } from "mdast";
import type { Place, Report } from "../../diagnostics/index.ts";
import type { Attributes, RootContent } from "../../source/index.ts";
import type { IdRegister } from "./ids.ts";
import { ownerOfText, takeId } from "./ids.ts";
import type { Output, Printed } from "./output.ts";
import { templatePlace } from "./output.ts";
import { holdsToken, splitTokens } from "./token.ts";
import { valueText } from "./value.ts";

/** What the resolving of one tree shares. */
export type Resolving = {
  readonly output: Output;
  /** Takes a diagnostic; the same one at the same place, as in a loop, is told once. */
  readonly report: Report;
  readonly ids: IdRegister;
  /** Notes that were met, so that two references to one still share its blocks. */
  readonly notes: Map<readonly Nodes[], RootContent[]>;
  /** Depth of the heading of the template that we are under; 0 before the first. */
  depth: number;
};

export function printOf({ output }: Resolving, number: number): Printed {
  const print = output.prints[number];
  if (print === undefined) throw new Error(`Bug: no print has the number ${number}.`);
  return print;
}

export function warn(
  { output, report }: Resolving,
  rule: string,
  print: Printed,
  message: string,
  hint: string,
): void {
  const place = templatePlace(output, print.at);
  report({ rule, severity: "warning", message, ...(place && { place }), hints: [hint] });
}

/** Tokens at a place that holds characters only. */
export function inText(state: Resolving, text: string, where: string): string {
  if (!holdsToken(text)) return text;
  const pieces = splitTokens(text);
  return pieces
    .map((piece) => (typeof piece === "string" ? piece : words(state, piece, where)))
    .join("");
}

function words(state: Resolving, number: number, where: string): string {
  const print = printOf(state, number);
  if (print.value.kind !== "text" && print.value.nodes.some(hasMarkup)) {
    const message = `Markup was dropped in ${where}, which holds plain text only.`;
    warn(state, "markup-has-a-place", print, message, "Print a plain field here.");
  }
  return valueText(print.value);
}

function hasMarkup(node: Nodes): boolean {
  return node.type !== "text";
}

/** A node that the template wrote: its place is in the template, not in the generated text; its id is taken. */
export function written<Node extends Nodes>(state: Resolving, node: Node): Node {
  const place = templatePlace(state.output, node.position?.start.offset ?? 0);
  const attributes = node.data?.attributes;
  const given =
    attributes === undefined
      ? node
      : withAttributes(node, resolvedAttributes(state, attributes, place));
  return placed(given, place);
}

/** A node with a place instead of a position: what did not come from the source as it is. */
export function placed<Node extends Nodes>(node: Node, place: Place | undefined): Node {
  const { position: _, ...rest } = node;
  return { ...rest, ...(place && { place }) } as unknown as Node;
}

export function withAttributes<Node extends Nodes>(
  node: Node,
  attributes: Attributes | undefined,
): Node {
  const { attributes: _, ...others } = node.data ?? {};
  return { ...node, data: attributes === undefined ? others : { ...others, attributes } };
}

/** An id or class that prints nothing is none; an id that something else has already is dropped. */
function resolvedAttributes(
  state: Resolving,
  { id, classes, values }: Attributes,
  place: Place | undefined,
): Attributes {
  const name = id === undefined ? "" : inText(state, id, "an id");
  const owner = ownerOfText(id !== undefined && holdsToken(id), place);
  const free = name !== "" && takeId(state.ids, name, owner, state.report);
  const resolved = [...values].map(
    ([key, value]) => [key, inText(state, value, `the attribute "${key}"`)] as const,
  );
  return {
    classes: classes.map((each) => inText(state, each, "a class")).filter((each) => each !== ""),
    values: new Map(resolved),
    ...(free && { id: name }),
  };
}
