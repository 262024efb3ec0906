import type { Nodes } from "mdast";
import type { Place } from "../diagnostics/index.ts";
import type { Container, RootContent } from "../source/index.ts";
import { placeOf } from "../source/index.ts";
import type { Building } from "./building.ts";
import { error, listed, warning } from "./building.ts";
import { conditionOf, namesIn } from "./condition.ts";
import {
  isKnownContainer,
  knownAttributes,
  knownPhrasingAttributes,
  usualContainers,
} from "./known-attributes.ts";
import type { Condition } from "./model.ts";
import { didYouMean } from "./near.ts";
import { attributePlace, attributesOf } from "./nodes.ts";

/** Classes with a meaning besides those of record types; the document knows the later ones. */
const classes = [
  ...["key", "editorial", "register"],
  ...[
    "unnumbered",
    "landscape",
    "page-break",
    "unlisted",
    "numbered",
    "keep",
    "wide",
    "small",
    "lead",
    "decorative",
    "here",
  ],
];

/** Usual places of a section in a briefing note, and of a slide in a deck. */
const roles = [
  ...["purpose", "summary", "background", "considerations", "options", "recommendation"],
  ...["next", "outcomes", "issue", "conclusion", "key-messages"],
];

/** Tells an unknown container, class or attribute. `isRecord`: its attributes are the fields of a record. */
export function checkBlock(building: Building, node: RootContent, isRecord: boolean): void {
  if (node.type === "container") checkContainer(building, node);
  if (node.data?.attributes === undefined) return;
  if (hasKnownClasses(node)) checkClasses(building, node);
  const known = isRecord ? undefined : knownAttributes(node);
  if (known !== undefined) checkAttributes(building, node, known.names, known.what);
}

/** Tells an unknown attribute of an image, a link or a cell. */
export function checkPhrasing(building: Building, node: Nodes): void {
  if (node.data?.attributes === undefined) return;
  const known = knownPhrasingAttributes(node);
  if (known !== undefined) checkAttributes(building, node, known.names, known.what);
}

function checkContainer(building: Building, node: Container): void {
  const { values } = attributesOf(node);
  const isMeantAsPlan = plans.some(([, attribute]) => values.has(attribute));
  if (isMeantAsPlan) {
    // Said of a slide, or shorter than a block: as an error, since it would be printed.
    const [name] = plans.find(([, attribute]) => values.has(attribute)) ?? [""];
    error(building.report, "container-is-known", placeOf(building.source, node), [
      `A container "${node.name}" is printed where it stands, but this one looks like "${name}".`,
      `Did you mean "${name}"?`,
    ]);
  } else if (!isKnownContainer(node)) {
    warning(building.report, "container-is-known", placeOf(building.source, node), [
      `There is no container "${node.name}"; what it holds is printed as a group.`,
      ...didYouMean(node.name, usualContainers),
    ]);
  }
}

/** Containers that are not printed, with an attribute that no other has. */
const plans = [
  ["notes", "slide"],
  ["brief", "of"],
] as const;

/** Classes of code and tables and the like belong to the document, which has its own. */
function hasKnownClasses(node: RootContent): boolean {
  return node.type === "paragraph" || node.type === "listItem" || node.type === "heading";
}

export function checkClasses(building: Building, node: Nodes): void {
  for (const name of attributesOf(node).classes) {
    if (classes.includes(name) || building.types.has(name)) continue;
    const known = [...classes, ...building.types.keys()];
    warning(building.report, "class-is-known", attributePlace(building.source, node, `.${name}`), [
      `The class ".${name}" has no meaning here.`,
      ...didYouMean(name, known),
    ]);
  }
}

/** Tells each attribute that is not among the known ones. */
export function checkAttributes(
  building: Building,
  node: Nodes,
  known: readonly string[],
  what: string,
): void {
  for (const name of attributesOf(node).values.keys()) {
    if (known.includes(name)) continue;
    warning(
      building.report,
      "attribute-is-known",
      attributePlace(building.source, node, `${name}=`),
      [
        `${what} has no attribute "${name}".`,
        ...didYouMean(name, known),
        `It takes ${listed(known)}.`,
      ],
    );
  }
}

/** What an `only` container demands. */
export function readCondition(building: Building, node: Container): Condition {
  checkAttributes(building, node, ["kind", "audience", "lang", "format"], 'A container "only"');
  productsOf(building, node, "kind");
  return conditionOf(node);
}

/** The product kinds of an attribute (`kind=`, `annex=`); undefined when it is not given. */
export function productsOf(
  building: Building,
  node: Nodes,
  attribute: string,
): readonly string[] | undefined {
  const written = attributesOf(node).values.get(attribute);
  if (written === undefined) return undefined;
  const names = namesIn(written);
  for (const name of names) {
    if (building.products.has(name)) continue;
    const place = attributePlace(building.source, node, `${attribute}=`);
    error(building.report, "product-is-known", place, [
      `There is no product kind "${name}".`,
      ...didYouMean(name, building.products),
      `There are ${listed([...building.products])}.`,
    ]);
  }
  return names;
}

/** Tells a role that is probably mistyped; a template of the project may use others. */
export function checkRole(building: Building, role: string, place: Place): void {
  if (roles.includes(role)) return;
  const near = didYouMean(role, roles);
  if (near.length === 0) return;
  warning(building.report, "role-is-known", place, [
    `No usual part of a document has the role "${role}".`,
    ...near,
  ]);
}
