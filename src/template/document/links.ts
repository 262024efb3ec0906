import type { Link } from "mdast";
import type { LinkTarget } from "../../document/index.ts";
import type { Building } from "./building.ts";
import { placed } from "./place.ts";

/** Where a link leads; undefined when only its text is printed. */
export function targetOf(building: Building, node: Link): LinkTarget | undefined {
  const url = node.url.trim();
  if (url.startsWith("fact:")) return undefined; // checked by the model, printed as written
  if (url.startsWith("#")) return nodeTarget(building, node, url.slice(1));
  if (isSafe(url)) return { kind: "address", url: withoutSpaces(url) };
  building.report({
    rule: "link-address-is-safe",
    severity: "warning",
    message: `The link to "${shortened(url)}" is printed as text only.`,
    ...placed(building, node),
    hints: [
      'Link to an address that begins with "https:", "http:", "mailto:" or "tel:", or to a part of this text with "#id".',
    ],
  });
  return undefined;
}

/** Control characters, and blanks in a host, are a way to hide where an address leads. */
function isSafe(url: string): boolean {
  return /^(?:https?:\/\/[^\s\p{Cc}/?#]+(?:[/?#]|$)|(?:mailto|tel):[^\s\p{Cc}])(?:[^\s\p{Cc}]| )*$/iu.test(
    url,
  );
}

/** No address has spaces (RFC 3986, 2): a number of a telephone means the same without (RFC 3966, 5.1.1). */
function withoutSpaces(url: string): string {
  return /^tel:/i.test(url) ? url.replaceAll(" ", "") : url.replaceAll(" ", "%20");
}

function nodeTarget(building: Building, node: Link, name: string): LinkTarget | undefined {
  const id = building.ids.target(decoded(name));
  if (id !== undefined) return { kind: "node", id };
  building.report({
    rule: "link-target-exists",
    severity: "warning",
    message: `Nothing in this document has the id "${shortened(name)}"; the link is printed as text only.`,
    ...placed(building, node),
    hints: ["Name the part with {#id}, or mend the link. It may be left out of this product."],
  });
  return undefined;
}

/** Percent signs undone; the text itself when they are not well-formed. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function shortened(text: string): string {
  const clean = text.replace(/\p{Cc}/gu, "\u{FFFD}");
  return clean.length > 80 ? `${clean.slice(0, 80)}…` : clean;
}
