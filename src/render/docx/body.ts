import type { FileChild, IContext, IXmlableObject } from "docx";
import type { Child } from "./element.ts";
import { Element, Written } from "./element.ts";

/** Stands for the body in what `docx` writes. */
const name = "w:written";

/**
 * The body, written by ourselves: `docx` would make objects of it and pieces of text of those, for which a table of 10,000 rows
 * has too many elements. `docx` sees one element, writes the rest of the part, and numbers the pictures.
 */
export type Body = {
  readonly child: FileChild;
  /** The part, of which `docx` made this much, in pieces that each end with a tag. */
  readonly within: (part: string) => readonly string[];
};

export function bodyOf(children: readonly FileChild[]): Body {
  let pieces: readonly string[] = [];
  let pictures: readonly string[] = [];
  const child = {
    rootKey: name,
    prepForXml(context: IContext): IXmlableObject {
      const sink = createSink();
      for (const each of children) write(each, sink, context);
      pieces = sink.pieces();
      const found = pieces
        .filter((piece) => piece.includes("rId{"))
        .flatMap((piece) => [...piece.matchAll(pictureKey)].map(([, key = ""]) => key));
      pictures = [...new Set(found)];
      return { [name]: pictures.map((key) => `{${key}}`).join("|") } as IXmlableObject;
    },
  };
  return {
    child: child as unknown as FileChild,
    within(part) {
      const start = part.indexOf(`<${name}>`);
      const end = part.indexOf(`</${name}>`);
      if (start === -1 || end === -1) throw new Error("Bug: a part without its body.");
      const numbers = part.slice(start + name.length + 2, end).split("|");
      const numberOf = new Map(pictures.map((key, index) => [key, numbers[index] ?? ""]));
      const numbered = pieces.map((piece) =>
        piece.includes("rId{")
          ? piece.replace(pictureKey, (_match, key: string) => `rId${numberOf.get(key)}"`)
          : piece,
      );
      return [part.slice(0, start), ...numbered, part.slice(end + name.length + 3)];
    },
  };
}

/** `docx` writes it where the number of a relationship will be, and has names of its own making for pictures. */
const pictureKey = /rId\{([^{}|"]+)\}"/g;

/** The element as text already, if no part has to be told of what is in it: so it takes a tenth of the memory. */
export function inText(child: FileChild): FileChild {
  if (!(child instanceof Element) || !isPlain(child)) return child;
  const sink = createSink();
  write(child, sink, undefined);
  return new Written(child.name, sink.pieces().join("")) as unknown as FileChild;
}

function isPlain(child: Child): boolean {
  if (typeof child !== "object") return true;
  return child instanceof Element && !child.isKnownToPart && child.contents.every(isPlain);
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

/** @param context absent: nothing in it is known to a part */
function write(child: Child, sink: Sink, context: IContext | undefined): void {
  if (typeof child === "string") sink.put(escaped(child));
  else if (child instanceof Written) sink.put(child.text);
  else if (child instanceof Element) writeElement(child, sink, context);
  else if (context !== undefined) sink.put(foreign(child.prepForXml(context)));
}

function writeElement(element: Element, sink: Sink, context: IContext | undefined): void {
  if (context !== undefined) element.register(context);
  const { rootKey, attributes, contents } = element;
  let start = `<${rootKey}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined)
      start += ` ${key}="${typeof value === "string" ? escaped(value) : value}"`;
  }
  const [only] = contents;
  if (only === undefined) sink.put(`${start}/>`);
  else if (contents.length === 1 && typeof only === "string")
    sink.put(`${start}>${escaped(only)}</${rootKey}>`);
  else {
    sink.put(`${start}>`);
    for (const each of contents) write(each, sink, context);
    sink.put(`</${rootKey}>`);
  }
}

/** What `docx` made of an element of its own: `{ name: [{ _attr: attributes }, child, text] }`, or less of it. */
function foreign(made: IXmlableObject | undefined): string {
  const [entry] = Object.entries(made ?? {});
  if (entry === undefined) return "";
  const [key, value] = entry as [string, unknown];
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  let attributes = "";
  let content: string | undefined;
  for (const part of parts) {
    if (typeof part !== "object" || part === null)
      content = (content ?? "") + escaped(String(part));
    else if ("_attr" in part) {
      for (const [attribute, given] of Object.entries(part._attr as object))
        attributes += ` ${attribute}="${escaped(String(given))}"`;
    } else if (Object.keys(part).length > 0)
      content = (content ?? "") + foreign(part as IXmlableObject);
  }
  return content === undefined
    ? `<${key}${attributes}/>`
    : `<${key}${attributes}>${content}</${key}>`;
}

/** As `docx` does: what XML cannot hold was taken out before. */
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
