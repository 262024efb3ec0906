type Entries = Readonly<Record<string, unknown>>;

/**
 * Whether two nodes, or lists of them, say the same wherever they were written: places are passed over. Parts that are the same object
 * are not looked into.
 */
export function isSameContent(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object") return false;
  if (one === null || other === null) return false;
  if (!Array.isArray(one)) return !Array.isArray(other) && holdsSame(one, other);
  return Array.isArray(other) && one.length === other.length && isSameList(one, other);
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  for (let index = 0; index < one.length; index++) {
    if (!isSameContent(one[index], other[index])) return false;
  }
  return true;
}

function holdsSame(one: object, other: object): boolean {
  const entries = one as Entries;
  const others = other as Entries;
  for (const key in entries) {
    if (key !== "place" && !isSameContent(entries[key], others[key])) return false;
  }
  for (const key in others) {
    if (key !== "place" && others[key] !== undefined && !(key in entries)) return false;
  }
  return true;
}
