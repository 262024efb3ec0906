import type { MathNode } from "../../document/index.ts";
import type { MathWords } from "./math-words.ts";
import type { Speak } from "./parts.ts";

/**
 * Rows one after another: those of a matrix and of cases by number, those of aligned lines parted alone.
 * @param name "matrix", or the word for cases; absent: lines
 */
export function spokenTable(
  table: MathNode,
  words: MathWords,
  speak: Speak,
  name?: string,
): string {
  const rows = table.children.map(({ children }) => children.filter(({ name }) => name === "mtd"));
  if (name === undefined) return rows.map((cells) => cells.map(speak).join(" ")).join("; ");
  const columns = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const head = name === "matrix" ? words.matrix(rows.length, columns) : name;
  const said = rows.map(
    (cells, index) => `${words.row} ${index + 1}, ${cells.map(speak).join(", ")}`,
  );
  return `${head}; ${said.join("; ")};`;
}
