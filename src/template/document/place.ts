import type { Nodes } from "mdast";
import type { Place } from "../../diagnostics/index.ts";
import type { NodeId } from "../../document/index.ts";
import { readLanguage } from "../../model/index.ts";
import type { Attributes } from "../../source/index.ts";
import type { Building } from "./building.ts";

/** Where a node was written: in a template, or else in the source. */
function placeOf(building: Building, node: Nodes): Place | undefined {
  const place = writtenPlace(node);
  if (place !== undefined) return place;
  const { position } = node;
  if (position === undefined) return undefined;
  return {
    file: building.file,
    line: position.start.line,
    column: position.start.column,
    endLine: position.end.line,
    endColumn: position.end.column,
  };
}

/** Nodes that a template wrote carry the place there; those of the source have a position. */
function writtenPlace(node: Nodes): Place | undefined {
  return "place" in node ? (node.place as Place) : undefined;
}

export function isOfTemplate(node: Nodes): boolean {
  return node.position === undefined;
}

/** Notes that the node is marked `.unnumbered`. */
export function markUnnumbered(building: Building, node: Nodes, id: NodeId): void {
  if (hasClass(node, "unnumbered")) building.unnumbered.add(id);
}

/** `place`, to be spread into a node. */
export function placed(building: Building, node: Nodes | undefined): { readonly place?: Place } {
  const place = node === undefined ? undefined : placeOf(building, node);
  return place === undefined ? {} : { place };
}

export function attributesOf(node: Nodes): Attributes | undefined {
  return node.data?.attributes;
}

export function settingOf(node: Nodes, name: string): string | undefined {
  const value = attributesOf(node)?.values.get(name);
  return value === undefined || value === "" ? undefined : value;
}

export function hasClass(node: Nodes, name: string): boolean {
  return attributesOf(node)?.classes.includes(name) ?? false;
}

/** Classes that say something of a node and are no styles. */
const marks = [
  "row-headers",
  "unnumbered",
  "keep",
  "striped",
  "page-break",
  "landscape",
  "new-page",
  "here",
];

/**
 * The style that a node asks for: `role=`, or a class. In a source classes and roles have meanings of their own, so
 * only names that are surely styles count there.
 */
export function roleOf(building: Building, node: Nodes): string | undefined {
  const attributes = attributesOf(node);
  if (attributes === undefined) return undefined;
  const names = [attributes.values.get("role") ?? "", ...attributes.classes].filter(
    (name) => name !== "" && !marks.includes(name),
  );
  return isOfTemplate(node) ? names[0] : names.find((name) => building.roles.has(name));
}

export function roled(building: Building, node: Nodes): { readonly role?: string } {
  const role = roleOf(building, node);
  return role === undefined ? {} : { role };
}

/** `language`, where the node asks for another one than the document's; what is no language could not stand in a file. */
export function spoken(building: Building, node: Nodes): { readonly language?: string } {
  const given = settingOf(node, "lang");
  const asked = given === undefined ? undefined : readLanguage(given);
  const language = asked === undefined ? undefined : fullLanguage(asked, building.language);
  return language === undefined || language === building.language ? {} : { language };
}

/** `fr` beside `en-CA` is `fr-CA`: of the two languages that differ by country here, the country is the document's. */
export function fullLanguage(asked: string, beside: string): string {
  const [, country] = beside.split("-");
  const differs = /^(?:en|fr)$/.test(asked);
  return differs && country !== undefined ? `${asked}-${country}` : asked;
}
