import type { Nodes, PhrasingContent } from "mdast";
import type { Inline } from "../../document/index.ts";
import { quoteMarks } from "../../typography/index.ts";
import type { Building } from "./building.ts";
import { imageOf } from "./images.ts";
import { shortened, targetOf } from "./links.ts";
import { noteReference } from "./notes.ts";
import { isOfTemplate, placed, roleOf, settingOf, spoken } from "./place.ts";
import { mentionsIn, withReferences } from "./references.ts";
import { joined } from "./runs.ts";

/** Running text of one block: white space folded, nothing at the ends, neighbours joined. */
export function running(
  building: Building,
  nodes: readonly PhrasingContent[],
  parent: string,
): readonly Inline[] {
  return joined(
    building.written === undefined
      ? stretch(building, nodes, parent)
      : inTwoLanguages(building, building.written, nodes, parent),
  );
}

/** What the source says stands in its own language among the words of the template. */
function inTwoLanguages(
  building: Building,
  written: string,
  nodes: readonly PhrasingContent[],
  parent: string,
): readonly Inline[] {
  const inlines: Inline[] = [];
  for (let from = 0; from < nodes.length; ) {
    const ofTemplate = isOfTemplate(nodes[from] as PhrasingContent);
    const next = nodes.findIndex((node, at) => at > from && isOfTemplate(node) !== ofTemplate);
    const end = next < 0 ? nodes.length : next;
    const part = nodes.slice(from, end);
    from = end;
    if (ofTemplate) inlines.push(...stretch(building, part, parent));
    else {
      const id = building.ids.idOf(undefined, parent, "t");
      const children = stretch({ ...building, language: written }, part, parent);
      inlines.push({ kind: "span", id, language: written, children });
    }
  }
  return inlines;
}

function stretch(
  building: Building,
  nodes: readonly PhrasingContent[],
  parent: string,
): readonly Inline[] {
  return nodes.flatMap((node) => inlines(building, node, parent));
}

function inlines(building: Building, node: PhrasingContent, parent: string): readonly Inline[] {
  const base = (): { readonly id: string } => ({
    id: building.ids.idOf(node, parent, "t"),
    ...placed(building, node),
    ...spoken(building, node),
  });
  switch (node.type) {
    case "text":
      return mentionsIn(
        building,
        { kind: "text", value: node.value, ...placed(building, node) },
        parent,
      );
    case "emphasis":
      return node.data?.attributes === undefined
        ? [{ kind: "emphasis", ...base(), children: stretch(building, node.children, parent) }]
        : special(building, node, parent);
    case "strong":
      return [{ kind: "strong", ...base(), children: stretch(building, node.children, parent) }];
    case "delete":
      return [
        { kind: "strikethrough", ...base(), children: stretch(building, node.children, parent) },
      ];
    case "inlineCode":
      return [{ kind: "inlineCode", ...base(), value: node.value }];
    case "inlineMath":
      return [{ kind: "formula", ...base(), tex: node.value, display: node.display }];
    case "break":
      return [{ kind: "lineBreak" }];
    case "link": {
      const words = stretch(building, node.children, parent);
      const linkTarget = targetOf(building, node);
      // Without words the name at least is read, so that the gap is seen.
      if (linkTarget === undefined) {
        return words.length === 0 ? [{ kind: "text", value: shortened(node.url) }] : words;
      }
      const children =
        linkTarget.kind === "node" ? withReferences(building, linkTarget.id, words, parent) : words;
      const title = node.title ? { title: node.title } : {};
      return [{ kind: "link", ...base(), target: linkTarget, ...title, children }];
    }
    case "image": {
      const image = imageOf(building, node);
      return image === undefined
        ? [{ kind: "text", value: node.alt ?? "", ...placed(building, node) }]
        : [{ kind: "inlineImage", ...base(), image }];
    }
    default:
      return other(building, node, parent);
  }
}

/** Footnotes, and kinds that a later syntax may add: their words are kept. */
function other(building: Building, node: Nodes, parent: string): readonly Inline[] {
  const note = noteReference(building, node, parent);
  if (note !== undefined) return [note];
  if ("children" in node) return stretch(building, node.children as PhrasingContent[], parent);
  if ("value" in node && typeof node.value === "string") {
    return [{ kind: "text", value: node.value, ...placed(building, node) }];
  }
  return [];
}

/** What our own helpers print: an emphasis with a class, which no Markdown can make. */
function special(
  building: Building,
  node: PhrasingContent & { readonly children: PhrasingContent[] },
  parent: string,
): readonly Inline[] {
  const role = roleOf(building, { ...node, position: undefined } as Nodes);
  if (role === "page-number") return [{ kind: "pageNumber" }];
  if (role === "current-section") return [{ kind: "currentSection" }];
  if (role === "page-count") return [{ kind: "pageCount" }];
  const base = {
    id: building.ids.idOf(undefined, parent, "t"),
    ...placed(building, node),
    ...spoken(building, node),
  };
  const around = base.language === undefined ? building : { ...building, language: base.language };
  const children = stretch(around, node.children, parent);
  if (role === "placeholder") return [{ kind: "placeholder", ...base, children }];
  if (role === "quotation" || role === "quotation-within") {
    const { open, close } = quoteMarks(around.language, role !== "quotation");
    const marked: readonly Inline[] = [
      { kind: "text", value: open },
      ...children,
      { kind: "text", value: close },
    ];
    return [{ kind: "span", ...base, children: marked }];
  }
  if (role === "abbreviation") {
    const expansion = settingOf(node, "title");
    return [{ kind: "span", ...base, role, ...(expansion && { expansion }), children }];
  }
  return [{ kind: "span", ...base, ...(role !== undefined && { role }), children }];
}
