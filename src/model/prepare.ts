import type { ListItem, Nodes } from "mdast";
import type { Container, Phrasing, RootContent } from "../source/index.ts";
import { placeOf, plainText } from "../source/index.ts";
import type { Building, Context } from "./building.ts";
import { isPlan, onlyOf } from "./building.ts";
import { checkBlock, checkPhrasing, readCondition } from "./check-attributes.ts";
import { declareId } from "./ids.ts";
import { attributesOf, withChildren, withClass } from "./nodes.ts";
import { recordFromItem, recordTypeOf } from "./records.ts";

const factScheme = "fact:";

/**
 * Blocks as they are printed: links to facts have become their words, briefs, slides and notes are taken out, records and
 * named blocks are noted. What needs no change is the same object. Recursion is as deep as the source allows nesting.
 */
export function prepareBlocks(
  building: Building,
  nodes: readonly RootContent[],
  context: Context,
): RootContent[] {
  return mapNodes(nodes, (node) => prepareBlock(building, node, context)) as RootContent[];
}

function prepareBlock(
  building: Building,
  node: RootContent,
  context: Context,
): readonly RootContent[] {
  if (saysAllItself(node)) return [node];
  if (node.type === "container") {
    if (isPlan(node)) {
      building.plans.push({ node, context });
      return [];
    }
    if (node.name === "only") return [prepareOnly(building, node, context)];
  }
  const type = node.type === "listItem" ? recordTypeOf(building, node) : undefined;
  checkBlock(building, node, type !== undefined || context.recorded === true);
  const attributes = attributesOf(node);
  const editorial = context.editorial || attributes.classes.includes("editorial");
  const inner = editorial === context.editorial ? context : { ...context, editorial };
  const prepared = prepareChildren(building, node, inner) as RootContent;
  if (prepared.type === "listItem" && type !== undefined) {
    recordFromItem(building, type, node as ListItem, prepared, inner);
    return [prepared];
  }
  nameBlock(building, prepared, inner);
  return [prepared];
}

/** An `only` container that holds no section; it is kept, and opened or left out when the model is read for someone. */
function prepareOnly(building: Building, node: Container, context: Context): Container {
  context.onConditional?.();
  const editorial = context.editorial || attributesOf(node).classes.includes("editorial");
  const only = [...context.only, readCondition(building, node)];
  const children = prepareBlocks(building, node.children, { ...context, only, editorial });
  return withChildren(
    node,
    editorial ? children.map((child) => withClass(child, "editorial")) : children,
  );
}

/** Notes a block that has an id, so that a selection or template can ask for it. */
function nameBlock(building: Building, node: RootContent, context: Context): void {
  const attributes = node.data?.attributes;
  const id = attributes?.id;
  if (id === undefined || attributes === undefined) return;
  const place = placeOf(building.source, node);
  if (!declareId(building, id, place) || !context.printed) return;
  building.named.set(id, {
    kind: "block",
    id,
    attributes,
    nodes: node.type === "listItem" ? node.children : [node],
    editorial: context.editorial,
    ...onlyOf(context),
    place,
  });
}

function prepareChildren(building: Building, node: Nodes, context: Context): Nodes {
  if (node.type === "text" && context.printed) addPiece(building, node);
  if (!("children" in node)) return node;
  const nodes = node.children as readonly RootContent[];
  if (node.type === "container") return prepareLabelled(building, node, context);
  if (node.type !== "footnote") return withChildren(node, prepareList(building, nodes, context));
  // References to one note share its children; they stay shared, and its ids are given once.
  const known = building.footnotes.get(nodes);
  const children = known ?? prepareList(building, nodes, context);
  building.footnotes.set(nodes, children);
  return withChildren(node, children);
}

function prepareLabelled(building: Building, node: Container, context: Context): Container {
  const prepared = withChildren(node, prepareList(building, node.children, context));
  if (node.label === undefined) return prepared;
  const label = preparePhrasing(building, node.label, context);
  return label === node.label ? prepared : { ...prepared, label: [...label] };
}

function prepareList(
  building: Building,
  nodes: readonly RootContent[],
  context: Context,
): readonly RootContent[] {
  return mapNodes(nodes, (child) => {
    if (child.type === "link" && child.url.startsWith(factScheme)) {
      return factWords(building, child.url.slice(factScheme.length), child, context);
    }
    if (isBlock(child)) return prepareBlock(building, child, context);
    checkPhrasing(building, child);
    const id = child.data?.attributes?.id;
    if (id !== undefined) declareId(building, id, placeOf(building.source, child));
    return [prepareChildren(building, child, context) as RootContent];
  });
}

/** What is known of blocks: nodes never change, and most are the same from one model to the next. */
const known = new WeakMap<RootContent, boolean>();

/** Whether nothing in it has attributes, is a container, note or fact, or could be a date: then it is printed as it stands. */
function saysAllItself(node: RootContent): boolean {
  const before = known.get(node);
  if (before !== undefined) return before;
  const says = node.data?.attributes === undefined && isPlain(node);
  if (isBlock(node)) known.set(node, says);
  return says;
}

function isPlain(node: RootContent): boolean {
  switch (node.type) {
    case "container":
    case "footnote":
      return false;
    case "text":
      return !/\d/.test(node.value);
    case "link":
      if (node.url.startsWith(factScheme)) return false;
  }
  return !("children" in node) || (node.children as RootContent[]).every(saysAllItself);
}

/** Whether a child may hold an id or attributes of its own, or blocks. */
function isBlock(node: RootContent): boolean {
  switch (node.type) {
    case "paragraph":
    case "list":
    case "listItem":
    case "table":
    case "blockquote":
    case "code":
    case "heading":
    case "container":
    case "definitionList":
    case "definitionDescription":
      return true;
    default:
      return false;
  }
}

/** Running text (a heading) as it is printed. */
export function preparePhrasing(building: Building, nodes: Phrasing, context: Context): Phrasing {
  return prepareList(building, nodes, context) as Phrasing;
}

function factWords(
  building: Building,
  to: string,
  link: Extract<RootContent, { readonly type: "link" }>,
  context: Context,
): readonly RootContent[] {
  const place = placeOf(building.source, link);
  building.facts.push({ to: decoded(to), text: plainText(link.children), place });
  // Words tied to a fact are not looked through for loose dates.
  const quiet = { ...context, printed: false };
  return mapNodes(link.children, (child) => [
    prepareChildren(building, child, quiet) as RootContent,
  ]);
}

function decoded(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not percent-encoded after all
  }
}

function addPiece(building: Building, node: Extract<Nodes, { readonly type: "text" }>): void {
  if (node.position === undefined || !/\d/.test(node.value)) return;
  building.pieces.push({ text: node.value, place: placeOf(building.source, node) });
}

/** Like flatMap, but gives the same array when nothing changed. */
function mapNodes(
  nodes: readonly RootContent[],
  change: (node: RootContent) => readonly RootContent[],
): readonly RootContent[] {
  let result: RootContent[] | undefined;
  nodes.forEach((node, index) => {
    const changed = change(node);
    if (result === undefined) {
      if (changed.length === 1 && changed[0] === node) return;
      result = nodes.slice(0, index);
    }
    for (const one of changed) result.push(one);
  });
  return result ?? nodes;
}
