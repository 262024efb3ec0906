import type { SaxesTagNS } from "saxes";
import { SaxesParser } from "saxes";
import { WordFileFault } from "./fault.ts";
import { limits } from "./limits.ts";
import { prefixesByUri } from "./names.ts";

/**
 * An element with its place in the text, so that a part can be changed by cutting and pasting and everything else stays as it was.
 * Offsets are in UTF-16 units of the part's text.
 */
export type XmlElement = {
  /** `w:p` with our prefix (names.ts), whatever the file's; `{address}name` for other namespaces. */
  readonly name: string;
  /** As the file spells it. */
  readonly rawName: string;
  /** Values by name with our prefix; declarations of namespaces are left out. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The spelling of attributes whose prefix is not ours. */
  readonly rawAttributes?: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Character data directly within. */
  readonly text: string;
  /** Of the start tag's `<`. */
  readonly start: number;
  /** After the start tag. */
  readonly contentStart: number;
  /** Of the end tag's `<`; `contentStart` for an empty tag. */
  readonly contentEnd: number;
  /** After the end tag. */
  readonly end: number;
};

export type XmlPart = {
  readonly text: string;
  readonly root: XmlElement;
  /** Prefixes that the root declares, with their addresses; "" is the default namespace. */
  readonly declared: ReadonlyMap<string, string>;
};

type Open = {
  name: string;
  rawName: string;
  attributes: Record<string, string>;
  rawAttributes?: Record<string, string>;
  children: Open[];
  text: string;
  start: number;
  contentStart: number;
  contentEnd: number;
  end: number;
};

const savedByWord = "Use a file that Word itself has saved.";

/** Reads a part; `path` is for the message of the `WordFileFault` that is thrown when it is not sound XML or is too large. */
export function readXml(path: string, bytes: Uint8Array): XmlPart {
  if (bytes.length > limits.xmlBytes)
    throw new WordFileFault(
      "word-file-is-safe",
      `has a part "${path}" of more than 100 MB`,
      savedByWord,
    );
  return parseXml(path, decode(path, bytes));
}

/**
 * Empty tags of what other things are put into are written as two tags in the `text` that comes back, so that there is a place within
 * them: the root, the body, section properties.
 */
export function parseXml(path: string, text: string): XmlPart {
  const prefixes = prefixesByUri();
  const parser = new SaxesParser({ xmlns: true, position: false });
  const root: { element?: Open } = {};
  const open: Open[] = [];
  const hollow: Open[] = [];
  let elements = 0;
  const unsafe = (what: string): never => {
    throw new WordFileFault("word-file-is-safe", `has a part "${path}" ${what}`, savedByWord);
  };
  parser.on("error", (error) => {
    throw new WordFileFault(
      "word-file-is-sound",
      `has a part "${path}" that is not XML: ${error.message.replace(/^[\d:]+ /, "").replace(/\.$/, "")}`,
      "Open it in Word, save it again, and use that file.",
    );
  });
  parser.on("doctype", () => unsafe("with a document type declaration, which Word does not write"));
  parser.on("text", (data) => {
    const top = open.at(-1);
    if (top !== undefined) top.text += data;
  });
  parser.on("cdata", (data) => {
    const top = open.at(-1);
    if (top !== undefined) top.text += data;
  });
  parser.on("opentag", (tag) => {
    const contentStart = parser.position;
    const element = opened(tag, text.lastIndexOf("<", contentStart - 1), contentStart, prefixes);
    const top = open.at(-1);
    if (top === undefined) root.element = element;
    else top.children.push(element);
    open.push(element);
    if (++elements > limits.elements) unsafe("of more than 3,000,000 elements");
    if (open.length > limits.depth) unsafe("with more than 400 elements within each other");
  });
  parser.on("closetag", (tag) => {
    const element = open.pop();
    if (element === undefined) return;
    element.end = parser.position;
    element.contentEnd = tag.isSelfClosing
      ? element.contentStart
      : text.lastIndexOf("<", element.end - 1);
    if (tag.isSelfClosing && (open.length === 0 || holders.includes(element.name)))
      hollow.push(element);
  });
  parser.write(text).close();
  if (hollow.length > 0) return parseXml(path, withTwoTags(text, hollow));
  if (root.element === undefined) throw new Error("Bug: XML without a root was taken as sound.");
  return { text, root: root.element, declared: declaredBy(text, root.element) };
}

const holders = ["w:body", "w:sectPr"];

/** The elements are in the order of the text. */
function withTwoTags(text: string, elements: readonly XmlElement[]): string {
  let result = "";
  let at = 0;
  for (const { rawName, end } of elements) {
    result += `${text.slice(at, end).replace(/\s*\/>$/, ">")}</${rawName}>`;
    at = end;
  }
  return result + text.slice(at);
}

function opened(
  tag: SaxesTagNS,
  start: number,
  contentStart: number,
  prefixes: ReadonlyMap<string, string>,
): Open {
  const named = (uri: string, local: string): string => {
    if (uri === "") return local;
    const prefix = prefixes.get(uri);
    return prefix === undefined ? `{${uri}}${local}` : `${prefix}:${local}`;
  };
  const attributes: Record<string, string> = {};
  let rawAttributes: Record<string, string> | undefined;
  for (const raw of Object.keys(tag.attributes)) {
    const attribute = tag.attributes[raw];
    if (attribute === undefined || attribute.prefix === "xmlns" || raw === "xmlns") continue;
    const name = named(attribute.uri, attribute.local);
    attributes[name] = attribute.value;
    if (name !== raw) {
      rawAttributes ??= {};
      rawAttributes[name] = raw;
    }
  }
  return {
    name: named(tag.uri, tag.local),
    rawName: tag.name,
    attributes,
    ...(rawAttributes === undefined ? {} : { rawAttributes }),
    children: [],
    text: "",
    start,
    contentStart,
    contentEnd: contentStart,
    end: contentStart,
  };
}

function declaredBy(text: string, root: XmlElement): ReadonlyMap<string, string> {
  const tag = text.slice(root.start, root.contentStart);
  const declared = new Map<string, string>();
  for (const [, prefix = "", double, single] of tag.matchAll(
    /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  ))
    declared.set(prefix, double ?? single ?? "");
  return declared;
}

/** Parts are UTF-8 or UTF-16 (ECMA-376 Part 2, 6.2.5). */
function decode(path: string, bytes: Uint8Array): string {
  const utf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : undefined;
  try {
    const text = new TextDecoder(utf16 ?? "utf-8", { fatal: true }).decode(bytes);
    // What is written again is UTF-8, so it must not say otherwise.
    return text.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])(?!utf-8["'])[^"']*/i, "$1UTF-8");
  } catch {
    throw new WordFileFault(
      "word-file-is-sound",
      `has a part "${path}" whose bytes are not text`,
      "Open it in Word, save it again, and use that file.",
    );
  }
}
