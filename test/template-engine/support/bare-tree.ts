/** A tree without places, neighbouring texts joined, for comparing. */
export function bareTree(node: unknown): unknown {
  if (Array.isArray(node)) return joined(node.map(bareTree));
  if (node instanceof Map) return [...node];
  if (typeof node !== "object" || node === null) return node;
  const kept = Object.entries(node)
    .filter(([key]) => key !== "position" && key !== "place")
    .map(([key, value]) => [key, bareTree(value)] as const)
    .filter(([, value]) => value !== undefined && value !== null)
    .filter(([key, value]) => key !== "data" || Object.keys(value as object).length > 0);
  return Object.fromEntries(kept);
}

function joined(nodes: readonly unknown[]): unknown[] {
  const result: unknown[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (isText(node) && isText(last)) {
      result[result.length - 1] = { ...last, value: last.value + node.value };
    } else if (!isText(node) || node.value !== "") result.push(node);
  }
  return result;
}

function isText(node: unknown): node is { type: "text"; value: string } {
  return typeof node === "object" && node !== null && "type" in node && node.type === "text";
}

/** The tree in which a harmless word stands, with that word replaced in every string. */
export function substituted(node: unknown, word: string, by: string): unknown {
  if (typeof node === "string") return node.split(word).join(by);
  if (Array.isArray(node)) return node.map((child) => substituted(child, word, by));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, substituted(value, word, by)]),
  );
}
