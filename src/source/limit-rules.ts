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
    const [message, hint] = messages[rule];
    const place = placeAt(file, starts, offset);
    report({ rule, severity: "warning", message, place, hints: [hint] });
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

const messages: Readonly<Record<Excess["rule"], readonly [message: string, hint: string]>> = {
  "nesting-is-shallow": [
    "Lists, quotes or containers are nested too deep here; further marks are printed as text.",
    "Nest lists and quotes at most 50 deep, and containers at most 8.",
  ],
  "marks-are-few": [
    "This paragraph has more marks of emphasis, links or code than can be read; further ones are printed as text.",
    "Divide the paragraph by blank lines, or check that the text is what was meant.",
  ],
  "blocks-are-few": [
    "More lists, quotes and underlined headings are nested up to here than can be read; the rest of what they stand in is printed as plain text.",
    "End the outer list or container now and then with a paragraph at the start of a line.",
  ],
  "paragraphs-are-short": [
    "This paragraph has more lines than can be read; the rest of it is printed as plain text.",
    "Divide it by blank lines, or check that the text is what was meant.",
  ],
};

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
