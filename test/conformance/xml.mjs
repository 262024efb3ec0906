// A small reader of XML that is known to be well formed: the parts of a package, in the order of their tokens.
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/g;
const attribute = /([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g;

/** Tokens of three kinds: { kind: "open", name, attributes, empty }, { kind: "close", name } and { kind: "text", text }. */
export function* tokensOf(xml) {
  for (const [whole, closes, name, attributes, empty] of xml.matchAll(token)) {
    if (name === undefined) {
      if (!whole.startsWith("<")) yield { kind: "text", text: whole };
    } else if (closes !== "") yield { kind: "close", name };
    else {
      const pairs = [...attributes.matchAll(attribute)].map((pair) => [
        pair[1],
        pair[2].slice(1, -1),
      ]);
      yield { kind: "open", name, attributes: new Map(pairs), empty: empty !== "" };
    }
  }
}

export const textOf = (escaped) =>
  escaped
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, "&");

/** The parts of a package by name, in the order of the file. */
export const partsOf = (file) => new Map(Object.entries(unzipSync(readFileSync(file))));

export const isXml = (name) => /\.(xml|rels)$/i.test(name);

const decoder = new TextDecoder();
export const xmlOf = (bytes) => decoder.decode(bytes).replace(/^\uFEFF/, "");
