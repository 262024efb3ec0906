import type {
  Enumerator,
  Inline,
  InlineVisitor,
  Link,
  NodeId,
  NoteReference,
  Reference,
} from "../../document/index.ts";
import { textOf, visitInline } from "../../document/index.ts";
import { addressOf } from "./addresses.ts";
import type { DocxContext } from "./context.ts";
import type { Child } from "./element.ts";
import { element, externalLink, valued } from "./element.ts";
import { field, pageReference, simpleField } from "./fields.ts";
import { languageAttributes, stretchesOf } from "./language.ts";
import { officeMath } from "./omml.ts";
import { pageCount } from "./page-series.ts";
import { image } from "./picture.ts";
import type { Told } from "./references.ts";
import { toldKey } from "./references.ts";
import { escapeText, lineBreakRun, textRun, words } from "./text.ts";

/** What surrounds a stretch: the innermost character style and the language. Word allows one character style a run. */
type Surroundings = {
  readonly context: DocxContext;
  readonly styles: readonly string[];
  readonly language?: string;
  /** Within a link, in which there is no other. Absent: not. */
  readonly inLink?: boolean;
};

/** Running text as runs of one paragraph. */
export function runs(
  children: readonly Inline[],
  context: DocxContext,
  ...styles: readonly string[]
): readonly Child[] {
  const { language } = context;
  const around = { context, styles, ...(language === undefined ? {} : { language }) };
  return children.flatMap((child) => visitInline(child, visitor, around));
}

/** A run for each direction of its text. */
function spokenRuns(text: string, around: Surroundings): readonly Child[] {
  return stretchesOf(text).map((stretch) =>
    element("w:r", undefined, properties(around, stretch.isRightToLeft), words(stretch.text)),
  );
}

