import type { Block, Heading, NodeId } from "../../document/index.ts";
import { textOf } from "../../document/index.ts";
import type { Beginning } from "./destinations.ts";
import type { PdfSink, Reference } from "./sink.ts";
import { referenceSyntax } from "./sink.ts";
import { bytesSyntax, textSyntax } from "./syntax.ts";

type Bookmark = {
  readonly title: string;
  readonly destination: NodeId;
  readonly children: readonly Bookmark[];
};

/** Bookmarks (ISO 32000-1, 12.3.3): sections and slides that are on a page, one within another as in the document. */
export function writeOutline(
  sink: PdfSink,
  blocks: readonly Block[],
  beginnings: ReadonlyMap<NodeId, Beginning>,
): void {
  const bookmarks = bookmarksOf(blocks, beginnings);
  if (bookmarks.length === 0) return;
  const root = sink.reserve();
  const [first, last] = writeLevel(sink, bookmarks, root);
  sink.object(root, `<</Type/Outlines${ends(first, last)}/Count ${bookmarks.length}>>`);
  sink.catalogue("Outlines", referenceSyntax(root));
}

function bookmarksOf(
  blocks: readonly Block[],
  beginnings: ReadonlyMap<NodeId, Beginning>,
): readonly Bookmark[] {
  return blocks.flatMap((block): readonly Bookmark[] => {
    switch (block.kind) {
      case "section":
      case "slide": {
        const children = bookmarksOf(block.children, beginnings);
        const bookmark = bookmarkOf(block.id, block.heading, children, beginnings);
        return bookmark === undefined ? children : [bookmark];
      }
      case "group":
      case "callout":
      case "quote":
        return bookmarksOf(block.children, beginnings);
      case "columns":
        return block.columns.flatMap((column) => bookmarksOf(column.children, beginnings));
      default:
        return [];
    }
  });
}

function bookmarkOf(
  node: NodeId,
  heading: Heading,
  children: readonly Bookmark[],
  beginnings: ReadonlyMap<NodeId, Beginning>,
): Bookmark | undefined {
  const title = textOf(heading.children).trim();
  const destination = [node, heading.id].find((id) => beginnings.has(id));
  return title === "" || destination === undefined ? undefined : { title, destination, children };
}

/** Items of one level know their neighbours. Below the first level they are closed, which a negative count says. */
function writeLevel(
  sink: PdfSink,
  bookmarks: readonly Bookmark[],
  parent: Reference,
): readonly [Reference, Reference] {
  const references = bookmarks.map(() => sink.reserve());
  for (const [index, { title, destination, children }] of bookmarks.entries()) {
    const own = references[index] as Reference;
    const entries = [
      `/Title${textSyntax(title)}/Parent ${referenceSyntax(parent)}/Dest${bytesSyntax(destination)}`,
    ];
    const before = references[index - 1];
    const after = references[index + 1];
    if (before !== undefined) entries.push(`/Prev ${referenceSyntax(before)}`);
    if (after !== undefined) entries.push(`/Next ${referenceSyntax(after)}`);
    if (children.length > 0) {
      const [first, last] = writeLevel(sink, children, own);
      entries.push(`${ends(first, last)}/Count -${children.length}`);
    }
    sink.object(own, `<<${entries.join("")}>>`);
  }
  return [references[0] as Reference, references.at(-1) as Reference];
}

function ends(first: Reference, last: Reference): string {
  return `/First ${referenceSyntax(first)}/Last ${referenceSyntax(last)}`;
}
