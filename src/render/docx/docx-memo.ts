import { isDeepStrictEqual } from "node:util";
import type { PackMemo } from "../../ooxml/index.ts";

/** What the file before gives to the next one of a batch; never a byte differs by it. */
export type DocxMemo = {
  /**
   * The value that was made last under this name, if it was made of the same.
   * @param of all that it is made of, none of which changes once made
   */
  readonly made: <Value>(name: string, of: readonly unknown[], make: () => Value) => Value;
  readonly parts: PackMemo;
};

export function createDocxMemo(): DocxMemo {
  const last = new Map<string, { readonly of: readonly unknown[]; readonly value: unknown }>();
  return {
    parts: new Map(),
    made<Value>(name: string, of: readonly unknown[], make: () => Value): Value {
      const known = last.get(name);
      if (known !== undefined && isDeepStrictEqual(known.of, of)) return known.value as Value;
      const value = make();
      last.set(name, { of, value });
      return value;
    },
  };
}
