import type { NodeId } from "../../document/index.ts";
import type { DocxContext } from "./context.ts";
import type { Child, FileChild } from "./element.ts";
import { addFirst, element, hasTallRuns, isParagraph, restyleRuns, valued } from "./element.ts";
import { beginsAtRight, isRightToLeft } from "./language.ts";
import { frameAttributes } from "./styles/frame-attributes.ts";
import { indentAttributes } from "./styles/indent.ts";
import { stripLeft } from "./styles/measures.ts";
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
  const turns = direction(named, children, context);
  const facing = turns === undefined || isCode(named) ? named : turned(named, context);
  const style = hasTallRuns(children) ? growing(facing, context) : facing;
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
      turns,
      turns === undefined ? undefined : indentBesideNumber(style, options, context),
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

/**
 * Only where it is not that of the document, which the defaults of the styles tell: that of its language, or else of its first letter (UAX
 * #9, P2). Code runs from left to right in any language.
 */
function direction(
  style: string,
  children: readonly Child[],
  { document, language = document.language }: DocxContext,
): Child | undefined {
  const fromRight = isRightToLeft(language) || beginsAtRight(firstLetter(children) ?? "");
  const own = fromRight && !isCode(style);
  if (own === isRightToLeft(document.language)) return undefined;
  return element("w:bidi", own ? undefined : { "w:val": 0 });
}

/** Its lines stand across the page in any document. */
function isCode(style: string): boolean {
  return /HTMLPreformatted/.test(style);
}

/** Left and right are where lines begin and end (17.3.1.6, 17.3.1.12): what stood in a strip of the page would leave it, and numbers their side. */
function turned(id: string, context: DocxContext): string {
  const style = context.paragraphStyles.get(id);
  if (style === undefined) return id;
  const { theme } = context;
  const text = theme.styles[style.role] ?? theme.styles["body"];
  const strip = stripLeft(theme, text?.strip ?? "main");
  const { left = strip + (text?.indent ?? 0), right = 0, ...others } = style.indent ?? {};
  const outer = Math.min(strip, left);
  const align = style.align ?? text?.align;
  return context.use(
    variant(style, {
      id: `${id}Turned`,
      name: `${style.name.replace(/^heading/, "Heading")} Turned`,
      indent: { ...others, left: left - outer + right, right: outer },
      ...(align === "right" ? { align: "left" } : {}),
    }),
  );
}

/** The indent of a number that is given to a paragraph outdoes that of its style (17.9.22), so it is said again. */
function indentBesideNumber(
  style: string,
  { properties = [] }: ParagraphOptions,
  context: DocxContext,
): Child | undefined {
  const isNumbered = properties.some((one) => typeof one !== "string" && one.name === "w:numPr");
  const indent = context.paragraphStyles.get(style)?.indent;
  return isNumbered && indent !== undefined
    ? element("w:ind", indentAttributes(indent))
    : undefined;
}

function firstLetter(children: readonly Child[], within = ""): string | undefined {
  for (const child of children) {
    const found =
      typeof child !== "string"
        ? firstLetter(child.contents, child.name)
        : within === "w:t"
          ? /\p{L}/u.exec(child)?.[0]
          : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
