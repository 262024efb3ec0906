import type { Nodes } from "mdast";
import type { Report } from "../diagnostics/index.ts";
import { childLists, joinedTexts, setChildren, trimStart } from "./children.ts";
import { giveAnchors } from "./html-anchors.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { htmlInCell } from "./html-cell.ts";
import { htmlPhrasing } from "./html-phrasing.ts";
import type { HtmlTag, TellElement } from "./html-tag.ts";
import { placeOf } from "./place.ts";
import type { Container } from "./tree.ts";

/** Warnings at most in a file: someone who writes HTML writes much of it. */
const mostWarnings = 20;

/**
 * Takes HTML out of a tree: a comment goes; what has a meaning in a document becomes what Markdown has for it, or gives
 * its words a role (`data.attributes` of an emphasis); what only arranges goes, and what it holds stays; scripts, frames
 * and their like go with a warning; and what is no tag of HTML (`<name>`), or has no partner, is text.
 */
export function resolveHtml(tree: Nodes, file: string, report: Report): void {
  let warnings = 0;
  const tell: TellElement = (html, tag, what) => {
    if (tag.closes || warnings++ >= mostWarnings) return;
    const place = placeOf({ file }, html);
    if (what === "odd") {
      report({
        rule: "html-has-meaning",
        severity: "warning",
        message: `The HTML tag "<${tag.name}>" has no meaning here: what it holds is printed, the tag is not.`,
        place,
        hints: ['Write it in Markdown, or write "\\<" where the sign itself is meant.'],
      });
    } else {
      report({
        rule: "html-can-be-printed",
        severity: "warning",
        message: `The HTML element "<${tag.name}>" cannot be printed; it is left out with what it holds.`,
        place,
        hints: ["Put a picture or a link in its place, or delete it."],
      });
    }
  };
  visit(tree, tell);
  giveAnchors(tree);
}

function visit(node: Nodes, tell: TellElement): void {
  if (!("children" in node)) return;
  for (const list of childLists(node)) {
    list.forEach((child, index) => {
      visit(child, tell);
      if (holdsBlocks.has(node.type) && isPageBreak(child)) list[index] = pageBreak(child);
    });
    if (!list.some((child) => child.type === "html" || needsBlocks(child))) continue;
    if (holdsBlocks.has(node.type)) setChildren(node, list, htmlBlocks(list, tell));
    else if (node.type === "paragraph")
      setChildren(node, list, joinedTexts(htmlPhrasing(list, tell)));
    else {
      const resolved = htmlPhrasing(list, tell);
      const plain =
        node.type === "tableCell" ? htmlInCell(resolved) : withoutBlocks(resolved, tell);
      setChildren(node, list, joinedTexts(plain));
      if (node.type === "heading") trimStart(node);
    }
  }
}

/** `<!-- pagebreak -->` is an order to the press, and no remark. */
function isPageBreak(node: Nodes): boolean {
  return node.type === "html" && /^<!--\s*page-?break\s*-->\s*$/i.test(node.value);
}

function pageBreak({ position }: Nodes): Container {
  return { type: "container", name: "page-break", children: [], ...(position && { position }) };
}

/** A paragraph with tags that stand for blocks, or one that held nothing but comments and tags. */
function needsBlocks(node: Nodes): boolean {
  if (node.type !== "paragraph") return false;
  return node.children.length === 0 || node.children.some(({ type }) => type === "html");
}

const holdsBlocks = new Set<string>([
  ...["root", "blockquote", "listItem", "container", "definitionDescription", "footnoteDefinition"],
]);

/** Tags of blocks where no block can stand go. */
function withoutBlocks(nodes: readonly Nodes[], tell: TellElement): Nodes[] {
  return nodes.filter((node) => {
    if (node.type !== "html") return true;
    const tag = (node as HtmlTag).tag;
    if (tag !== undefined) tell(node, tag, "odd");
    return false;
  });
}
