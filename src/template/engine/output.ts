import type { Place } from "../../diagnostics/index.ts";
import { placeAt } from "../../diagnostics/index.ts";
import type { Content, Span, Template } from "./template.ts";
import { tokenOf } from "./token.ts";
import type { Value } from "./value.ts";

/** The generated Markdown with tokens in it, and where each stretch came from. */
export type Output = {
  readonly text: string;
  /** In order of `at`. */
  readonly stretches: readonly Stretch[];
  /** What was printed, by number of its token. */
  readonly prints: readonly Printed[];
};

/** From output offset `at` on, text comes from `template` at `from` onwards, or all from `from` when `fixed`. */
export type Stretch = {
  readonly at: number;
  readonly template: Template;
  readonly from: number;
  readonly fixed: boolean;
};

export type Printed = {
  readonly value: Value;
  /** Offsets of its token in the output. */
  readonly at: number;
  readonly end: number;
};

/** The place in the templates of an offset of the output; absent when nothing was written. */
export function templatePlace(output: Output, offset: number): Place | undefined {
  const stretch = stretchAt(output.stretches, offset);
  if (stretch === undefined) return undefined;
  const { template, from, fixed, at } = stretch;
  return placeAt(
    template.file,
    template.lineStarts,
    fixed ? from : from + Math.max(0, offset - at),
  );
}

/** The last stretch that begins at the offset or before, by bisection. */
function stretchAt(stretches: readonly Stretch[], offset: number): Stretch | undefined {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return stretches[low];
}

/** Collects output. Indentation of partials is written as Handlebars does: before every line, empty ones too. */
export type Writer = {
  readonly content: (template: Template, node: Content) => void;
  readonly print: (value: Value, template: Template, node: Span) => void;
  readonly indented: (indent: string, template: Template, node: Span, write: () => void) => void;
  readonly length: () => number;
  readonly output: () => Output;
};

type Source = Omit<Stretch, "at">;

export function createWriter(): Writer {
  const pieces: string[] = [];
  const stretches: Stretch[] = [];
  const prints: Printed[] = [];
  const indents: { readonly text: string; readonly source: Source; pending: boolean }[] = [];
  let length = 0;

  function put(text: string, { template, from, fixed }: Source): void {
    stretches.push({ at: length, template, from, fixed });
    pieces.push(text);
    length += text.length;
  }

  function putLine(text: string, source: Source): void {
    for (const indent of indents) {
      if (indent.pending) put(indent.text, indent.source);
      indent.pending = false;
    }
    put(text, source);
    if (text.endsWith("\n")) for (const indent of indents) indent.pending = true;
  }

  return {
    content(template, { at, text }) {
      if (indents.length === 0) return put(text, { template, from: at, fixed: false });
      for (let start = 0; start < text.length; ) {
        const end = text.indexOf("\n", start) + 1 || text.length;
        putLine(text.slice(start, end), { template, from: at + start, fixed: false });
        start = end;
      }
    },
    print(value, template, node) {
      const token = tokenOf(prints.length);
      putLine(token, { template, from: node.at, fixed: true });
      prints.push({ value, at: length - token.length, end: length });
    },
    indented(indent, template, node, write) {
      if (indent === "") return write();
      const source = { template, from: node.at, fixed: true };
      indents.push({ text: indent, source, pending: true });
      write();
      indents.pop();
    },
    length: () => length,
    output: () => ({ text: pieces.join(""), stretches, prints }),
  };
}
