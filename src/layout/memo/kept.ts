/** Values by content: by the very object first, since what an edit does not touch is often the same object as before. */
export type Kept<Value> = {
  /** The value of an object that is equal to this one, as far as `text` says; `text` is only called when the object is new. */
  readonly get: (node: object, text: () => string) => Value | undefined;
  readonly set: (node: object, text: () => string, value: Value) => void;
};

/** Entries that are kept at least, and half of those that are kept at most, unless another number is given. */
const usuallyKept = 30_000;

/** Without a place in the source: where a text was written changes nothing in how it is set. */
export function contentOf(node: unknown): string {
  return JSON.stringify(node, (key, value) => (key === "place" ? undefined : value));
}

/** Bounded: what was not asked for while many others were is let go. */
export function keptByContent<Value>(leastKept: number = usuallyKept): Kept<Value> {
  const byNode = new WeakMap<object, Value>();
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  const put = (text: string, value: Value): void => {
    if (young.size >= leastKept) {
      old = young;
      young = new Map();
    }
    young.set(text, value);
  };
  return {
    get(node, text) {
      const same = byNode.get(node);
      if (same !== undefined) return same;
      const content = text();
      const equal = young.get(content) ?? old.get(content);
      if (equal === undefined) return undefined;
      byNode.set(node, equal);
      if (!young.has(content)) put(content, equal);
      return equal;
    },
    set(node, text, value) {
      byNode.set(node, value);
      put(text(), value);
    },
  };
}
