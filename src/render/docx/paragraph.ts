import type { NodeId } from "../../document/index.ts";
import type { DocxContext } from "./context.ts";
import type { Child, FileChild } from "./element.ts";
import { addFirst, element, hasTallRuns, isParagraph, restyleRuns, valued } from "./element.ts";
import { isRightToLeft } from "./language.ts";
import { frameAttributes } from "./styles/frame-attributes.ts";
import { variant } from "./styles/variant.ts";

export type ParagraphOptions = {
  /** The node whose hidden bookmark it carries. */
  readonly node?: NodeId;
  /** Further bookmarks by name. */
  readonly bookmarks?: readonly string[];
  /** Properties beyond the style, in the order of 17.3.1.26, between `pStyle` and `bidi`. */
  readonly properties?: readonly Child[];
};

/** A paragraph that looks as its style says. */
export function paragraph(
  named: string,
  children: readonly Child[],
  context: DocxContext,
  options: ParagraphOptions = {},
): FileChild {
  const style = hasTallRuns(children) ? growing(named, context) : named;
  const names = [
    ...(options.node === undefined ? [] : [context.bookmarks.of(options.node)]),
    ...(options.bookmarks ?? []),
  ].filter(context.bookmarks.isFree);
  const marks = names.map((name) => ({ name, id: context.next("bookmark") }));
  // Bold in bold is not bold in Word (17.7.3).
  if (context.isBold(style)) restyleRuns(children, context.styleInBold);
  return element(
    "w:p",
    undefined,
    element(
      "w:pPr",
      undefined,
      valued("w:pStyle", style),
      frame(style, context),
      ...(options.properties ?? []),
      direction(style, context),
    ),
    ...marks.map(({ name, id }) => element("w:bookmarkStart", { "w:id": id, "w:name": name })),
    ...children,
    ...[...marks].reverse().map(({ id }) => element("w:bookmarkEnd", { "w:id": id })),
  );
}

/** LibreOffice before 7.6 looks for frames in paragraphs alone, so what the style says of its frame is said again. */
function frame(style: string, context: DocxContext): Child | undefined {
  const place = context.paragraphStyles.get(style)?.frame;
  if (place === undefined) return undefined;
  return element("w:framePr", frameAttributes(place, context.isRightToLeft));
}

/** Puts the hidden bookmark of a node at the beginning of the first of these paragraphs, if there is one. */
export function markFirst(content: readonly FileChild[], node: NodeId, context: DocxContext): void {
  const first = content.find(isParagraph);
  const name = context.bookmarks.of(node);
  if (first === undefined || !context.bookmarks.isFree(name)) return;
  const id = context.next("bookmark");
  addFirst(first, element("w:bookmarkEnd", { "w:id": id }));
  addFirst(first, element("w:bookmarkStart", { "w:id": id, "w:name": name }));
}

/** A line of exact height would cut what is taller than it. */
function growing(id: string, context: DocxContext): string {
  const style = context.paragraphStyles.get(id);
  if (style === undefined || style.lineRule !== undefined) return id;
  return context.use(
    variant(style, {
      id: `${id}Growing`,
      name: `${style.name} Growing`,
      lineRule: "atLeast",
    }),
  );
}

/** Only where it is not that of the document, which the defaults of the styles tell; code runs from left to right in any language. */
function direction(
  style: string,
  { document, language = document.language }: DocxContext,
): Child | undefined {
  const own = isRightToLeft(language) && !/HTMLPreformatted/.test(style);
  if (own === isRightToLeft(document.language)) return undefined;
  return element("w:bidi", own ? undefined : { "w:val": 0 });
}
