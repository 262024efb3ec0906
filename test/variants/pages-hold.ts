import type { Block, DocumentTree, Inline } from "../../src/document/index.ts";
import { partsOf, textsOf } from "../../src/document/index.ts";
import type { Page, TraceLine } from "../../src/layout/index.ts";
import { traceOf } from "../../src/layout/index.ts";
import type { Theme } from "../../src/theme/index.ts";
import { overlaps, ownItems, printed, squeezed } from "../layout/support.ts";

/** What a reader would hold against pages; each gives the faults in words, and nothing when all is well. */
export type Laid = {
  readonly document: DocumentTree;
  readonly theme: Theme;
  readonly pages: readonly Page[];
};

export const faultsOf = (laid: Laid): readonly string[] => [
  ...lostTexts(laid),
  ...laid.pages.flatMap((page) =>
    overlaps(page).map((text) => `page ${page.label}: ${text} overlap`),
  ),
  ...outOfPlace(laid),
  ...outOfBoxes(laid),
  ...strandedHeadings(laid),
  ...lonelyLines(laid),
];

/** Texts of the document that are on no page. What is said to a slide is not on it, and a date stands there under its year. */
function lostTexts({ document, pages }: Laid): readonly string[] {
  const text = squeezed(printed(pages));
  const content = document.content.map(
    (block): Block => (block.kind === "slide" ? { ...block, notes: [] } : block),
  );
  const isDeck = content.some((block) => block.kind === "slide");
  return textsOf({ ...document, content })
    .map((each) => (isDeck ? each.replace(/,? \d{4}$/, "") : each))
    .filter((each) => !text.includes(squeezed(each)))
    .map((each) => `"${each}" is on no page`);
}

/** Items beyond the margins or over the foot of the page. */
function outOfPlace({ pages, theme }: Laid): readonly string[] {
  const { margins } = theme.page;
  const feet = Object.values(theme.frames).filter((frame) => frame.kind === "footer");
  const foot = Math.min(...feet.map((frame) => frame.y));
  return pages.flatMap((page) =>
    ownItems(page).flatMap((item) => {
      const right = item.kind === "disc" ? item.x + item.diameter : item.x + item.width;
      const bottom = item.kind === "glyphs" ? item.y : item.y + sizeOf(item);
      const isIn =
        item.x >= margins.left - 2 &&
        // Hanging punctuation of justified text stands a little beyond the edge.
        right <= page.width - margins.right + 3 &&
        bottom <= foot;
      const what = item.kind === "glyphs" ? item.text : item.kind;
      return isIn ? [] : [`page ${page.label}: "${what}" stands outside`];
    }),
  );
}

const sizeOf = (item: ReturnType<typeof ownItems>[number]): number =>
  item.kind === "disc" ? item.diameter : item.kind === "glyphs" ? 0 : item.height;

/** Text that begins on a tint and reaches beyond it. */
function outOfBoxes({ pages }: Laid): readonly string[] {
  return pages.flatMap((page) => {
    const tints = page.items.filter(
      (item) => item.kind === "box" && "artifact" in item.tag && item.tag.artifact === "background",
    );
    return page.items.flatMap((item) => {
      if (item.kind !== "glyphs") return [];
      const under = tints.find(
        (box) =>
          box.kind === "box" &&
          item.x > box.x &&
          item.x < box.x + box.width &&
          item.y > box.y &&
          item.y < box.y + box.height + item.size / 2,
      );
      if (under?.kind !== "box") return [];
      const isIn =
        item.x + item.width <= under.x + under.width + 0.5 && item.y <= under.y + under.height;
      return isIn ? [] : [`page ${page.label}: "${item.text}" reaches beyond its box`];
    });
  });
}

// ------------------------------------------------------------------------------------------------------ breaks of pages

