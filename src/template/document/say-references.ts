import type { Report } from "../../diagnostics/index.ts";
import type { Inline, Link, NodeId, Reference } from "../../document/index.ts";
import { mapNodes } from "../../document/index.ts";
import type { Counted, Counting, Named } from "./numbering.ts";

export type Saying = Pick<Counting, "label"> & {
  readonly named: ReadonlyMap<NodeId, Named>;
  /** References that print what the part is called, with its label. */
  readonly automatic: ReadonlySet<NodeId>;
  /** References that are `%s` where their target has no number. */
  readonly percents: ReadonlySet<NodeId>;
  readonly report: Report;
};

/** The same document with the words of its references. */
export function sayReferences(parts: Counted, saying: Saying): Counted {
  return mapNodes(
    parts,
    (node) => {
      if (node.kind !== "link") return node;
      const link = node as unknown as Link;
      const children = link.children.flatMap((child) => said(child, link, saying));
      return children.every((child, index) => child === link.children[index])
        ? node
        : { ...node, children };
    },
    ["link"],
  );
}

function said(child: Inline, link: Link, saying: Saying): readonly Inline[] {
  if (child.kind === "reference") {
    const named = saying.named.get(child.target) ?? { what: "other", title: "" };
    return saying.automatic.has(child.id)
      ? called(child, named, saying)
      : [asked(child, named, link, saying)];
  }
  if (!("children" in child)) return [child];
  return [{ ...child, children: child.children.flatMap((inner) => said(inner, link, saying)) }];
}

/** "Figure 2", "section 3.2", "Annex A", a title, or else "page 7". */
function called(
  reference: Reference,
  { what, number, title }: Named,
  { label }: Saying,
): readonly Inline[] {
  if (what === "annex" && number !== undefined) {
    const words = label("annex").replace("%", number);
    return [title.startsWith(words) ? plain(words) : { ...reference, shows: "title", text: title }];
  }
  if (number !== undefined) {
    const shown: Reference = { ...reference, shows: "number", text: number };
    return what === "item" ? [shown] : [plain(`${label(labelKeys[what] ?? what)}\u00A0`), shown];
  }
  if (title !== "") return [{ ...reference, shows: "title", text: title }];
  return [plain(`${label("reference-page")}\u00A0`), { ...reference, shows: "page" }];
}

const labelKeys: Readonly<Record<string, string>> = { section: "reference-section" };

const plain = (value: string): Inline => ({ kind: "text", value });

function asked(reference: Reference, named: Named, link: Link, saying: Saying): Inline {
  const { number, title } = named;
  if (reference.shows === "page") return reference;
  if (reference.shows === "title") return { ...reference, text: title || reference.target };
  if (number !== undefined) return { ...reference, text: number };
  if (saying.percents.has(reference.id)) return { kind: "text", value: "%s" };
  saying.report({
    rule: "reference-has-number",
    severity: "warning",
    message: `The link asks for the number of "${reference.target}", which has none.`,
    ...(link.place && { place: link.place }),
    hints: [
      'Number the sections with "numbering:" in the head, or ask for "{title}" or "{page}" in the link.',
    ],
  });
  return title === ""
    ? { ...reference, shows: "page" }
    : { ...reference, shows: "title", text: title };
}
