import type { Paragraph } from "mdast";
import type { Chunk } from "./chunks.ts";
import type { Root } from "./tree.ts";

/** A stretch of text as it stands, a paragraph for each group of lines. */
export function plainBlocks(text: string, chunk: Chunk): Root {
  const children: Paragraph[] = [];
  let lines: string[] = [];
  let start = { line: chunk.line + 1, column: 1, offset: chunk.start };
  let end = start;
  const close = (): void => {
    if (lines.length === 0) return;
    const position = { start, end };
    const value = lines.join("\n");
    children.push({ type: "paragraph", children: [{ type: "text", value, position }], position });
    lines = [];
  };
  let offset = chunk.start;
  for (const [index, written] of text.slice(chunk.start, chunk.end).split("\n").entries()) {
    const value = written.trim();
    const line = chunk.line + index + 1;
    if (value === "") close();
    else {
      const column = written.indexOf(value[0] ?? "");
      if (lines.length === 0) start = { line, column: column + 1, offset: offset + column };
      const length = column + value.length;
      end = { line, column: length + 1, offset: offset + length };
      lines.push(value);
    }
    offset += written.length + 1;
  }
  close();
  const root: Root = { type: "root", children };
  const first = children[0]?.position;
  const last = children.at(-1)?.position;
  if (first && last) root.position = { start: first.start, end: last.end };
  return root;
}
