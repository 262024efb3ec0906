import type { Nodes } from "mdast";
import type { Container, RootContent } from "../source/index.ts";

/** What a node is called in a sentence, and the attributes that the model or the document reads of it. */
export type Known = { readonly what: string; readonly names: readonly string[] };

/** Containers that the model reads, and those that the document knows; others are groups with that name as their role. */
export const usualContainers: readonly string[] = [
  ...["only", "brief", "slide", "notes"],
  ...["note", "tip", "important", "warning", "caution"],
  ...["columns", "column", "cards", "card", "timeline", "quick-facts", "key-values", "decision"],
  ...["masthead", "kind", "variant", "subtitle", "lead", "paragraphs", "group", "contents"],
  ...["list-of-figures", "list-of-tables", "table", "page-break"],
  ...["section", "annex", "running", "figure", "quote", "aside", "box"],
];

export function isKnownContainer({ name }: Container): boolean {
  return usualContainers.includes(name);
}

const ofTable = ["caption", "align", "widths", "header-rows", "lang", "role"];
const usual = ["lang", "role"];
const ofImage = [...usual, "caption", "width", "height"];

/** Containers with attributes besides the usual ones. */
const containers: Readonly<Record<string, readonly string[]>> = {
  table: [...ofTable, "src", "columns", "limit", "delimiter"],
  figure: [...usual, "caption"],
  column: [...usual, "share"],
  contents: [...usual, "depth"],
  running: [...usual, "frame", "pages"],
};

/**
 * What may be said of a block where it stands by itself. Undefined where others say what is known: of headings, records and
 * containers that are no part of the text, and of containers that nobody knows.
 */
export function knownAttributes(node: RootContent): Known | undefined {
  switch (node.type) {
    case "paragraph":
      return { what: "A paragraph", names: holdsImageOnly(node) ? ofImage : usual };
    case "list":
      return { what: "A list", names: usual };
    case "listItem":
      // What a timeline reads of its entries.
      return { what: "An item of a list", names: [...usual, "year", "short"] };
    case "table":
      return { what: "A table", names: ofTable };
    case "blockquote":
      return { what: "A quotation", names: usual };
    case "code":
      return { what: "A block of code", names: usual };
    case "definitionList":
    case "definitionDescription":
      return { what: "A definition", names: usual };
    case "container":
      return isKnownContainer(node)
        ? { what: `A container "${node.name}"`, names: ofContainer(node) }
        : undefined;
    default:
      return undefined;
  }
}

/** What may be said of an image, a link or a cell. What only a browser heeds is no fault. */
export function knownPhrasingAttributes(node: Nodes): Known | undefined {
  switch (node.type) {
    case "image":
      return { what: "An image", names: ofImage };
    case "link":
      return { what: "A link", names: ["lang", "title", "target", "rel", "download"] };
    case "tableCell":
      return { what: "A cell", names: ["colspan", "rowspan", "lang"] };
    default:
      return undefined;
  }
}

function ofContainer({ name }: Container): readonly string[] {
  return Object.hasOwn(containers, name) ? (containers[name] ?? usual) : usual;
}

function holdsImageOnly(node: Extract<RootContent, { readonly type: "paragraph" }>): boolean {
  return node.children.some(({ type }) => type === "image");
}
