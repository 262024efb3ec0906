import type {
  Html,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  TableCell,
  TableRow,
} from "mdast";
import { runningText } from "./html-cell.ts";
import { tableOf } from "./html-table.ts";
import type { Tag } from "./html-tag.ts";
import { plainText } from "./words.ts";

/** An element of HTML with the blocks that it holds so far. */
export type Frame = {
  /** Absent for what stands around all. */
  readonly tag: Tag | undefined;
  readonly html: Html | undefined;
  readonly children: Nodes[];
  /** Words under a picture or above a table. */
  caption?: Paragraph;
};

export function newFrame(tag: Tag | undefined, html: Html | undefined): Frame {
  return { tag, html, children: [] };
}

/** The blocks that an element becomes; parts of lists and tables until the element around them is built. */
export function builtFrame(frame: Frame, around: Frame, end: Html | undefined): Nodes[] {
  const made = built(frame, around);
  const start = frame.html?.position?.start;
  const last = end?.position?.end ?? lastEnd(frame.children) ?? frame.html?.position?.end;
  if (start === undefined || last === undefined) return made;
  return made.map((node) =>
    node.position === undefined ? { ...node, position: { start, end: last } } : node,
  );
}

function lastEnd(nodes: readonly Nodes[]) {
  return nodes.at(-1)?.position?.end;
}

function built(frame: Frame, around: Frame): Nodes[] {
  const { tag, children } = frame;
  const name = tag?.name ?? "";
  switch (name) {
    case "ul":
    case "menu":
    case "dir":
    case "ol":
      return listOf(frame);
    case "li":
      return [
        { type: "listItem", spread: false, checked: null, children: loose(children) as never },
      ];
    case "dl":
      return definitionsOf(children);
    case "dt":
      return withText(children, (text) => [{ type: "definitionTerm", children: text }]);
    case "dd":
      return [{ type: "definitionDescription", children: loose(children) as RootContent[] }];
    case "table":
      return tableOf(children, frame.caption);
    case "tr":
      return [{ type: "tableRow", children: children.map(asCell) }];
    case "td":
    case "th":
      return [cellOf(frame, name)];
    case "thead":
    case "tfoot":
      return children;
    case "blockquote":
      return children.length === 0
        ? []
        : [{ type: "blockquote", children: loose(children) as never }];
    case "figure":
      return figureOf(frame);
    case "caption":
    case "figcaption":
      return withText(children, (text) => {
        const paragraph: Paragraph = { type: "paragraph", children: text };
        if (around.tag?.name !== "table" && around.tag?.name !== "figure") return [paragraph];
        around.caption = paragraph;
        return [];
      });
    case "summary":
      return withText(children, (text) => [
        { type: "paragraph", children: [{ type: "strong", children: text }] },
      ]);
    default:
      return /^h[1-6]$/.test(name) ? headingOf(children, Number(name[1])) : loose(children);
  }
}

function withText(children: readonly Nodes[], make: (text: PhrasingContent[]) => Nodes[]): Nodes[] {
  const text = runningText(children);
  return text.length === 0 ? [] : make(text);
}

/** A heading of nothing but a picture, as at the top of many a project's page, is that picture. */
function headingOf(children: readonly Nodes[], depth: number): Nodes[] {
  return withText(children, (text) => {
    const words = text.filter((node) => node.type !== "image" && node.type !== "break");
    if (plainText(words) === "" && plainText(text) === "") {
      return [{ type: "paragraph", children: text }];
    }
    return [{ type: "heading", depth: depth as 1, children: text }];
  });
}

/** What stands in a list but in no item is an item. */
function listOf({ tag, children }: Frame): Nodes[] {
  const items: ListItem[] = [];
  let last: Nodes | undefined;
  for (const node of children) {
    if (node.type === "listItem") items.push(node);
    else if (last?.type === "listItem" && node.type === "list") last.children.push(node);
    else items.push({ type: "listItem", spread: false, checked: null, children: [node as never] });
    last = items.at(-1);
  }
  const start = Number(tag?.values.get("start") ?? "1");
  const ordered = tag?.name === "ol";
  if (items.length === 0) return [];
  return [
    {
      type: "list",
      ordered,
      start:
        ordered && Number.isInteger(start) && start >= 0 && start < 1e9
          ? start
          : ordered
            ? 1
            : null,
      spread: false,
      children: items,
    },
  ];
}

function definitionsOf(children: readonly Nodes[]): Nodes[] {
  const parts = children.filter(
    (node) => node.type === "definitionTerm" || node.type === "definitionDescription",
  );
  if (parts.length === 0 || parts.length < children.length) return loose(children);
  return [{ type: "definitionList", children: parts }];
}

function cellOf({ tag, children }: Frame, name: string): Nodes {
  const span = (key: string): number => {
    const count = Number(tag?.values.get(key) ?? "1");
    return Number.isInteger(count) && count > 1 ? Math.min(count, 100) : 1;
  };
  const written = (tag?.values.get("align") ?? "").toLowerCase();
  const align = written === "center" || written === "right" ? ({ align: written } as const) : {};
  const cell = { head: name === "th", columns: span("colspan"), rows: span("rowspan"), ...align };
  return { type: "tableCell", children: runningText(children), data: { cell } };
}

/** What stands in a row but in no cell is a cell. */
function asCell(node: Nodes): TableCell {
  return node.type === "tableCell" ? node : { type: "tableCell", children: runningText([node]) };
}

/** A picture takes its caption; other figures have it below. */
function figureOf({ children, caption }: Frame): Nodes[] {
  if (caption === undefined) return loose(children);
  const images = children.flatMap((node) =>
    node.type === "paragraph" && node.children.length === 1 && node.children[0]?.type === "image"
      ? [node.children[0]]
      : [],
  );
  const [image, second] = images;
  if (image === undefined || second !== undefined) return [...loose(children), caption];
  const values = new Map([["caption", plainText([caption])]]);
  image.data = { ...image.data, attributes: { classes: [], values } };
  return loose(children);
}

/** Parts of lists and tables that stand in none are what they hold. */
export function loose(nodes: readonly Nodes[]): Nodes[] {
  return nodes.flatMap((node): readonly Nodes[] => {
    switch (node.type) {
      case "listItem":
      case "definitionDescription":
        return node.children;
      case "tableRow":
        return rowText(node);
      case "tableCell":
      case "definitionTerm":
        return node.children.length === 0 ? [] : [{ type: "paragraph", children: node.children }];
      default:
        return [node];
    }
  });
}

function rowText(row: TableRow): readonly Nodes[] {
  const children = row.children.flatMap((cell, index): PhrasingContent[] =>
    index === 0 ? cell.children : [{ type: "text", value: " " }, ...cell.children],
  );
  return children.length === 0 ? [] : [{ type: "paragraph", children }];
}
