import type { Nodes } from "mdast";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import type { Root } from "../../src/source/index.ts";
import { childLists, parseSource } from "../../src/source/index.ts";

/** Reads a text as the source `text.md`. */
export function read(text: string): {
  readonly tree: Root;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { value, diagnostics } = parseSource("text.md", new TextEncoder().encode(text));
  return { tree: value.tree, text: value.text, diagnostics };
}

/** Diagnostics as `line:column rule`. */
export function told(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ rule, place }) => `${place?.line}:${place?.column} ${rule}`);
}

/**
 * A tree as one reads it, a block a line: `paragraph#id.class(key=value) "text" emphasis["text"]`, what a block holds
 * indented below it.
 */
export function outline(node: Nodes): string {
  return node.type === "root"
    ? node.children.map((child) => block(child, 0)).join("")
    : block(node, 0);
}

const running = new Set<string>([
  ...[
    "text",
    "emphasis",
    "strong",
    "delete",
    "inlineCode",
    "link",
    "image",
    "break",
    "footnote",
    "inlineMath",
  ],
]);

function block(node: Nodes, depth: number): string {
  const indent = "  ".repeat(depth);
  const [inner = []] = childLists(node).slice(-1);
  const label =
    node.type === "container" && node.label ? ` [${node.label.map(inline).join(" ")}]` : "";
  const head = `${indent}${nameOf(node)}${label}`;
  if (inner.some(({ type }) => running.has(type)))
    return `${head} ${inner.map(inline).join(" ")}\n`;
  const value = "value" in node ? ` ${JSON.stringify(node.value)}` : "";
  return `${head}${value}\n${inner.map((child) => block(child, depth + 1)).join("")}`;
}

function inline(node: Nodes): string {
  if (node.type === "text") return JSON.stringify(node.value);
  if (node.type === "inlineMath") {
    return `inlineMath${node.display ? " display" : ""} ${JSON.stringify(node.value)}`;
  }
  if (node.type === "footnote") {
    return `footnote ${node.identifier}[${node.children.map((child) => block(child, 0).trim()).join("; ")}]`;
  }
  const held = childLists(node).flat().map(inline).join(" ");
  const value = "value" in node ? `[${JSON.stringify(node.value)}]` : "";
  const alt = node.type === "image" ? `[${JSON.stringify(node.alt)}]` : "";
  return `${nameOf(node)}${value}${alt}${held === "" ? "" : `[${held}]`}`;
}

function nameOf(node: Nodes): string {
  const { id, classes, values } = node.data?.attributes ?? { classes: [], values: new Map() };
  const marks = [
    ...(node.type === "container" ? [`:${node.name}`] : []),
    ...(node.type === "heading" ? [String(node.depth)] : []),
    ...(node.type === "list" && node.ordered ? [" ordered"] : []),
    ...(node.type === "listItem" && typeof node.checked === "boolean"
      ? [node.checked ? " done" : " open"]
      : []),
    ...(node.type === "code" && node.lang ? [` ${node.lang}`] : []),
    ...(node.type === "link" || node.type === "image" ? [` ${node.url}`] : []),
    ...(id === undefined ? [] : [`#${id}`]),
    ...classes.map((name) => `.${name}`),
    ...[...values].map(([key, value]) => `(${key}=${value})`),
  ];
  return node.type + marks.join("");
}

/** All text of a tree in order, alternative texts of images included, white space left out. */
export function letters(tree: Nodes): string {
  const parts: string[] = [];
  const visit = (node: Nodes): void => {
    if ("value" in node) parts.push(node.value);
    if (node.type === "image") parts.push(node.alt ?? "");
    for (const list of childLists(node)) list.forEach(visit);
  };
  visit(tree);
  return withoutBlanks(parts.join(""));
}

export function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, "");
}

/** The text of HTML as a reader sees it, with alternative texts, white space left out. */
export function lettersOfHtml(html: string): string {
  return withoutBlanks(
    html
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/g, "$1")
      .replace(/<\/?[A-Za-z][^<>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&"),
  );
}
