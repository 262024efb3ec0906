import type { Child, Element, FileChild, Part } from "./element.ts";
import { Late, Written } from "./element.ts";

/** Elements as text, in pieces that each end with a tag: a table of 10,000 rows is too long for one string at a time. */
export function piecesOf(children: readonly Child[], part: Part): readonly string[] {
  const sink = createSink();
  for (const each of children) write(each, sink, part);
  return sink.pieces();
}

/** The element as text already, if no part has to be asked for what is in it: so it takes a tenth of the memory. */
export function inText(child: FileChild): FileChild {
  if (!isPlain(child)) return child;
  const sink = createSink();
  write(child, sink, undefined);
  return new Written(child.name, sink.pieces().join(""));
}

function isPlain(child: Child): boolean {
  if (typeof child !== "object") return true;
  return !(child instanceof Late) && child.contents.every(isPlain);
}

type Sink = {
  /** Takes whole tags. */
  readonly put: (text: string) => void;
  readonly pieces: () => readonly string[];
};

const mostParts = 4_000;

function createSink(): Sink {
  const pieces: string[] = [];
  let parts: string[] = [];
  const close = (): void => {
    pieces.push(parts.join(""));
    parts = [];
  };
  return {
    put(text) {
      parts.push(text);
      if (parts.length === mostParts) close();
    },
    pieces() {
      if (parts.length > 0) close();
      return pieces;
    },
  };
}

/** @param part absent: nothing in it is made late */
function write(child: Child, sink: Sink, part: Part | undefined): void {
  if (typeof child === "string") sink.put(escaped(child));
  else if (child instanceof Written) sink.put(child.text);
  else if (!(child instanceof Late)) writeElement(child, sink, part);
  else if (part !== undefined) for (const each of child.within(part)) write(each, sink, part);
}

function writeElement(element: Element, sink: Sink, part: Part | undefined): void {
  const { name, attributes, contents } = element;
  let start = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined)
      start += ` ${key}="${typeof value === "string" ? escaped(value) : value}"`;
  }
  const [only] = contents;
  if (only === undefined) sink.put(`${start}/>`);
  else if (contents.length === 1 && typeof only === "string")
    sink.put(`${start}>${escaped(only)}</${name}>`);
  else {
    sink.put(`${start}>`);
    for (const each of contents) write(each, sink, part);
    sink.put(`</${name}>`);
  }
}

/** What XML cannot hold is left out. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  if (!/[&"'<>\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) return text;
  return (
    text
      .replaceAll("&", "&amp;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&apos;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
  );
}
