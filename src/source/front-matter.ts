import type { Report } from "../diagnostics/index.ts";
import type { Source } from "./tree.ts";

type Divided = {
  readonly frontMatter?: NonNullable<Source["frontMatter"]>;
  /** As long as the text, with the lines of the front matter blank, so that every offset, line and column stays what it is. */
  readonly body: string;
};

const fence = /^---[ \t]*$/;

/** Cuts off the lines between `---` on the very first line and the next `---` (or `...`, which ends a YAML document). */
export function divideFrontMatter(file: string, text: string, report: Report): Divided {
  const firstEnd = lineEnd(text, 0);
  if (!fence.test(text.slice(0, firstEnd))) return { body: text };
  let start = firstEnd + 1;
  while (start < text.length) {
    const end = lineEnd(text, start);
    const line = text.slice(start, Math.min(end, start + 200));
    if (fence.test(line) || /^\.\.\.[ \t]*$/.test(line)) {
      const yaml = text.slice(firstEnd + 1, start);
      const body = text.slice(0, end).replace(/[^\n]/g, " ") + text.slice(end);
      return { frontMatter: { yaml, offset: firstEnd + 1, line: 2 }, body };
    }
    start = end + 1;
  }
  warnIfMeant(file, text, firstEnd, report);
  return { body: text };
}

/** A single `---` is a divider; with `name: value` right after it, someone forgot to close the head. */
function warnIfMeant(file: string, text: string, firstEnd: number, report: Report): void {
  if (
    !/^[\p{L}_][\p{L}\p{N}_-]*:(?:[ \t]|$)/mu.test(
      text.slice(firstEnd + 1, firstEnd + 200).split("\n")[0] ?? "",
    )
  ) {
    return;
  }
  report({
    rule: "front-matter-is-closed",
    severity: "error",
    message: 'The head that begins with "---" has no second line "---", so it is printed as text.',
    place: { file, line: 1, column: 1 },
    hints: ['Write "---" on a line of its own after the last entry of the head.'],
  });
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
