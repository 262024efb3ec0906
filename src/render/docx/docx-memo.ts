import type { PackMemo } from "../../ooxml/index.ts";
import type { Theme } from "../../theme/index.ts";

/** What the file before gives to the next one of a batch; never a byte differs by it. */
export type DocxMemo = {
  /** The text of the last call, if it was made of the same. @param key all that it is made of besides the theme */
  readonly styles: (theme: Theme, key: string, make: () => string) => string;
  readonly parts: PackMemo;
};

export function createDocxMemo(): DocxMemo {
  let last: { readonly theme: Theme; readonly key: string; readonly xml: string } | undefined;
  return {
    parts: new Map(),
    styles(theme, key, make) {
      if (last === undefined || last.key !== key || !areAlike(last.theme, theme))
        last = { theme, key, xml: make() };
      return last.xml;
    },
  };
}

/** Whether they have the same parts; the budget is nothing that a file looks like. */
function areAlike(one: Theme, other: Theme): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Theme>;
  return [...names].every((name) => name === "budget" || one[name] === other[name]);
}
