import type { Place } from "../../diagnostics/index.ts";
import type { Blocks, Phrasing } from "../../source/index.ts";
import { plainText } from "../../source/index.ts";

/**
 * What a template can print and that knows where it was written. Plain strings, numbers and booleans may stand in the
 * data as well; `null` says that a declared field is empty.
 */
export type Value = TextValue | InlineValue | BlocksValue;

export type TextValue = {
  readonly kind: "text";
  readonly text: string;
  /** Absent for text that stands in no file. */
  readonly place?: Place;
};

/** Running text with its markup. */
export type InlineValue = {
  readonly kind: "inline";
  readonly nodes: Phrasing;
  readonly place?: Place;
};

/** Paragraphs, lists, tables and so on. */
export type BlocksValue = {
  readonly kind: "blocks";
  readonly nodes: Blocks;
  readonly place?: Place;
};

export function textValue(text: string, place?: Place): TextValue {
  return place === undefined ? { kind: "text", text } : { kind: "text", text, place };
}

export function inlineValue(nodes: Phrasing, place?: Place): InlineValue {
  return place === undefined ? { kind: "inline", nodes } : { kind: "inline", nodes, place };
}

export function blocksValue(nodes: Blocks, place?: Place): BlocksValue {
  return place === undefined ? { kind: "blocks", nodes } : { kind: "blocks", nodes, place };
}

/** Records of the data have other kinds, or none. */
export function isValue(candidate: unknown): candidate is Value {
  if (typeof candidate !== "object" || candidate === null || !("kind" in candidate)) return false;
  if (candidate.kind === "text") return "text" in candidate && typeof candidate.text === "string";
  if (candidate.kind !== "inline" && candidate.kind !== "blocks") return false;
  return "nodes" in candidate && Array.isArray(candidate.nodes);
}

/** What a printed thing is worth as a value; `undefined` when it cannot be printed: a record, a list, a function. */
export function toValue(printed: unknown): Value | undefined {
  if (isValue(printed)) return printed;
  if (printed === null || printed === undefined) return { kind: "text", text: "" };
  if (typeof printed === "string") return { kind: "text", text: printed };
  if (typeof printed === "number" || typeof printed === "boolean") {
    return { kind: "text", text: String(printed) };
  }
  return undefined;
}

/** The words alone, for what holds no markup: code, addresses, alternative texts, attributes, comparisons. */
export function valueText(value: Value): string {
  return value.kind === "text" ? value.text : plainText(value.nodes);
}

/** What helpers compare: the words of our values, anything else unchanged. */
export function bare(candidate: unknown): unknown {
  return isValue(candidate) ? valueText(candidate) : candidate;
}

/** Falsy in the sense of Handlebars: nothing, false, zero, no characters, no nodes, no items. */
export function isEmpty(candidate: unknown, zeroCounts: boolean): boolean {
  if (isValue(candidate))
    return candidate.kind === "text" ? candidate.text === "" : candidate.nodes.length === 0;
  if (candidate === 0) return !zeroCounts;
  return !candidate || (Array.isArray(candidate) && candidate.length === 0);
}
