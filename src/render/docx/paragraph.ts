import type { FileChild } from "docx";
import type { NodeId } from "../../document/index.ts";
import type { DocxContext } from "./context.ts";
import type { Child } from "./element.ts";
import { element, valued } from "./element.ts";

export type ParagraphOptions = {
  /** The node whose hidden bookmark it carries. */
  readonly node?: NodeId;
  /** Further bookmarks by name. */
  readonly bookmarks?: readonly string[];
  /** Properties beyond the style, in the order of 17.3.1.26, between `pStyle` and the end. */
  readonly properties?: readonly Child[];
};

/** A paragraph that looks as its style says. */
export function paragraph(
  style: string,
  children: readonly Child[],
  context: DocxContext,
  options: ParagraphOptions = {},
): FileChild {
  const names = [
    ...(options.node === undefined ? [] : [context.bookmarks.of(options.node)]),
    ...(options.bookmarks ?? []),
  ];
  const marks = names.map((name) => ({ name, id: context.next("bookmark") }));
  return element(
    "w:p",
    undefined,
    element("w:pPr", undefined, valued("w:pStyle", style), ...(options.properties ?? [])),
    ...marks.map(({ name, id }) => element("w:bookmarkStart", { "w:id": id, "w:name": name })),
    ...children,
    ...[...marks].reverse().map(({ id }) => element("w:bookmarkEnd", { "w:id": id })),
  );
}