/** Word allows one character style a run: nested ones have a style of their own that joins them (`StrongEmphasis`). */
function properties(
  around: Omit<Surroundings, "context"> & { readonly context?: DocxContext },
  isRightToLeft = false,
): Child | undefined {
  const { context, styles, language } = around;
  const style = context === undefined ? styles.at(-1) : context.characterStyle(styles);
  if (style === undefined && language === undefined && !isRightToLeft) return undefined;
  return element(
    "w:rPr",
    undefined,
    style === undefined ? undefined : valued("w:rStyle", style),
    isRightToLeft ? element("w:rtl") : undefined,
    language === undefined ? undefined : element("w:lang", languageAttributes(language)),
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
    ...around,
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
  "small-capitals": "SmallCapitals",
  "small-print": "SmallPrint",
  value: "FactValue",
  "fact-value": "FactValue",
  marking: "Marking",
  kind: "Kind",
};

const visitor: InlineVisitor<readonly Child[], Surroundings> = {
  text: (node, around) => (node.value === "" ? [] : spokenRuns(node.value, around)),
  emphasis: (node, around) => within(node.children, around, "Emphasis", node.language),
  strong: (node, around) => within(node.children, around, "Strong", node.language),
  strikethrough: (node, around) => within(node.children, around, "Strikethrough", node.language),
  inlineCode: (node, around) => [
    ...spokenRuns(node.value, { ...around, styles: [...around.styles, "HTMLCode"] }),
  ],
  link,
  inlineImage: (node, around) =>
    image(node.image, around.context, around.context.theme.page.width / 2),
  formula: (node, around) => {
    const math = officeMath(node);
    return math === undefined ? spokenRuns(node.tex, around) : [math];
  },
  lineBreak: () => [lineBreakRun()],
  noteReference: (node, { context }) => noteReference(node, context),
  placeholder: (node, around) => within(node.children, around, "PlaceholderText", node.language),
  span: (node, around) =>
    within(
      node.children,
      around,
      node.role === undefined ? undefined : spanStyles[node.role],
      node.language,
    ),
  enumerator,
  reference,
  pageNumber: (_node, { context: { annex, series } }) => [
    ...(annex === undefined ? [] : [textRun(`${annex}-`)]),
    ...simpleField("PAGE", series === "front" ? "i" : "1"),
  ],
  currentSection: (_node, { context }) => simpleField("STYLEREF 1", firstHeading(context)),
  pageCount: (_node, { context }) => pageCount(context),
};

function link(node: Link, around: Surroundings): readonly Child[] {
  const { context } = around;
  if (around.inLink === true) return within(node.children, around, undefined, node.language);
  const inLink = { ...around, inLink: true };
  const shown = within(node.children, inLink, "Hyperlink", node.language);
  if (node.target.kind === "node") {
    const anchor = context.bookmarks.of(node.target.id);
    return [
      element(
        "w:hyperlink",
        { "w:anchor": anchor, "w:history": 1, "w:tooltip": tooltipOf(node) },
        ...shown,
      ),
    ];
  }
  const address = addressOf(node.target.url);
  if (address === undefined) return within(node.children, around, undefined, node.language);
  return [externalLink(address, tooltipOf(node), shown)];
}

/** Word shows 260 characters of it at most, and does not open a file with more. */
function tooltipOf({ title }: Link): string | undefined {
  return title === undefined ? undefined : [...escapeText(title)].slice(0, 255).join("");
}

/** What Word shows on the first page that has a heading; `1` is the built-in style in any language of Word (17.16.5.59). */
function firstHeading({ document }: DocxContext): string {
  const first = document.content.find((block) => block.kind === "section");
  return first === undefined ? "" : textOf(first.heading.children).trim();
}

/** The number of a caption counts by a field (17.16.5.56); it can be told elsewhere, and that of a heading too. */
function enumerator(node: Enumerator, around: Surroundings): readonly Child[] {
  const { context } = around;
  const shown = spokenRuns(node.number, around);
  const series = node.series === "section" ? undefined : sequences[node.series];
  const isCounted = series !== undefined && /^\d+$/.test(node.number);
  const number = isCounted
    ? field(`SEQ ${series} \\* ARABIC`, shown, () => properties(around))
    : shown;
  return context.owner === undefined ? number : told(number, context.owner, "number", context);
}

const sequences = { figure: "Figure", table: "Table" } as const;

/** REF and PAGEREF (17.16.5.49, 17.16.5.45) with what they show as our layout knows it. */
function reference(node: Reference, around: Surroundings): readonly Child[] {
  const { context } = around;
  const page = context.facts.pageOf.get(node.target) ?? "";
  if (node.shows === "page") {
    const bookmark = context.bookmarks.of(node.target);
    const shown = (text: string): readonly Child[] => spokenRuns(text, around);
    return page === "" ? [] : pageReference(bookmark, page, shown, () => properties(around));
  }
  const shown = node.text === "" ? [] : spokenRuns(node.text, around);
  const key = toldKey(node.target, node.shows);
  // The number of a paragraph is not in its text.
  const isCounted = node.shows === "number" && context.countedHeadings.has(node.target);
  return context.told.has(key)
    ? field(`REF ${context.bookmarks.told(key)} ${isCounted ? "\\r " : ""}\\h`, shown, () =>
        properties(around),
      )
    : shown;
}

/** The same runs within the bookmark that fields elsewhere read; unchanged when none does. */
export function told(
  children: readonly Child[],
  node: NodeId,
  what: Told,
  context: DocxContext,
): readonly Child[] {
  const key = toldKey(node, what);
  const name = context.bookmarks.told(key);
  if (!context.told.has(key) || !context.bookmarks.isFree(name)) return children;
  const id = context.next("bookmark");
  return [
    element("w:bookmarkStart", { "w:id": id, "w:name": name }),
    ...children,
    element("w:bookmarkEnd", { "w:id": id }),
  ];
}

/** A footnote has one reference (17.11.14); another one points at it by a field and shows its number (17.16.5.36). */
function noteReference(node: NoteReference, context: DocxContext): readonly Child[] {
  if (context.inNote === true) return [textRun(String(node.number), "FootnoteReference")];
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
    return field(`NOTEREF ${bookmark} \\f \\h`, [inStyle(shown)]);
  }
  const id = context.next("bookmark");
  return [
    element("w:bookmarkStart", { "w:id": id, "w:name": bookmark }),
    inStyle(element("w:footnoteReference", { "w:id": number })),
    element("w:bookmarkEnd", { "w:id": id }),
  ];
}
