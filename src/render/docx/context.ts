import type { Report } from "../../diagnostics/index.ts";
import type { DocumentTree, Language, NodeId, PageFacts } from "../../document/index.ts";
import { annexIds } from "../../document/index.ts";
import type { Assets } from "../../layout/index.ts";
import type { Theme } from "../../theme/index.ts";
import type { DocxMemo } from "./docx-memo.ts";
import { createDocxMemo } from "./docx-memo.ts";
import { countedHeadings, numberedLevels } from "./heading-numbers.ts";
import { isRightToLeft } from "./language.ts";
import type { Look } from "./look.ts";
import type { NumberingInstance } from "./numbering.ts";
import { toldOf } from "./references.ts";
import { characterStyles } from "./styles/character-styles.ts";
import { paragraphStyles } from "./styles/paragraph-styles.ts";
import type { ParagraphStyle } from "./styles/style.ts";

/**
 * Pages that are counted together: `front`, `main`, or the letter of an annex. Absent where all pages of the file are: then Word's own count of
 * pages is right.
 */
export type PageSeries = string;

/** What the writing of a document keeps in mind. The counters belong to one document, never to the process. */
export type DocxContext = {
  readonly document: DocumentTree;
  readonly theme: Theme;
  readonly facts: PageFacts;
  readonly assets: Assets;
  readonly report: Report;
  readonly bookmarks: Bookmarks;
  /** Language of the text that is being written. Absent: that of the document. */
  readonly language?: Language;
  /** The document runs from right to left. */
  readonly isRightToLeft: boolean;
  /** The section, figure or table whose heading or caption is being written. */
  readonly owner?: NodeId;
  /** Levels of the headings that Word numbers itself: see heading-numbers.ts. */
  readonly countedHeadings: ReadonlyMap<NodeId, number>;
  /** Sections whose pages are numbered by themselves, A-1, A-2; none where the document does not ask for it. */
  readonly letteredAnnexes: ReadonlySet<NodeId>;
  /** What fields say of other nodes: see references.ts. */
  readonly told: ReadonlySet<string>;
  readonly numbering: NumberingInstance[];
  /** Next free number for pictures, bookmarks and content controls. */
  readonly next: (what: "picture" | "bookmark" | "control") => number;
  /** Paragraph styles by their ids: those of the product, and with `use` those that a place asks for. */
  readonly paragraphStyles: ReadonlyMap<string, ParagraphStyle>;
  /** Makes sure that the file has this style; gives its id. */
  readonly use: (style: ParagraphStyle) => string;
  /** Changes a style that the file has. */
  readonly redefine: (style: ParagraphStyle) => void;
  /** The one style of a run within these, the outermost first; undefined for none. */
  readonly characterStyle: (nested: readonly string[]) => string | undefined;
  /** Styles that were joined, by the name of the joint one. */
  readonly joined: ReadonlyMap<string, readonly string[]>;
  /** Whether the text of paragraphs of this style is bold by it, or by the table around. */
  readonly isBold: (style: string) => boolean;
  /** The character style for a run whose paragraph is bold already; undefined for none. */
  readonly styleInBold: (style: string) => string | undefined;
  /** Styles that were asked for in bold paragraphs. */
  readonly inBold: ReadonlySet<string>;
  /** Notes that were referred to, in order; printed as footnotes of the file. */
  readonly noteNumber: (note: NodeId) => number;
  /** The letter of the annex whose headers and footers are being written: its pages are. Absent: pages are numbered as usual. */
  readonly annex?: string;
  /** The pages whose headers and footers are being written. Absent: all pages of the file are counted together. */
  readonly series?: PageSeries;
  /** A footnote is being written, in which no other can be. Absent: the body. */
  readonly inNote?: boolean;
  /** What is written is measured and thrown away; the looks of runs that are known by now. Absent: it is for the file. */
  readonly trial?: Map<string, Look>;
  /** Whether the body refers to the note. */
  readonly isReferred: (note: NodeId) => boolean;
  /** Whether this is the first reference to the note; asked once for each reference. */
  readonly isFirstReference: (note: NodeId) => boolean;
};

/** Names of bookmarks by node: at most 40 characters, a letter or underscore first, no hyphens (17.13.6.2). */
export type Bookmarks = {
  readonly of: (node: NodeId) => string;
  readonly toc: (node: NodeId) => string;
  /** Whether this name has no place yet; it has one from now on. Word wants each once. */
  readonly isFree: (name: string) => boolean;
  /** What is told of a node elsewhere, by `toldKey`. */
  readonly told: (key: string) => string;
};

