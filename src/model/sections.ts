import type { Heading } from "mdast";
import type { Place } from "../diagnostics/index.ts";
import type { Container, RootContent } from "../source/index.ts";
import { placeOf, plainText } from "../source/index.ts";
import type { Building, Context, DraftSection } from "./building.ts";
import { error, isPlan, onlyOf, warning } from "./building.ts";
import {
  checkAttributes,
  checkClasses,
  checkRole,
  productsOf,
  readCondition,
} from "./check-attributes.ts";
import { declareId } from "./ids.ts";
import type { RecordType } from "./model.ts";
import { didYouMean } from "./near.ts";
import { attributePlace, attributesOf, withChildren, withClass } from "./nodes.ts";
import { prepareBlocks, preparePhrasing } from "./prepare.ts";
import { loseTable, recordsFromList, recordsFromTable } from "./records.ts";

/** The walk through one list of blocks: the source's own, or those of an `only` container. */
type Walk = {
  /** The open sections, the document's own first. */
  readonly open: DraftSection[];
  readonly context: Context;
  /** The heading of the document, which opens no section. */
  readonly title?: Heading;
  /** Depth of the open `.register` heading. */
  register?: number | undefined;
  /** Of the open heading; `unknown` when it names a type that is not there. */
  records?: RecordType | "unknown" | undefined;
  /** The section that an `only` container opened and closed last, until the next heading. */
  closed?: DraftSection | undefined;
};

/** Puts all blocks of the source into sections, records and plans. */
export function walkSource(
  building: Building,
  root: DraftSection,
  title: Heading | undefined,
): void {
  const context: Context = { only: [], editorial: false, printed: true };
  building.sections.push(root);
  walk(building, building.source.tree.children, {
    open: [root],
    context,
    ...(title === undefined ? {} : { title }),
  });
}

function walk(building: Building, nodes: readonly RootContent[], state: Walk): void {
  for (const node of nodes) {
    if (node.type === "heading") openHeading(building, node, state);
    else if (node.type === "container" && node.name === "only") walkOnly(building, node, state);
    else if (node.type === "container" && isPlan(node))
      building.plans.push({ node, context: contextOf(state) });
    else addBlock(building, node, state);
  }
}

function contextOf(state: Walk): Context {
  const top = state.open.at(-1);
  const printed = state.context.printed && state.register === undefined;
  const editorial = state.context.editorial || (printed && top?.editorial === true);
  return { ...state.context, printed, editorial };
}

function addBlock(building: Building, node: RootContent, state: Walk): void {
  const section = state.open.at(-1);
  if (section === undefined) throw new Error("Bug: no section is open.");
  const context = contextOf(state);
  if (context.printed) warnIfMoved(building, node, section, state);
  const prepared = prepareBlocks(building, [node], {
    ...context,
    ...(state.records !== undefined && { recorded: true }),
    onConditional: () => {
      section.conditional = true;
    },
  });
  if (state.records === "unknown") {
    if (node.type === "table") loseTable(building, node);
  } else if (state.records !== undefined) {
    if (node.type === "table") recordsFromTable(building, state.records, node, context);
    const list = prepared[0];
    if (node.type === "list" && list?.type === "list")
      recordsFromList(building, state.records, node.children, list.children, context);
  }
  if (!context.printed) return;
  const marked = state.context.editorial
    ? prepared.map((one) => withClass(one, "editorial"))
    : prepared;
  for (const one of marked) section.content.push(one);
}

/** Text after a container that held whole sections belongs to the section around it, and so prints before them. */
function warnIfMoved(
  building: Building,
  node: RootContent,
  section: DraftSection,
  state: Walk,
): void {
  if (state.closed === undefined) return;
  state.closed = undefined;
  warning(building.report, "text-follows-its-heading", placeOf(building.source, node), [
    `This text stands after a container that holds sections, so it is printed before them, in "${plainText([...section.heading])}".`,
    "Give it a heading of its own, or move it before the container.",
  ]);
}

