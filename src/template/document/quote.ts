import type { Blockquote, Paragraph, RootContent } from "mdast";
import type { Callout, Inline, Quote } from "../../document/index.ts";
import type { Building, Spot } from "./building.ts";
import { placed, roled, spoken } from "./place.ts";

/** A quotation, or a notice as on GitHub: `> [!NOTE]`. */
export function quoteOf(building: Building, node: Blockquote, spot: Spot): Quote | Callout {
  const alert = alertOf(node);
  if (alert !== undefined) {
    return calloutOf(building, node, { name: alert.name, children: alert.children }, spot);
  }
  const id = building.ids.idOf(node, spot.parent, "quote");
  return {
    kind: "quote",
    id,
    ...placed(building, node),
    ...roled(building, node),
    ...spoken(building, node),
    children: building.blocks(node.children, { ...spot, parent: id }),
  };
}

export type CalloutWords = {
  /** `note`, `tip`, `warning`, `important` or `caution`. */
  readonly name: string;
  /** Absent: the usual one of the name, in the document's language. */
  readonly label?: readonly Inline[];
  readonly children: readonly RootContent[];
};

export function calloutOf(
  building: Building,
  node: RootContent,
  { name, label, children }: CalloutWords,
  spot: Spot,
): Callout {
  const id = building.ids.idOf(node, spot.parent, "callout");
  return {
    kind: "callout",
    id,
    ...placed(building, node),
    label: label ?? [{ kind: "text", value: building.label(name) }],
    children: building.blocks(children, { ...spot, parent: id }),
  };
}

type Alert = { readonly name: string; readonly children: readonly RootContent[] };

function alertOf(node: Blockquote): Alert | undefined {
  const [first, ...others] = node.children;
  if (first?.type !== "paragraph") return undefined;
  const [text, ...following] = first.children;
  if (text?.type !== "text") return undefined;
  const match = /^\[!(note|tip|warning|important|caution)\][ \t]*(?:\n|$)/i.exec(text.value);
  const name = match?.[1]?.toLowerCase();
  if (match === null || name === undefined) return undefined;
  const value = text.value.slice(match[0].length);
  const children = value === "" ? following : [{ ...text, value }, ...following];
  const rest: Paragraph = { ...first, children };
  return { name, children: children.length > 0 ? [rest, ...others] : others };
}
