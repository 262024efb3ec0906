import type { Inline } from "./inline.ts";
import { textOf } from "./text-of.ts";

/** Running text in two, after so many characters; what reaches over the cut is in both parts. */
export const cutInlines = (
  children: readonly Inline[],
  at: number,
): readonly [before: readonly Inline[], after: readonly Inline[]] => {
  const before: Inline[] = [];
  const after: Inline[] = [];
  let left = at;
  for (const child of children) {
    const length = textOf([child]).length;
    if (length <= left) before.push(child);
    else if (left <= 0) after.push(child);
    else cutInline(child, left, before, after);
    left -= length;
  }
  return [before, after];
};

const cutInline = (child: Inline, at: number, before: Inline[], after: Inline[]): void => {
  if (child.kind === "text" || child.kind === "inlineCode") {
    before.push({ ...child, value: child.value.slice(0, at) });
    after.push({ ...child, value: child.value.slice(at) });
  } else if ("children" in child) {
    const [first, second] = cutInlines(child.children, at);
    before.push({ ...child, children: first });
    after.push({ ...child, children: second });
  } else {
    before.push(child);
  }
};
