import type { Nodes } from "mdast";
import type { Report } from "../diagnostics/index.ts";
import { lineStarts, placeAt } from "../diagnostics/index.ts";
import { childLists } from "./children.ts";
import type { Excess } from "./limit-marks.ts";
import type { Root } from "./tree.ts";

type Told = {
  readonly file: string;
  readonly text: string;
  readonly root: Root;
  readonly report: Report;
};

/** Says where marks were read as text because there are too many of them. */
export function warnAboutLimits(
  excesses: readonly Excess[],
  unread: readonly number[],
  { file, text, root, report }: Told,
): void {
  if (excesses.length === 0 && unread.length === 0) return;
  const starts = lineStarts(text);
  for (const { rule, offset } of excesses) {
    if (isInCode(root, offset)) continue;
    const place = placeAt(file, starts, offset);
    if (rule === "nesting-is-shallow") {
      report({
        rule: "nesting-is-shallow",
        severity: "warning",
        message:
          "Lists, quotes or containers are nested too deep here; further marks are printed as text.",
        place,
        hints: ["Nest lists and quotes at most 50 deep, and containers at most 20."],
      });
    } else {
      report({
        rule: "marks-are-few",
        severity: "warning",
        message:
          "This paragraph has more marks of emphasis, links or code than can be read; further ones are printed as text.",
        place,
        hints: ["Divide the paragraph by blank lines, or check that the text is what was meant."],
      });
    }
  }
  for (const offset of unread) {
    report({
      rule: "markdown-is-readable",
      severity: "warning",
      message:
        "From here on the text is too intricate to be read as Markdown; it is printed as it stands.",
      place: placeAt(file, starts, offset),
      hints: ["Check that the text is what was meant."],
    });
  }
}

/** There the marks mean nothing anyway. */
function isInCode(node: Nodes, offset: number): boolean {
  if (node.type === "code") return true;
  for (const list of childLists(node)) {
    for (const child of list) {
      const { position } = child;
      if (position === undefined || (position.start.offset ?? 0) > offset) continue;
      if ((position.end.offset ?? 0) > offset) return isInCode(child, offset);
    }
  }
  return false;
}
