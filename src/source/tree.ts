import type { Literal, Node, Parent, PhrasingContent, Root, RootContent } from "mdast";

/** `{#id .class key=value}` as read. */
export type Attributes = {
  readonly id?: string;
  readonly classes: readonly string[];
  readonly values: ReadonlyMap<string, string>;
};

export type Blocks = readonly RootContent[];
export type Phrasing = readonly PhrasingContent[];

/** `:::name[label]{…}` up to its `:::`. */
export interface Container extends Parent {
  type: "container";
  name: string;
  label?: PhrasingContent[];
  children: RootContent[];
}

/** PHP Markdown Extra's definition lists. */
export interface DefinitionList extends Parent {
  type: "definitionList";
  children: (DefinitionTerm | DefinitionDescription)[];
}
export interface DefinitionTerm extends Parent {
  type: "definitionTerm";
  children: PhrasingContent[];
}
export interface DefinitionDescription extends Parent {
  type: "definitionDescription";
  children: RootContent[];
}

/**
 * A note where it is referred to. Two with the same identifier are the same note, to be numbered once; they share their
 * children (the same array). Notes within notes are given in the same way.
 */
export interface Footnote extends Parent {
  type: "footnote";
  identifier: string;
  children: RootContent[];
}

/** A formula in TeX, in running text; `display` when it is set apart. */
export interface InlineMath extends Literal {
  type: "inlineMath";
  display: boolean;
}
/** A formula in TeX that stands as a block. */
export interface MathBlock extends Literal {
  type: "math";
}

/** Attributes stand in `data.attributes` of a heading, paragraph, list item, cell, link, image, list, table, code or container. */
declare module "mdast" {
  interface Data {
    attributes?: Attributes;
    /** The name of a place, from `<a id="name">`, on an empty emphasis where the place is. */
    anchor?: string;
    /** Of a cell from HTML: whether it is a heading, and the columns and rows that it takes. */
    cell?: {
      readonly head: boolean;
      readonly columns: number;
      readonly rows: number;
      readonly align?: "center" | "right";
    };
  }
  interface RootContentMap {
    container: Container;
    definitionList: DefinitionList;
    definitionTerm: DefinitionTerm;
    definitionDescription: DefinitionDescription;
    footnote: Footnote;
    inlineMath: InlineMath;
    math: MathBlock;
  }
  interface PhrasingContentMap {
    footnote: Footnote;
    inlineMath: InlineMath;
  }
  interface BlockContentMap {
    container: Container;
    definitionList: DefinitionList;
    math: MathBlock;
  }
}

/** A parsed source: the tree with positions (offsets are into `text`). */
export type Source = {
  readonly file: string;
  /** Decoded: no byte order mark, line ends as `\n`, NUL replaced by U+FFFD. */
  readonly text: string;
  /**
   * Without the front matter. Self-contained: references are links and images, a reference to a note is a `footnote` that
   * holds the note; so there is no `definition`, `linkReference`, `imageReference`, `footnoteDefinition` or
   * `footnoteReference`, nor `html` and `yaml`. A note or definition that nothing refers to is gone.
   */
  readonly tree: Root;
  /** The YAML between the `---` lines, and the offset in `text` where it begins; absent when there is none. */
  readonly frontMatter?: { readonly yaml: string; readonly offset: number; readonly line: number };
};

export type { Node, PhrasingContent, Root, RootContent };
