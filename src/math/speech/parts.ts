import type { MathNode } from "../../document/index.ts";

/** Says a part of a formula; nothing for none. */
export type Speak = (node: MathNode | undefined) => string;

/** A phrase with what it is about in place of its `%`. */
export function filled(phrase: string, about: string): string {
  return phrase.split("%").join(about);
}

/** The signs of a part, in order. */
export function textOf(node: MathNode | undefined): string {
  if (node === undefined) return "";
  return node.name === "text" ? (node.text ?? "") : node.children.map(textOf).join("");
}

/** Signs and their names, from "+ plus; − minus". */
export function named(list: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    list.split("; ").map((item) => {
      const blank = item.indexOf(" ");
      return [item.slice(0, blank), item.slice(blank + 1)];
    }),
  );
}