function createBookmarks(): Bookmarks {
  const taken = new Set<string>();
  const names = new Map<NodeId, string>();
  const entries = new Map<NodeId, string>();
  const references = new Map<string, string>();
  const placed = new Set<string>();
  const named = (
    known: Map<NodeId, string>,
    node: NodeId,
    nameOf: (text: string) => string,
  ): string => {
    let name = known.get(node);
    if (name !== undefined) return name;
    name = nameOf(node);
    while (taken.has(name)) name = nameOf(`${name}+`);
    taken.add(name);
    known.set(node, name);
    return name;
  };
  return {
    of: (node) => named(names, node, (text) => `_d${shortHash(text)}`),
    toc: (node) => named(entries, node, (text) => `_Toc${numberHash(text)}`),
    isFree(name) {
      const isFree = !placed.has(name);
      placed.add(name);
      return isFree;
    },
    told: (key) => named(references, key, (text) => `_Ref${numberHash(text)}`),
  };
}

/** FNV-1a over UTF-16 units, twice with other beginnings: 16 hexadecimal digits that depend on the id alone. */
function shortHash(text: string): string {
  return [0x811c9dc5, 0x9e3779b9]
    .map((seed) => fnv(text, seed).toString(16).padStart(8, "0"))
    .join("");
}

function numberHash(text: string): string {
  return String((fnv(text, 0x811c9dc5) % 900_000_000) + 100_000_000);
}

function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}

export function createContext(
  parts: Pick<DocxContext, "document" | "theme" | "facts" | "assets" | "report">,
  { made }: Pick<DocxMemo, "made"> = createDocxMemo(),
): DocxContext {
  const counters = { picture: 0, bookmark: 0, control: 1_000_000 };
  const counted = countedHeadings(parts.document);
  const { theme } = parts;
  const levels = numberedLevels(counted);
  const usual = made("usual styles", [theme, levels], () => paragraphStyles(theme, levels));
  const styles = new Map(usual.map((style) => [style.id, style]));
  const notes = new Map<NodeId, number>();
  const referred = new Set<NodeId>();
  const joined = new Map<string, readonly string[]>();
  const inBold = new Set<string>();
  const boldStyles = new Set(
    characterStyles(theme).flatMap(({ id, properties }) =>
      properties.includes("<w:b/>") ? [id] : [],
    ),
  );
  const characterStyle = (nested: readonly string[]): string | undefined => {
    const distinct = [...new Set(nested)].sort();
    if (distinct.length < 2) return distinct[0];
    const name = distinct.join("");
    joined.set(name, distinct);
    return name;
  };
  return {
    ...parts,
    bookmarks: createBookmarks(),
    isRightToLeft: isRightToLeft(parts.document.language),
    countedHeadings: counted,
    letteredAnnexes:
      parts.document.pageNumbers?.letteredAnnexes === true
        ? annexIds(parts.document.content)
        : new Set(),
    told: toldOf(parts.document),
    numbering: [],
    paragraphStyles: styles,
    use(style) {
      if (!styles.has(style.id)) styles.set(style.id, style);
      return style.id;
    },
    redefine: (style) => void styles.set(style.id, style),
    joined,
    inBold,
    isBold(style) {
      const { role = "body", regular = false, boldByTable = false } = styles.get(style) ?? {};
      return boldByTable || (!regular && (parts.theme.styles[role]?.weight ?? 400) >= 600);
    },
    styleInBold(style) {
      const parts = joined.get(style) ?? [style];
      const others = parts.filter((part) => part !== "Strong");
      if (others.length < parts.length) return characterStyle(others);
      if (!parts.some((part) => boldStyles.has(part))) return style;
      inBold.add(style);
      return `${style}InBold`;
    },
    characterStyle,
    next: (what) => ++counters[what],
    noteNumber(note) {
      const known = notes.get(note);
      if (known !== undefined) return known;
      notes.set(note, notes.size + 1);
      return notes.size;
    },
    isReferred: (note) => referred.has(note),
    isFirstReference(note) {
      const isFirst = !referred.has(note);
      referred.add(note);
      return isFirst;
    },
  };
}

/** What is written within this node: in its language, when it has one of its own. */
export function inLanguageOf(
  context: DocxContext,
  node: { readonly language?: Language },
): DocxContext {
  return node.language === undefined ? context : { ...context, language: node.language };
}

/** The heading or caption of this node is being written. */
export function owned(context: DocxContext, owner: NodeId): DocxContext {
  return { ...context, owner };
}
