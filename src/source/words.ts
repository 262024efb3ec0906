import type { Nodes } from "mdast";
import { childLists } from "./children.ts";

/** The words alone, blanks collapsed: texts, code and the descriptions of images; notes are left out. */
export function plainText(nodes: readonly Nodes[]): string {
  const parts: string[] = [];
  for (const node of nodes) gather(node, parts);
  return parts
    .join("")
    .replace(/[ \t\n]+/g, " ")
    .trim();
}

/** About how long the words are: their length in `plainText` at least, without making it. */
export function textLength(nodes: readonly Nodes[]): number {
  const parts: string[] = [];
  for (const node of nodes) gather(node, parts);
  let length = 0;
  for (const part of parts) length += part.length;
  return length;
}

function gather(node: Nodes, parts: string[]): void {
  switch (node.type) {
    case "text":
    case "inlineCode":
    case "inlineMath":
      parts.push(node.value);
      return;
    case "code":
    case "html":
    case "math":
      parts.push(" ", node.value, " ");
      return;
    case "image":
    case "imageReference":
      parts.push(node.alt ?? "");
      return;
    case "break":
      parts.push(" ");
      return;
    case "footnote":
    case "footnoteDefinition":
      return;
    default: {
      const lists = childLists(node);
      const block = !running.has(node.type);
      if (block) parts.push(" ");
      for (const list of lists) for (const child of list) gather(child, parts);
      if (block) parts.push(" ");
    }
  }
}

const running = new Set<string>(["emphasis", "strong", "delete", "link", "linkReference"]);

/**
 * The id of a heading from its words: small letters, digits and hyphens, accents dropped. Letters of other scripts stay.
 * An elided word of French is a word (`l'été` is `l-ete`), other apostrophes go (`Canada's` is `canadas`).
 * `section` when nothing is left, `s-` before a digit. A text of thousands of words has the id of its first ones, since the
 * ids of all that it holds begin with it.
 */
export function slugOf(text: string): string {
  const slug = shortened(asciiSlug(text) ?? slugOfAny(text));
  if (slug === "") return "section";
  const first = slug.charCodeAt(0);
  const isNumber = first < 128 ? first < 58 : /^\p{N}/u.test(slug);
  return isNumber ? `s-${slug}` : slug;
}

const longestSlug = 200;

function shortened(slug: string): string {
  if (slug.length <= longestSlug) return slug;
  // Not between the two halves of a character.
  return slug.slice(0, longestSlug + 1).replace(/-[^-]*$|[\ud800-\udbff]?.$/, "");
}

/** Of plain letters, with the signs of running text; most are, and the patterns for all scripts are slow to compile. */
function asciiSlug(text: string): string | undefined {
  if (!/^[\x20-\x7e’“”–—]*$/.test(text)) return undefined;
  const elided = /(?<![A-Za-z0-9])([cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)[’'](?=[a-z]{2})/gi;
  const whole = /[’']/.test(text) ? text.replace(elided, "$1-").replace(/[’']/g, "") : text;
  return whole
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function slugOfAny(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(
      /(?<![\p{L}\p{N}])([cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)[’'](?=\p{L}{2})/giu,
      "$1-",
    )
    .replace(/[’']/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
