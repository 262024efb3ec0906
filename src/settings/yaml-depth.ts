import type { CST } from "yaml";

/**
 * The offset of the first value that is nested deeper than `limit`; undefined when none is.
 * Walks the library's concrete tree without recursion, since its next step recurses.
 */
export function deepestStretch(tokens: readonly CST.Token[], limit: number): number | undefined {
  const waiting = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const depth = next.depth + 1;
    if (depth > limit + 1) return next.token.offset;
    for (const token of partsOf(next.token)) waiting.push({ token, depth });
  }
  return undefined;
}

function partsOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === "document") return token.value ? [token.value] : [];
  if (!("items" in token)) return [];
  const parts: CST.Token[] = [];
  for (const { key, value } of token.items) {
    if (key) parts.push(key);
    if (value) parts.push(value);
  }
  return parts;
}
