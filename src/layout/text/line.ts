import type { Report } from "../../diagnostics/index.ts";
import type { Inline, Language, NodeId } from "../../document/index.ts";
import type { Points, TextStyle, Theme } from "../../theme/index.ts";
import type { Assets } from "../assets.ts";
import type { PageItem } from "../page.ts";

/** What the setting of text needs to know besides the text. */
export type TextContext = {
  readonly theme: Theme;
  readonly assets: Assets;
  readonly language: Language;
  readonly report: Report;
  /** Called in place of `report` for what was told before; absent: nobody asks. */
  readonly retold?: () => void;
  /** Called for each text that is set; absent: nobody counts. */
  readonly textSet?: () => void;
  /**
   * The document runs from right to left: its pages are turned when all is set, so that what is placed here from the left
   * stands from the right. Absent: not.
   */
  readonly mirrored?: boolean;
  /** What `pageNumber`, `pageCount` and `currentSection` print; only running matter has them. */
  readonly page?: { readonly number: string; readonly count: string; readonly section?: string };
  /** Page label of a node, for references and tables of contents; absent on the first pass. */
  readonly pageOf?: ReadonlyMap<NodeId, string>;
};

/** A paragraph, heading, cell text: anything that is broken into lines as a whole. */
export type TextInput = {
  readonly node: NodeId;
  readonly part?: string;
  readonly children: readonly Inline[];
  readonly style: TextStyle;
  /** Width of a line by its number from 0; a number when all are equal. */
  readonly width: Points | ((line: number) => Points);
  /** Running matter: every item is an artifact of this kind. */
  readonly artifact?: "header" | "footer" | "layout";
  /** Indent of the first line, points; added to the style's own only when the caller says so. */
  readonly firstLine?: Points;
};

/** One line. Items are placed with x from the left edge of the text and y from the baseline (baseline is 0, down is positive). */
export type Line = {
  readonly items: readonly PageItem[];
  /** Distance that the line takes: the leading, or more when an inline image is higher. */
  readonly height: Points;
  /** From the top of the line to its baseline (leading/2 + shift × size). */
  readonly baseline: Points;
  /** Width of what is set. */
  readonly width: Points;
  readonly end: "space" | "hyphen" | "forced" | "last";
  /** Words on it; for the rule on last lines. */
  readonly words: number;
};
