type Entries = Readonly<Record<string, unknown>>;

/**
 * Whether two nodes, or lists of them, say the same wherever they were written: places are passed over. Parts that are the same object
 * are not looked into.
 */
export function isSameContent(one: unknown, other: unknown): boolean {
  return isSame(one, other, false);
}

/** Whether two nodes, or lists of them, say the same and were written at the same place. */
export function isSameNode(one: unknown, other: unknown): boolean {
  return isSame(one, other, true);
}

function isSame(one: unknown, other: unknown, places: boolean): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object") return false;
  if (one === null || other === null) return false;
  if (!Array.isArray(one)) return !Array.isArray(other) && holdsSame(one, other, places);
  return Array.isArray(other) && one.length === other.length && isSameList(one, other, places);
}

function isSameList(one: readonly unknown[], other: readonly unknown[], places: boolean): boolean {
  for (let index = 0; index < one.length; index++) {
    if (!isSame(one[index], other[index], places)) return false;
  }
  return true;
}

function holdsSame(one: object, other: object, places: boolean): boolean {
  const entries = one as Entries;
  const others = other as Entries;
  for (const key in entries) {
    if (key === "place" && !places) continue;
    if (!isSame(entries[key], others[key], places)) return false;
  }
  for (const key in others) {
    if (key === "place" && !places) continue;
    if (others[key] !== undefined && !(key in entries)) return false;
  }
  return true;
}
