import type { Paragraph, PhrasingContent, Text } from "mdast";
import type { Attributes, RootContent } from "../../source/index.ts";
import { insertedBlocks } from "./adapt.ts";
import type { ResolveBlocks } from "./resolve-phrasing.ts";
import { phrasing, printedNodes, templateText } from "./resolve-phrasing.ts";
import type { Resolving } from "./resolving.ts";
import { printOf, warn, withAttributes, written } from "./resolving.ts";
import { splitTokens } from "./token.ts";

type Piece = string | number | undefined;

/** Blocks stand between the running text around them; alone, they take the whole place of the paragraph. */
export function resolvedParagraph(
  state: Resolving,
  node: Paragraph,
  blocks: ResolveBlocks,
): readonly RootContent[] {
  const own = written(state, node);
  if (!node.children.some((child) => child.type === "text" && holdsBlocks(state, child))) {
    return [{ ...own, children: phrasing(state, node.children, blocks) }];
  }
  const result: RootContent[] = [];
  let line: PhrasingContent[] = [];
  const flush = (): void => {
    const children = withoutBreaks(line);
    if (children.some(isFull)) result.push({ ...withAttributes(own, undefined), children });
    line = [];
  };
  node.children.forEach((child, at) => {
    if (child.type !== "text") {
      line.push(...phrasing(state, [child], blocks));
      return;
    }
    const pieces = splitTokens(child.value);
    pieces.forEach((piece, index) => {
      const [before, after] = [pieces[index - 1], pieces[index + 1]];
      if (typeof piece === "string") {
        const text = cut(state, piece, before, after);
        line.push(...templateText(state, child, text, before));
        return;
      }
      const print = printOf(state, piece);
      if (print.value.kind !== "blocks") {
        line.push(...printedNodes(state, piece, false));
        return;
      }
      if (print.value.nodes.length === 0) return;
      if (!endsLine(before, line) || !startsLine(after, node.children[at + 1])) {
        const message = "Blocks were printed in the middle of a line; the line was cut in two.";
        warn(state, "blocks-stand-alone", print, message, "Print this value on a line of its own.");
      }
      flush();
      result.push(...insertedBlocks(state, print, print.value));
    });
  });
  flush();
  return given(result, own.data?.attributes);
}

function holdsBlocks(state: Resolving, { value }: Text): boolean {
  return splitTokens(value).some((piece) => isBlocks(state, piece));
}

function isBlocks(state: Resolving, piece: Piece): boolean {
  return typeof piece === "number" && printOf(state, piece).value.kind === "blocks";
}

/** Running text cut by blocks loses the white space and line ends at the cut. */
function cut(state: Resolving, text: string, before: Piece, after: Piece): string {
  const start = isBlocks(state, before) ? text.trimStart() : text;
  return isBlocks(state, after) ? start.trimEnd() : start;
}

/** The template's blanks alone are no line. */
function isFull(node: PhrasingContent): boolean {
  return node.type !== "text" || /\S/.test(node.value);
}

/** Line breaks at a cut break nothing. */
function withoutBreaks(line: readonly PhrasingContent[]): PhrasingContent[] {
  let [start, end] = [0, line.length];
  while (line[start]?.type === "break") start++;
  while (end > start && line[end - 1]?.type === "break") end--;
  return line.slice(start, end);
}

function endsLine(before: Piece, line: readonly PhrasingContent[]): boolean {
  const alone = line.length === 0 || line.at(-1)?.type === "break";
  if (typeof before !== "string") return alone;
  return /\n[ \t]*$/.test(before) || (alone && /^[ \t]*$/.test(before));
}

function startsLine(after: Piece, next: PhrasingContent | undefined): boolean {
  const last = next === undefined || next.type === "break";
  if (after === undefined) return last;
  if (typeof after !== "string") return false;
  return /^[ \t]*\n/.test(after) || (last && /^[ \t]*$/.test(after));
}

/** The attributes of a paragraph that gave way go to what stands there now; the id to the first. */
function given(
  nodes: readonly RootContent[],
  attributes: Attributes | undefined,
): readonly RootContent[] {
  if (attributes === undefined) return nodes;
  const { id, classes, values } = attributes;
  return nodes.map((node, index) => {
    const own = node.data?.attributes;
    const name = own?.id ?? (index === 0 ? id : undefined);
    return withAttributes(node, {
      classes: [...new Set([...classes, ...(own?.classes ?? [])])],
      values: new Map([...values, ...(own?.values ?? [])]),
      ...(name !== undefined && { id: name }),
    });
  });
}
