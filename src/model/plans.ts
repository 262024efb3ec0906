import type { Container, Phrasing, RootContent } from "../source/index.ts";
import { placeOf } from "../source/index.ts";
import type { Building, Context } from "./building.ts";
import { error, listed, onlyOf } from "./building.ts";
import { checkAttributes, checkRole, productsOf } from "./check-attributes.ts";
import { declareId } from "./ids.ts";
import type { SlideOutline } from "./model.ts";
import { didYouMean } from "./near.ts";
import { attributePlace, attributesOf } from "./nodes.ts";
import { prepareBlocks, preparePhrasing } from "./prepare.ts";

/** Layouts of a slide. */
const layouts = [
  ...["title", "statement", "text", "cards", "timeline"],
  ...["two-column", "list", "table", "section", "image"],
];

const slideAttributes = ["layout", "role", "annex", "from", "overflow"] as const;

/** What is done with more than a slide has room for. */
const policies = ["split", "fit", "error"];

/** Reads the briefs, slides and notes that were met, those within each other included. */
export function readPlans(building: Building): void {
  for (const { node, context } of building.plans) {
    const inner: Context = { ...context, printed: false };
    if (node.name === "brief") readBrief(building, node, inner);
    else if (node.name === "notes") readNotes(building, node, inner);
    else readSlide(building, node, inner);
  }
}

function readBrief(building: Building, node: Container, context: Context): void {
  checkAttributes(building, node, ["of", "kind"], 'A container "brief"');
  const place = placeOf(building.source, node);
  const of = attributesOf(node).values.get("of");
  const products = productsOf(building, node, "kind") ?? [];
  const content = prepareBlocks(building, node.children, context);
  if (of === undefined) {
    error(building.report, "brief-is-verbatim", place, [
      'A container "brief" does not say of which block it is a shorter wording.',
      "Add of= with the id of the block or section.",
    ]);
    return;
  }
  building.briefs.push({ of, products, content, ...onlyOf(context), place });
}

function readNotes(building: Building, node: Container, context: Context): void {
  checkAttributes(building, node, ["slide", "from"], 'A container "notes"');
  const place = placeOf(building.source, node);
  const slide = attributesOf(node).values.get("slide");
  const from = selectionOf(building, node);
  const content = prepareBlocks(building, node.children, context);
  if (slide === undefined) {
    error(building.report, "reference-resolves", place, [
      'A container "notes" does not say to which slide it belongs.',
      "Add slide= with the id of the slide.",
    ]);
    return;
  }
  building.notes.push({
    slide,
    ...(from === undefined ? {} : { from }),
    content,
    ...onlyOf(context),
    place,
  });
}

function readSlide(building: Building, node: Container, context: Context): void {
  checkAttributes(building, node, [...slideAttributes], 'A container "slide"');
  const place = placeOf(building.source, node);
  const { id, values } = attributesOf(node);
  const role = values.get("role");
  if (role !== undefined) {
    checkRole(building, role, attributePlace(building.source, node, "role="));
  }
  const parts = divide(building, node, context);
  const from = selectionOf(building, node);
  const isNamed = id !== undefined && declareId(building, id, place);
  building.slides.push({
    id: isNamed ? id : "", // made from the heading when all given ids are known
    layout: layoutOf(building, node),
    ...(role === undefined ? {} : { role }),
    ...overflowOf(building, node),
    annex: (productsOf(building, node, "annex") ?? []).includes("slides"),
    ...(from === undefined ? {} : { from }),
    ...parts,
    ...onlyOf(context),
    place,
  });
}

function layoutOf(building: Building, node: Container): string {
  const layout = attributesOf(node).values.get("layout");
  if (layout === undefined) return "text";
  if (layouts.includes(layout)) return layout;
  const place = attributePlace(building.source, node, "layout=");
  error(building.report, "slide-layout-is-known", place, [
    `There is no slide layout "${layout}".`,
    ...didYouMean(layout, layouts),
    `There are ${listed(layouts)}.`,
  ]);
  return "text";
}

function overflowOf(building: Building, node: Container): Pick<SlideOutline, "overflow"> {
  const overflow = attributesOf(node).values.get("overflow");
  if (overflow === undefined) return {};
  if (policies.includes(overflow)) return { overflow };
  const place = attributePlace(building.source, node, "overflow=");
  error(building.report, "slide-overflow-is-known", place, [
    `A slide cannot do "${overflow}" with what has no room.`,
    ...didYouMean(overflow, policies),
    `It can do ${listed(policies)}.`,
  ]);
  return {};
}

type SlideParts = Pick<SlideOutline, "columns" | "content" | "heading">;

/** The first heading is that of the slide; each further one begins a column. */
function divide(building: Building, node: Container, context: Context): SlideParts {
  const columns: { heading: Phrasing; from?: string; nodes: RootContent[] }[] = [];
  const own: RootContent[] = [];
  let heading: Phrasing | undefined;
  for (const child of node.children) {
    if (child.type !== "heading") {
      (columns.at(-1)?.nodes ?? own).push(child);
      continue;
    }
    const words = preparePhrasing(building, child.children, context);
    if (heading === undefined) {
      heading = words;
      continue;
    }
    checkAttributes(building, child, ["from"], "A column of a slide");
    const from = selectionOf(building, child);
    columns.push({ heading: words, ...(from === undefined ? {} : { from }), nodes: [] });
  }
  return {
    ...(heading === undefined ? {} : { heading }),
    columns: columns.map(({ nodes, ...column }) => ({
      ...column,
      content: prepareBlocks(building, nodes, context),
    })),
    content: prepareBlocks(building, own, context),
  };
}

/** The `from=` of a node, to be followed when all is read. */
function selectionOf(
  building: Building,
  node: Container | Extract<RootContent, { readonly type: "heading" }>,
): string | undefined {
  const selection = attributesOf(node).values.get("from");
  if (selection !== undefined) {
    const place = attributePlace(building.source, node, "from=");
    building.selections.push({ selection, place });
  }
  return selection;
}
