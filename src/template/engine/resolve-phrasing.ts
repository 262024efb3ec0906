import type { Nodes, PhrasingContent, Text } from "mdast";
import type { RootContent } from "../../source/index.ts";
import { adapted, runTogether, withoutLinks } from "./adapt.ts";
import { templatePlace } from "./output.ts";
import type { Resolving } from "./resolving.ts";
import { inText, placed, printOf, written } from "./resolving.ts";
import { holdsToken, splitTokens } from "./token.ts";

/** Resolves blocks; given along, since notes hold blocks and blocks hold running text. */
export type ResolveBlocks = (state: Resolving, nodes: readonly Nodes[]) => RootContent[];

/** Running text with the values in the place of their tokens. */
export function phrasing(
  state: Resolving,
  nodes: readonly PhrasingContent[],
  blocks: ResolveBlocks,
  inLink = false,
): PhrasingContent[] {
  return nodes.flatMap((node) => phrase(state, node, blocks, inLink));
}

function phrase(
  state: Resolving,
  node: PhrasingContent,
  blocks: ResolveBlocks,
  inLink: boolean,
): readonly PhrasingContent[] {
  switch (node.type) {
    case "text":
      return textPieces(state, node, inLink);
    case "inlineCode":
      return [written(state, { ...node, value: inText(state, node.value, "code") })];
    case "link": {
      const { title, url, children } = node;
      return [
        written(state, {
          ...node,
          url: inText(state, url, "an address"),
          ...(title && { title: inText(state, title, "a title") }),
          children: phrasing(state, children, blocks, true) as never,
        }),
      ];
    }
    case "image": {
      const { title, url, alt } = node;
      return [
        written(state, {
          ...node,
          url: inText(state, url, "an address"),
          ...(title && { title: inText(state, title, "a title") }),
          ...(alt && { alt: inText(state, alt, "an alternative text") }),
        }),
      ];
    }
    case "footnote":
      return [note(state, node, blocks)];
    default:
      return [
        "children" in node
          ? written(state, {
              ...node,
              children: phrasing(state, node.children as PhrasingContent[], blocks, inLink),
            } as typeof node)
          : written(state, node),
      ];
  }
}

/** Headings within a note do not count for what follows it; its references share its blocks. */
function note(
  state: Resolving,
  node: Extract<Nodes, { type: "footnote" }>,
  blocks: ResolveBlocks,
): PhrasingContent {
  let children = state.notes.get(node.children);
  if (children === undefined) {
    const outside = state.depth;
    children = blocks(state, node.children);
    state.depth = outside;
    state.notes.set(node.children, children);
  }
  return written(state, { ...node, children });
}

function textPieces(state: Resolving, node: Text, inLink: boolean): readonly PhrasingContent[] {
  if (!holdsToken(node.value)) return [written(state, node)];
  const pieces = splitTokens(node.value);
  return pieces.flatMap((piece, index) =>
    typeof piece === "string"
      ? templateText(state, node, piece, pieces[index - 1])
      : printedNodes(state, piece, inLink),
  );
}

/** Text that the template wrote, after `before` on the same run; empty text is none. */
export function templateText(
  state: Resolving,
  around: Text,
  value: string,
  before: string | number | undefined,
): readonly PhrasingContent[] {
  if (value === "") return [];
  const offset =
    typeof before === "number" ? printOf(state, before).end : (around.position?.start.offset ?? 0);
  return [placed({ ...around, value }, templatePlace(state.output, offset))];
}

/** What was printed, at a place for running text. */
export function printedNodes(
  state: Resolving,
  number: number,
  inLink: boolean,
): readonly PhrasingContent[] {
  const print = printOf(state, number);
  const { value } = print;
  if (value.kind === "text") {
    if (value.text === "") return [];
    const place = value.place ?? templatePlace(state.output, print.at);
    return [placed({ type: "text", value: value.text }, place)];
  }
  const nodes = value.kind === "inline" ? value.nodes : runTogether(state, print, value);
  const own = nodes.map((node) => adapted(state, node, 0, print));
  return inLink ? withoutLinks(state, own, print) : own;
}