function openHeading(building: Building, node: Heading, state: Walk): void {
  const place = placeOf(building.source, node);
  state.closed = undefined;
  if (node === state.title) return;
  if (state.register !== undefined && node.depth <= state.register) state.register = undefined;
  const { classes, values } = attributesOf(node);
  if (state.register === undefined && classes.includes("register")) state.register = node.depth;
  checkAttributes(building, node, ["role", "annex", "records", "lang"], "A heading");
  checkClasses(building, node);
  state.records = recordsUnder(building, node, values.get("records"));
  if (state.register !== undefined || !state.context.printed) {
    const id = attributesOf(node).id;
    if (id !== undefined) declareId(building, id, place);
    return;
  }
  while (state.open.length > 1 && (state.open.at(-1)?.depth ?? 0) >= node.depth) state.open.pop();
  const parent = state.open.at(-1);
  if (parent === undefined) throw new Error("Bug: the document's own section was closed.");
  checkDepth(building, node, parent, place);
  const section = sectionOf(building, node, parent, state);
  parent.sections.push(section);
  state.open.push(section);
  building.sections.push(section);
}

function recordsUnder(
  building: Building,
  node: Heading,
  name: string | undefined,
): RecordType | "unknown" | undefined {
  if (name === undefined) return undefined;
  const type = building.types.get(name);
  if (type !== undefined) return type;
  error(
    building.report,
    "record-type-is-known",
    attributePlace(building.source, node, "records="),
    [
      `There is no record type "${name}".`,
      ...didYouMean(name, building.types.keys()),
      "A project can add its own under records: in dossier.yaml.",
    ],
  );
  return "unknown";
}

/** A document without a `#` heading begins with `##`; below that every level has the next one inside. */
function checkDepth(building: Building, node: Heading, parent: DraftSection, place: Place): void {
  const deepest = parent.level === 1 ? Math.max(parent.depth + 1, 2) : parent.depth + 1;
  if (node.depth <= deepest) return;
  warning(building.report, "heading-levels-are-consecutive", place, [
    `This heading has ${node.depth} marks "#" where at most ${deepest} can follow, so it is printed a level higher.`,
    `Write it with ${"#".repeat(deepest)}.`,
  ]);
}

function sectionOf(
  building: Building,
  node: Heading,
  parent: DraftSection,
  state: Walk,
): DraftSection {
  const attributes = attributesOf(node);
  const place = placeOf(building.source, node);
  const editorial =
    state.context.editorial || parent.editorial || attributes.classes.includes("editorial");
  const role = attributes.values.get("role");
  if (role !== undefined) {
    checkRole(building, role, attributePlace(building.source, node, "role="));
  }
  const { id } = attributes;
  const isNamed = id !== undefined && declareId(building, id, place);
  return {
    kind: "section",
    id: isNamed ? id : "", // made from the words when all given ids are known
    level: parent.level + 1,
    depth: node.depth,
    heading: preparePhrasing(building, node.children, { ...state.context, editorial }),
    attributes,
    ...(role === undefined ? {} : { role }),
    annexIn: productsOf(building, node, "annex") ?? [],
    editorial,
    content: [],
    sections: [],
    ...onlyOf(state.context),
    place,
  };
}

/** Sections inside the container are conditional; what stands before the first of them stays in the container. */
function walkOnly(building: Building, node: Container, state: Walk): void {
  const hasSections = holdsHeading(node);
  if (!hasSections && state.register === undefined) {
    addBlock(building, node, state);
    return;
  }
  const outer = contextOf(state);
  const only = [...outer.only, readCondition(building, node)];
  const editorial = outer.editorial || attributesOf(node).classes.includes("editorial");
  const first = node.children.findIndex((child) => holdsHeading(child));
  const before = first > 0 && state.register === undefined ? node.children.slice(0, first) : [];
  if (before.length > 0) addBlock(building, withChildren(node, before), state);
  const inner: Walk = {
    open: [...state.open],
    context: { ...outer, only, editorial },
    register: state.register,
    records: state.records,
  };
  walk(building, node.children.slice(before.length), inner);
  if (inner.open.at(-1) !== state.open.at(-1)) state.closed = inner.open.at(-1);
}

function holdsHeading(node: RootContent): boolean {
  if (node.type === "heading") return true;
  return node.type === "container" && node.name === "only" && node.children.some(holdsHeading);
}
