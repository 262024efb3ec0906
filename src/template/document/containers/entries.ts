import type { ListItem, Paragraph, PhrasingContent, RootContent, Strong } from "mdast";
import type { Container } from "../../../source/index.ts";

/** An item `- **Label** value`, or `- Label: value`. */
export type Entry = {
  readonly item: ListItem;
  readonly label: readonly PhrasingContent[];
  /** What follows the label on its line. */
  readonly value: readonly PhrasingContent[];
  /** Further blocks of the item. */
  readonly more: readonly RootContent[];
  /** The label was marked as such. */
  readonly isLabelled: boolean;
};

/** The items of the lists in a container, and what else stands there. */
export function entriesOf(node: Container): {
  readonly entries: readonly Entry[];
  readonly others: readonly RootContent[];
} {
  const entries: Entry[] = [];
  const others: RootContent[] = [];
  for (const child of node.children) {
    if (child.type === "list") entries.push(...child.children.map(entryOf));
    else others.push(child);
  }
  return { entries, others };
}

export function entryOf(item: ListItem): Entry {
  const [first, ...more] = item.children;
  if (first?.type !== "paragraph") {
    return { item, label: [], value: [], more: item.children, isLabelled: false };
  }
  const bold = boldLabel(first);
  if (bold !== undefined) return { item, ...bold, more, isLabelled: true };
  const parted = partedAtColon(first);
  if (parted !== undefined) return { item, ...parted, more, isLabelled: true };
  return { item, label: first.children, value: [], more, isLabelled: false };
}

type Parted = Pick<Entry, "label" | "value">;

function boldLabel(paragraph: Paragraph): Parted | undefined {
  const start = paragraph.children.findIndex(
    (child) => child.type !== "text" || child.value.trim() !== "",
  );
  const strong = paragraph.children[start];
  if (strong?.type !== "strong") return undefined;
  return {
    label: (strong satisfies Strong).children,
    value: withoutColon(paragraph.children.slice(start + 1)),
  };
}

/** A colon after the label belongs to the typing, not to the text. */
function withoutColon(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const [first, ...others] = nodes;
  if (first?.type !== "text") return nodes;
  const value = first.value.replace(/^\s*:?\s*/, "");
  if (value === first.value) return nodes;
  return value === "" ? others : [{ ...first, value }, ...others];
}

function partedAtColon(paragraph: Paragraph): Parted | undefined {
  for (const [index, child] of paragraph.children.entries()) {
    if (child.type !== "text") continue;
    const at = /\s?:\s/.exec(child.value) ?? /:$/.exec(child.value);
    if (at === null) continue;
    const before = child.value.slice(0, at.index);
    const after = child.value.slice(at.index + at[0].length);
    const rest = paragraph.children.slice(index + 1);
    return {
      label: [...paragraph.children.slice(0, index), { ...child, value: before }],
      value: after === "" ? rest : [{ ...child, value: after }, ...rest],
    };
  }
  return undefined;
}
