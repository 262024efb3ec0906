import type { RootContent } from "mdast";
import type { Block, Formula, Inline } from "../../document/index.ts";
import type { Building, Spot } from "./building.ts";
import { containerOf } from "./container.ts";
import { definitionListOf } from "./definitions.ts";
import { figureOf } from "./figure.ts";
import { running } from "./inline.ts";
import { listOf } from "./list.ts";
import { pageBreak, saysPageBreak } from "./page-break.ts";
import { hasClass, placed, roled, spoken } from "./place.ts";
import { quoteOf } from "./quote.ts";
import { tableOf } from "./table.ts";

/** What a Markdown block becomes; nothing for what prints nothing, several where a container only groups. */
export function blockOf(building: Building, node: RootContent, spot: Spot): readonly Block[] {
  switch (node.type) {
    case "paragraph":
      return figureOf(building, node, spot) ?? paragraphOf(building, node, spot);
    case "list":
      return listOf(building, node, spot);
    case "table":
      return [tableOf(building, node, spot)];
    case "blockquote":
      return [quoteOf(building, node, spot)];
    case "code": {
      const id = building.ids.idOf(node, spot.parent, "code");
      const language = node.lang ? { programmingLanguage: node.lang } : {};
      return [
        {
          kind: "codeBlock",
          id,
          ...placed(building, node),
          ...roled(building, node),
          code: node.value,
          ...language,
        },
      ];
    }
    case "math": {
      const id = building.ids.idOf(node, spot.parent, "formula");
      const place = placed(building, node);
      const formula = {
        kind: "formula",
        id: `${id}.tex`,
        ...place,
        tex: node.value,
        display: true,
      };
      return [{ kind: "paragraph", id, ...place, role: "formula", children: [formula as Formula] }];
    }
    case "thematicBreak": {
      const id = building.ids.idOf(node, spot.parent, "divider");
      return [{ kind: "divider", id, ...placed(building, node) }];
    }
    case "definitionList":
      return [definitionListOf(building, node, spot)];
    case "container":
      return containerOf(building, node, spot);
    default:
      return otherOf(building, node, spot);
  }
}

type ParagraphNode = Extract<RootContent, { readonly type: "paragraph" }>;

function paragraphOf(building: Building, node: ParagraphNode, spot: Spot): readonly Block[] {
  if (saysPageBreak(node)) return [pageBreak(building, node, spot)];
  const id = building.ids.idOf(node, spot.parent, "p");
  const children = running(building, node.children, id);
  if (children.length === 0) return [];
  return [
    ...(hasClass(node, "page-break") ? [pageBreak(building, node, spot)] : []),
    {
      kind: "paragraph",
      id,
      ...placed(building, node),
      ...(isFormula(children) ? { role: "formula" } : {}),
      ...roled(building, node),
      ...spoken(building, node),
      children,
    },
  ];
}

/** Nothing but a formula that stands apart. */
function isFormula(children: readonly Inline[]): boolean {
  const [only, second] = children;
  return only?.kind === "formula" && only.display && second === undefined;
}

/** Running text or an unknown kind among blocks: its words are kept. */
function otherOf(building: Building, node: RootContent, spot: Spot): readonly Block[] {
  if ("children" in node && node.type === "listItem") return building.blocks(node.children, spot);
  const id = building.ids.idOf(undefined, spot.parent, "p");
  const children = running(building, [node as never], id);
  if (children.length === 0) return [];
  return [{ kind: "paragraph", id, ...placed(building, node), children }];
}
