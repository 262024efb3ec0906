import { ImageRun } from "docx";
import type { ImageReference, Inline, InlineVisitor, NoteReference } from "../../document/index.ts";
import { visitInline } from "../../document/index.ts";
import type { DocxContext } from "./context.ts";
import type { Child } from "./element.ts";
import { element, externalLink, valued } from "./element.ts";
import { field, simpleField } from "./fields.ts";
import { escapeText } from "./text.ts";

/** What surrounds a stretch: the innermost character style and the language. Word allows one character style a run. */
type Surroundings = {
  readonly context: DocxContext;
  readonly styles: readonly string[];
  readonly language?: string;
};

/** Running text as runs of one paragraph. */
export function runs(
  children: readonly Inline[],
  context: DocxContext,
  ...styles: readonly string[]
): readonly Child[] {
  return children.flatMap((child) => visitInline(child, visitor, { context, styles }));
}

/** A run of plain words. */
export function textRun(text: string, style?: string): Child {
  return run(text, { styles: style === undefined ? [] : [style] });
}

/** One tab. */
export function tabRun(): Child {
  return element("w:r", undefined, element("w:tab"));
}

function run(text: string, around: Parameters<typeof properties>[0]): Child {
  return element(
    "w:r",
    undefined,
    properties(around),
    element("w:t", { "xml:space": "preserve" }, escapeText(text)),
  );
}

/** Word allows one character style a run: nested ones have a style of their own that joins them (`StrongEmphasis`). */
function properties({
  context,
  styles,
  language,
}: Omit<Surroundings, "context"> & { readonly context?: DocxContext }): Child | undefined {
  const style = context === undefined ? styles.at(-1) : context.characterStyle(styles);
  if (style === undefined && language === undefined) return undefined;
  return element(
    "w:rPr",
    undefined,
    style === undefined ? undefined : valued("w:rStyle", style),
    language === undefined ? undefined : valued("w:lang", language),
  );
}

function within(
  children: readonly Inline[],
  around: Surroundings,
  style: string | undefined,
  language?: string,
): readonly Child[] {
  const spoken = language ?? around.language;
  const next: Surroundings = {
    context: around.context,
    styles: style === undefined ? around.styles : [...around.styles, style],
    ...(spoken === undefined ? {} : { language: spoken }),
  };
  return children.flatMap((child) => visitInline(child, visitor, next));
}

const spanStyles: Readonly<Record<string, string>> = {
  superscript: "Superscript",
  subscript: "Subscript",
  kbd: "HTMLKeyboard",
  mark: "Mark",
  underline: "Underline",
  "small-print": "SmallPrint",
  value: "FactValue",
  "fact-value": "FactValue",
  marking: "Marking",
  kind: "Kind",
};

const visitor: InlineVisitor<readonly Child[], Surroundings> = {
  text: (node, around) => (node.value === "" ? [] : [run(node.value, around)]),
  emphasis: (node, around) => within(node.children, around, "Emphasis", node.language),
  strong: (node, around) => within(node.children, around, "Strong", node.language),
  strikethrough: (node, around) => within(node.children, around, "Strikethrough", node.language),
  inlineCode: (node, around) => [
    run(node.value, { ...around, styles: [...around.styles, "HTMLCode"] }),
  ],
  link(node, around) {
    const { context } = around;
    const children = within(node.children, around, "Hyperlink", node.language);
    if (node.target.kind === "node") {
      return [
        element(
          "w:hyperlink",
          {
            "w:anchor": context.bookmarks.of(node.target.id),
            "w:history": 1,
            "w:tooltip": node.title,
          },
          ...children,
        ),
      ];
    }
    return [externalLink(node.target.url, `L${context.next("link")}`, node.title, children)];
  },
  inlineImage: (node, around) =>
    image(node.image, around.context, around.context.theme.page.width / 2),
  lineBreak: () => [element("w:r", undefined, element("w:br"))],
  noteReference: (node, { context }) => noteReference(node, context),
  placeholder: (node, around) => within(node.children, around, "PlaceholderText", node.language),
  span: (node, around) =>
    within(
      node.children,
      around,
      node.role === undefined ? undefined : spanStyles[node.role],
      node.language,
    ),
  enumerator: (node, around) => [run(node.number, around)],
  reference: (node, around) => [
    run(node.text || (around.context.facts.pageOf.get(node.target) ?? ""), around),
  ],
  pageNumber: () => simpleField("PAGE", "1"),
  pageCount: (_node, { context }) => simpleField("NUMPAGES", String(context.facts.pages)),
};

/** A footnote has one reference (17.11.14); another one points at it by a field and shows its number (17.16.5.36). */
function noteReference(node: NoteReference, context: DocxContext): readonly Child[] {
  const number = context.noteNumber(node.note);
  const bookmark = context.bookmarks.of(`note reference ${node.note}`);
  const inStyle = (child: Child): Child =>
    element(
      "w:r",
      undefined,
      element("w:rPr", undefined, valued("w:rStyle", "FootnoteReference")),
      child,
    );
  if (!context.isFirstReference(node.note)) {
    const shown = element("w:t", { "xml:space": "preserve" }, String(number));
    return field(`NOTEREF ${bookmark} \\f \\h`, inStyle(shown));
  }
  const id = context.next("bookmark");
  return [
    element("w:bookmarkStart", { "w:id": id, "w:name": bookmark }),
    inStyle(element("w:footnoteReference", { "w:id": number })),
    element("w:bookmarkEnd", { "w:id": id }),
  ];
}

/** An image in the line, no wider than `widest` points; its alternative text when the file is missing. */
export function image(
  reference: ImageReference,
  context: DocxContext,
  widest: number,
): readonly Child[] {
  const asset = context.assets.image(reference.source);
  if (asset === undefined)
    return reference.alternative === "" ? [] : [textRun(reference.alternative)];
  const natural = (asset.width / asset.density) * 72;
  const width = Math.min(natural, widest);
  const height = (width * asset.height) / asset.width;
  const number = context.next("picture");
  return [
    new ImageRun({
      type: asset.format === "png" ? "png" : "jpg",
      data: asset.bytes,
      // docx takes pixels of 1/96 inch
      transformation: { width: (width * 96) / 72, height: (height * 96) / 72 },
      altText: { name: `Picture ${number}`, description: reference.alternative, title: "" },
    }),
  ];
}
