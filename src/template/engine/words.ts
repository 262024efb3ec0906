import type { Nodes } from "mdast";

/** Kinds whose children are running text; between other children stands a blank. */
const running =
  /^(paragraph|heading|tableCell|definitionTerm|emphasis|strong|delete|link|linkReference)$/;

/** The words of nodes without their markup; blocks are parted by a blank, notes are left out. */
export function wordsOf(nodes: readonly Nodes[]): string {
  const words: string[] = [];
  collect(nodes, words);
  return words.join("").trim();
}

function collect(nodes: readonly Nodes[], words: string[]): void {
  for (const node of nodes) {
    if (node.type === "break") words.push(" ");
    else if ("value" in node) words.push(node.value);
    else if ("alt" in node) words.push(node.alt ?? "");
    else if ("children" in node && !/^footnote/.test(node.type)) {
      const inline = running.test(node.type);
      collect(node.children, words);
      if (!inline || isBlock(node)) words.push(" ");
    }
    if (node.type === "code") words.push(" ");
  }
}

function isBlock(node: Nodes): boolean {
  return /^(paragraph|heading|tableCell|definitionTerm)$/.test(node.type);
}
