import type { Block } from "../../document/index.ts";
import type { FlowContext } from "../flow.ts";
import type { Line } from "../text/index.ts";
import { styleOf } from "./flow-helpers.ts";
import type { CellContexts, TableGrid } from "./table-measure.ts";
import { textExtent, textLines } from "./text-frame.ts";

/** Whether a word of the table is broken where no hyphen may stand, since its column is narrower than a syllable or a code. */
export const breaksWords = (grid: TableGrid, columns: readonly CellContexts[]): boolean => {
  const broken = (part: "head" | "body") =>
    grid[part].some((row) =>
      row.some(({ cell, column, columnSpan }) => {
        const context = columnSpan === 1 ? columns[column]?.[part] : undefined;
        return (
          context !== undefined && cell.children.some((block) => breaksWordsOf(block, context))
        );
      }),
    );
  return broken("head") || broken("body");
};

const breaksWordsOf = (block: Block, context: FlowContext): boolean => {
  switch (block.kind) {
    case "paragraph":
    case "title": {
      const style = styleOf(context, block.role ?? "body");
      const { children, id } = block;
      if (textExtent(children, style, context).min <= context.width) return false;
      const silent: FlowContext = { ...context, report: () => undefined };
      return hasBrokenWord(textLines({ node: id, children, style, width: context.width }, silent));
    }
    case "list":
      return block.items.some((item) =>
        item.children.some((child) => breaksWordsOf(child, context)),
      );
    default:
      return false;
  }
};

/** Within words of scripts that are written with spaces; others break between any two characters. */
const hasBrokenWord = (lines: readonly Line[]): boolean =>
  lines.some((line, index) => {
    const next = lines[index + 1];
    if (line.end !== "space" || next === undefined) return false;
    return (
      /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]$/u.test(glyphText(line)) &&
      /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u.test(glyphText(next))
    );
  });

const glyphText = (line: Line): string =>
  line.items.map((item) => (item.kind === "glyphs" ? item.text : "")).join("");
