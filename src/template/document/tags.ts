import type { Nodes } from "mdast";
import type { Building } from "./building.ts";
import { placed } from "./place.ts";

const safe = /^(?:sub|sup|kbd|mark|u|ins|abbr|b|strong|i|em|s|del)$/;

/** Name of a safe tag that opens here, in small letters; its attributes are ignored. */
export function openTag(html: string): string | undefined {
  const name = /^<([a-z]+)(?:\s[^<>]*)?>$/i.exec(html)?.[1]?.toLowerCase();
  return name !== undefined && safe.test(name) ? name : undefined;
}

export function closeTag(html: string): string | undefined {
  const name = /^<\/([a-z]+)\s*>$/i.exec(html)?.[1]?.toLowerCase();
  return name !== undefined && safe.test(name) ? name : undefined;
}

export function lineBreakTag(html: string): boolean {
  return /^<br\s*\/?>$/i.test(html);
}

export function warnOfTag(building: Building, node: Nodes): void {
  building.report({
    rule: "html-is-not-used",
    severity: "warning",
    message: "HTML is printed as it was typed.",
    ...placed(building, node),
    hints: [
      'Write it in Markdown. Only "sub", "sup", "kbd", "mark", "u", "abbr" and "br" are understood.',
    ],
  });
}