/** Lines of nodes, column after column, as they are read. */
function columnsOf({ pages, theme }: Laid): readonly (readonly TraceLine[])[] {
  const [region] = theme.masters.later.regions;
  const middle = region?.column === true ? region.x + region.width + 5 : Number.POSITIVE_INFINITY;
  return traceOf(pages).pages.flatMap(({ lines }) => {
    const own = lines.filter((line) => line.node !== undefined);
    return [own.filter((line) => line.x <= middle), own.filter((line) => line.x > middle)].filter(
      (column) => column.length > 0,
    );
  });
}

/** Headings below which there is no line of their section in the same column. */
function strandedHeadings(laid: Laid): readonly string[] {
  if (laid.theme.slides !== undefined) return [];
  const headings = new Set<string>();
  eachBlock(laid.document.content, (block) => {
    if (block.kind === "section" && block.children.length > 0) headings.add(block.heading.id);
  });
  return columnsOf(laid).flatMap((lines) => {
    const lowest = Math.max(...lines.filter((line) => !isOf(headings, line)).map((line) => line.y));
    return lines
      .filter((line) => isOf(headings, line) && line.y > lowest + 1)
      .filter((line) => !besideIts(line, lines))
      .map((line) => `The heading "${line.text}" stands at the foot of a page`);
  });
}

const isOf = (ids: ReadonlySet<string>, line: TraceLine): boolean =>
  line.node !== undefined && ids.has(line.node);

/** A side heading may be taller than the text beside it. */
const besideIts = (line: TraceLine, lines: readonly TraceLine[]): boolean => {
  const first = lines.find((each) => each.node === line.node);
  return lines.some((each) => each.node !== line.node && Math.abs(each.y - (first?.y ?? 0)) < 1);
};

/** Paragraphs of which one line stands alone at the head or the foot of a column. */
function lonelyLines(laid: Laid): readonly string[] {
  if (laid.theme.slides !== undefined) return [];
  // Bold words and links in a paragraph are nodes of their own.
  const owners = new Map<string, string>();
  eachBlock(laid.document.content, (block) => {
    if (block.kind !== "paragraph") return;
    owners.set(block.id, block.id);
    eachInline(block.children, ({ id }) => void owners.set(id, block.id));
  });
  const counts = new Map<string, number[]>();
  for (const lines of columnsOf(laid)) {
    const here = new Map<string, Set<number>>();
    for (const line of lines) {
      const owner = owners.get(line.node ?? "");
      if (owner === undefined) continue;
      here.set(owner, (here.get(owner) ?? new Set()).add(Math.round(line.y)));
    }
    for (const [node, rows] of here) counts.set(node, [...(counts.get(node) ?? []), rows.size]);
  }
  return [...counts].flatMap(([node, rows]) =>
    rows.length > 1 && rows.some((count) => count < 2)
      ? [`A line of "${node}" stands alone: ${rows.join(" + ")} lines`]
      : [],
  );
}

function eachBlock(blocks: readonly Block[], visit: (block: Block) => void): void {
  for (const block of blocks) {
    visit(block);
    eachBlock(
      partsOf(block).flatMap((part) => (part.kind === "block" ? [part.block] : [])),
      visit,
    );
  }
}

function eachInline(nodes: readonly Inline[], visit: (node: Named) => void): void {
  for (const node of nodes) {
    if ("id" in node && node.id !== undefined) visit({ id: node.id });
    if ("children" in node) eachInline(node.children, visit);
  }
}

type Named = { readonly id: string };

/** Share of the height of the last page of a document, or of what stands before its annexes, that is in use. */
export function leastFilled({ document, pages, theme }: Laid): number {
  const annexes = new Set(
    document.content.flatMap((block) =>
      block.kind === "section" && block.newPage === true ? [block.id] : [],
    ),
  );
  const begins = (page: Page): boolean =>
    page.items.some((item) => item.kind === "destination" && annexes.has(item.node));
  const region = theme.masters.later.regions[0];
  const last = pages.findIndex((page) => page.number > 1 && begins(page));
  const page = pages.at(last < 0 ? -1 : last - 1);
  const top = region?.y ?? 0;
  const used =
    Math.max(0, ...(page === undefined ? [] : ownItems(page)).map((item) => item.y)) - top;
  return used / (region?.height ?? 1);
}
