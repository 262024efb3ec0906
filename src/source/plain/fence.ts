import type { Code } from "mdast";
import type { Line } from "./lines.ts";
import { endOf, startOf } from "./lines.ts";
import type { FoundBlock } from "./scope.ts";

/** Code between fences of backticks at the first column, closed (CommonMark 4.5). */
export function readFence(
  text: string,
  lines: readonly Line[],
  at: number,
): FoundBlock | undefined {
  const opening = lines[at];
  if (opening === undefined) return undefined;
  const written = text.slice(opening.start, opening.end);
  const match = /^(`{3,})([^\s`\\&{}]*)(?: ([^\s`\\&{}][^`\\&{}]*))?$/.exec(written);
  const [, fence = "", language = "", meta] = match ?? [];
  if (match === null || (language === "" && meta !== undefined)) return undefined;
  if (meta?.endsWith(" ") === true || meta?.includes("\t") === true) return undefined;
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined) return undefined;
    const content = text.slice(line.start, Math.min(line.end, line.start + 200));
    if (!/^ {0,3}`{3}/.test(content)) continue;
    if (content !== fence || line.end - line.start !== fence.length) return undefined;
    const from = opening.end + 1;
    const node: Code = {
      type: "code",
      lang: language === "" ? null : language,
      meta: meta ?? null,
      value: next === at + 1 ? "" : text.slice(from, line.start - 1),
      position: { start: startOf(opening), end: endOf(line) },
    };
    return { node, next: next + 1 };
  }
  return undefined;
}
