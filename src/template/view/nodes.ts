import type { Heading, Link, Paragraph, PhrasingContent, RootContent, Text } from "mdast";
import type { Place } from "../../diagnostics/index.ts";
import type { ModelSection } from "../../model/index.ts";
import type { Attributes, Container } from "../../source/index.ts";

/** Markdown nodes that the template stage makes itself. */

export function textNode(value: string): Text {
  return { type: "text", value };
}

export function paragraphNode(children: readonly PhrasingContent[]): Paragraph {
  return { type: "paragraph", children: [...children] };
}

export function linkNode(url: string, text: string): Link {
  return { type: "link", url, children: [textNode(text)] };
}

/**
 * Running text with a role, or in another language. It is an emphasis with attributes, which no Markdown can write, so
 * that nothing in a source passes for it.
 */
export function spanNode(
  role: string | undefined,
  children: readonly PhrasingContent[],
  language?: string,
): PhrasingContent {
  const values = new Map(language === undefined ? [] : [["lang", language]]);
  const attributes: Attributes = { classes: role === undefined ? [] : [role], values };
  return { type: "emphasis", children: [...children], data: { attributes } };
}

/** Classes of a heading that the document reads. */
const sectionMarks = ["unnumbered", "landscape", "page-break"];

/** A section of the source as one block, whatever stands around it. */
export function sectionNode(
  id: string,
  heading: Heading,
  children: readonly RootContent[],
  { place, attributes: written }: Pick<ModelSection, "place" | "attributes">,
): Container {
  const classes = written.classes.filter((name) => sectionMarks.includes(name));
  const attributes: Attributes = { id, classes, values: new Map() };
  return {
    type: "container",
    name: "section",
    children: [heading, ...children],
    data: { attributes },
    position: positionOf(place),
  };
}

export function headingNode(
  depth: number,
  children: readonly PhrasingContent[],
  place: Place,
): Heading {
  const within = Math.min(6, Math.max(1, depth)) as Heading["depth"];
  return { type: "heading", depth: within, children: [...children], position: positionOf(place) };
}

function positionOf(place: Place): NonNullable<Container["position"]> {
  const start = { line: place.line, column: place.column };
  const end = { line: place.endLine ?? place.line, column: place.endColumn ?? place.column };
  return { start, end };
}
