import { decodeNamedCharacterReference } from "decode-named-character-reference";
import type { Html } from "mdast";
import { decodeNumericCharacterReference } from "micromark-util-decode-numeric-character-reference";

/** A tag of a block that was found in running text, and stays until it is known what the text stands in. */
export type HtmlTag = Html & { readonly tag?: Tag };

/** Tells of an element: that only its content is printed, or that nothing of it is. */
export type TellElement = (html: Html, tag: Tag, what: "odd" | "refused") => void;

/** A tag as far as we read it. */
export type Tag = {
  /** In small letters. */
  readonly name: string;
  /** `</name>`. */
  readonly closes: boolean;
  readonly values: ReadonlyMap<string, string>;
  /** It has a name without a value that HTML does not have, as in `a<b and c>d`. */
  readonly bare: boolean;
};

/** Undefined for what is no tag: a declaration, an instruction, CDATA. */
export function readTag(html: string): Tag | undefined {
  const match = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)/.exec(html);
  if (match === null) return undefined;
  const values = new Map<string, string>();
  let bare = false;
  const pattern = /\s([A-Za-z_:][\w.:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
  pattern.lastIndex = match[0].length;
  for (let found = pattern.exec(html); found !== null; found = pattern.exec(html)) {
    const name = (found[1] ?? "").toLowerCase();
    bare ||= !found[0].includes("=") && !isFlag(name);
    if (!values.has(name)) values.set(name, decode(found[2] ?? found[3] ?? found[4] ?? ""));
  }
  return { name: (match[2] ?? "").toLowerCase(), closes: match[1] === "/", values, bare };
}

/** HTML's attributes that need no value. */
function isFlag(name: string): boolean {
  const flags =
    "allowfullscreen async autofocus autoplay checked compact controls default defer disabled download hidden inert loop " +
    "multiple muted novalidate nowrap open playsinline readonly required reversed selected";
  return flags.split(" ").includes(name);
}

/** Character references as the characters that they stand for. */
export function decode(value: string): string {
  if (!value.includes("&")) return value;
  return value.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/g,
    (written, decimal: string | undefined, hexadecimal: string | undefined, name = "") => {
      if (decimal !== undefined) return decodeNumericCharacterReference(decimal, 10);
      if (hexadecimal !== undefined) return decodeNumericCharacterReference(hexadecimal, 16);
      return decodeNamedCharacterReference(name) || written;
    },
  );
}
