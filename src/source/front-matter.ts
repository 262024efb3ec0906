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
  if (!fence.test(text.slice(0, firstEnd))) return divideForeignHead(file, text, report);
  let start = firstEnd + 1;
  while (start < text.length) {
    const end = lineEnd(text, start);
    const line = text.slice(start, Math.min(end, start + 200));
    if (fence.test(line) || /^\.\.\.[ \t]*$/.test(line)) {
      const yaml = text.slice(firstEnd + 1, start);
      if (isProse(yaml)) return { body: text };
      return { frontMatter: { yaml, offset: firstEnd + 1, line: 2 }, body: blanked(text, end) };
    }
    start = end + 1;
  }
  warnIfMeant(file, text, firstEnd, report);
  return { body: text };
}

/** Words between two dividers: no line gives a name a value, and none is a comment or begins a map in braces. */
function isProse(yaml: string): boolean {
  if (yaml.trim() === "" || yaml.length > 10_000) return false;
  return !/^[ \t]*(?:[#{[]|-[ \t]*\S*:(?:\s|$)|[^\s:][^:\n]{0,100}:(?:\s|$))/m.test(`${yaml}\n`);
}

/** What other programs begin a file with: TOML between `+++`, JSON between `;;;`, or JSON alone. */
function divideForeignHead(file: string, text: string, report: Report): Divided {
  const json = /^\{[ \t]*\n\s*(?:"[^"\n]{1,100}"[ \t]*:[\s\S]*?\n)?\}[ \t]*(?=\n|$)/.exec(
    text,
  )?.[0];
  // JSON is YAML (YAML 1.2, 1.3), so it is read as it is.
  if (json !== undefined) {
    return { frontMatter: { yaml: json, offset: 0, line: 1 }, body: blanked(text, json.length) };
  }
  const [mark] = /^(?:\+\+\+|;;;)(?=[ \t]*\n)/.exec(text) ?? [];
  if (mark === undefined) return { body: text };
  const between = mark === "+++" ? /\n\+\+\+[ \t]*(?=\n|$)/ : /\n;;;[ \t]*(?=\n|$)/;
  const end = between.exec(text);
  if (end === null) return { body: text };
  report({
    rule: "front-matter-is-yaml",
    severity: "error",
    message: `The head between the lines "${mark}" is written in ${mark === "+++" ? "TOML" : "JSON"}, which is not read.`,
    place: { file, line: 1, column: 1 },
    hints: [
      `Write it as YAML between lines "---", with "name: value" on each line${mark === "+++" ? ' instead of "name = value"' : ""}.`,
    ],
  });
  return { body: blanked(text, end.index + end[0].length) };
}

/** As long as the text, and on as many lines. */
function blanked(text: string, end: number): string {
  return text.slice(0, end).replace(/[^\n]/g, " ") + text.slice(end);
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
