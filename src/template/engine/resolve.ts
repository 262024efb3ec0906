import type { List, ListItem, Nodes, Paragraph, PhrasingContent } from "mdast";
import type { Diagnostic, Report } from "../../diagnostics/index.ts";
import type { Root, RootContent } from "../../source/index.ts";
import { printsNothing } from "./adapt.ts";
import type { Output } from "./output.ts";
import { templatePlace } from "./output.ts";
import { resolvedParagraph } from "./resolve-paragraph.ts";
import { phrasing } from "./resolve-phrasing.ts";
import type { Resolving } from "./resolving.ts";
import { inText, written } from "./resolving.ts";
import { splitTokens } from "./token.ts";

export type Resolved = {
  readonly tree: Root;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Puts the printed values in the place of their tokens. Nodes of values are shared, not copied, unless they must change,
 * and keep their positions in the source; nodes that the template wrote have a `place` in the template instead.
 */
export function resolve(parsed: Root, output: Output): Resolved {
  const diagnostics: Diagnostic[] = [];
  const report = reportOnce(diagnostics);
  const state: Resolving = { output, report, ids: new Map(), notes: new Map(), depth: 0 };
  return { tree: { ...parsed, children: blocks(state, parsed.children) }, diagnostics };
}

function reportOnce(diagnostics: Diagnostic[]): Report {
  const said = new Set<string>();
  return (diagnostic) => {
    const { rule, message, place } = diagnostic;
    const key = `${rule} ${place?.file}:${place?.line}:${place?.column} ${message}`;
    if (!said.has(key)) diagnostics.push(diagnostic);
    said.add(key);
  };
}

function blocks(state: Resolving, nodes: readonly Nodes[]): RootContent[] {
  return nodes.flatMap((node) => block(state, node));
}

function block(state: Resolving, node: Nodes): readonly RootContent[] {
  switch (node.type) {
    case "paragraph":
      return paragraph(state, node);
    case "heading":
      if (printsNothing(state, piecesOf(node))) return noHeading(state, node);
      state.depth = node.depth;
      return [withRunningText(state, node)];
    case "tableCell":
    case "definitionTerm":
      return [withRunningText(state, node)];
    case "code": {
      const { value, lang, meta } = node;
      return [
        written(state, {
          ...node,
          value: inText(state, value, "code"),
          ...(lang && { lang: inText(state, lang, "the language of code") }),
          ...(meta && { meta: inText(state, meta, "the line of code's fence") }),
        }),
      ];
    }
    default:
      return "children" in node ? container(state, node) : [written(state, node as RootContent)];
  }
}

function withRunningText<Node extends Nodes & { readonly children: PhrasingContent[] }>(
  state: Resolving,
  node: Node,
): Node {
  const own = written(state, node);
  return { ...own, children: phrasing(state, node.children, blocks) };
}

function paragraph(state: Resolving, node: Paragraph): readonly RootContent[] {
  return printsNothing(state, piecesOf(node)) ? [] : resolvedParagraph(state, node, blocks);
}

/** The text of a node cut at its tokens; what is no text counts as written. */
function piecesOf(node: {
  readonly children: readonly PhrasingContent[];
}): readonly (string | number)[] {
  return node.children.flatMap((child) =>
    child.type === "text" ? splitTokens(child.value) : [child.type === "break" ? " " : child.type],
  );
}

function noHeading(state: Resolving, node: Nodes): readonly RootContent[] {
  const place = templatePlace(state.output, node.position?.start.offset ?? 0);
  state.report({
    rule: "heading-has-words",
    severity: "warning",
    message: "The value of this heading is empty, so that the heading was left out.",
    ...(place && { place }),
    hints: ["Put it between {{#if …}} and {{/if}} with what it heads."],
  });
  return [];
}

/** Headings within a container do not count for what follows it. What only held empty values is left out. */
function container(
  state: Resolving,
  node: Extract<Nodes, { readonly children: unknown[] }>,
): readonly RootContent[] {
  const own = written(state, node);
  const label =
    node.type === "container" && node.label !== undefined
      ? { label: phrasing(state, node.label, blocks) }
      : {};
  const outside = state.depth;
  const children = blocks(state, node.children);
  state.depth = outside;
  if (children.length === 0 && node.children.length > 0 && isLeftOutEmpty(node)) return [];
  const filled = { ...own, ...label, children } as RootContent;
  return [filled.type === "listItem" || filled.type === "list" ? spaced(filled) : filled];
}

function isLeftOutEmpty(node: Nodes): boolean {
  return node.type === "listItem" || node.type === "list" || node.type === "blockquote";
}

/** An item that came to hold several paragraphs is set like one that was written so. */
function spaced<Node extends List | ListItem>(node: Node): Node {
  if (node.type === "list") {
    return node.children.some((item) => item.spread) ? { ...node, spread: true } : node;
  }
  const paragraphs = node.children.filter(({ type }) => type === "paragraph");
  return paragraphs.length > 1 ? { ...node, spread: true } : node;
}
