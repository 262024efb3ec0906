import type { Points, Rectangle } from "./measures.ts";
import type { SlideTheme } from "./slide-theme.ts";

/**
 * Brand, kind and profile resolved to what every output needs: points, colours, faces. No layout decision is left to a
 * renderer, and none of it is tied to PDF or Word. Made by `resolveTheme` from brand.yaml and theme.yaml.
 */

/** RGB as six hexadecimal digits, capitals, without `#`. */
export type Colour = string;

export type FaceKey = string; // `source-sans-3/400`, `source-sans-3/400-italic`

export type Theme = {
  /** Name of the template folder. */
  readonly product: string;
  /** `accessible`, `print`, or one that a project adds. */
  readonly profile: string;
  readonly page: PageSetup;
  /**
   * Named colours: ink accent muted rule tint flag mark paper, those of code (`code-keyword`, …; absent: as other code),
   * and a project's own.
   */
  readonly colours: Readonly<Record<string, Colour>>;
  readonly fonts: Readonly<Record<string, FontFamily>>;
  /** Faces asked, in order, for a character that the font of the text does not have. */
  readonly fallbacks: readonly FaceKey[];
  /** Named vertical strips of the page: `main`, `label`, `wide`. x from the left edge of the page. */
  readonly strips: Readonly<Record<string, Strip>>;
  readonly masters: {
    readonly first: Master;
    readonly later: Master;
    /** Absent: all follows from the other pages. */
    readonly landscape?: LandscapeMaster;
  };
  /** Frames for running matter, by the name that a template uses. */
  readonly frames: Readonly<Record<string, RunningFrame>>;
  /** Rules of the pages that belong to no text: 3 pt at the head of page 1, hairlines later. */
  readonly pageRules: readonly PageRule[];
  /** Text styles by role; `body` is there always and stands for what is missing. */
  readonly styles: Readonly<Record<string, TextStyle>>;
  readonly rules: Readonly<Record<string, RuleStyle>>;
  readonly blocks: BlockThemes;
  readonly breaks: BreakPolicy;
  readonly placeholderFill: Colour;
  readonly link: { readonly colour: Colour; readonly underline: Points; readonly offset: Points };
  readonly slides?: SlideTheme;
  readonly word: WordTheme;
  /** Longest length that passes without a warning, as told by the template; absent: any. */
  readonly budget?: { readonly pages: number; readonly annexesCount: boolean };
};

export type PageSetup = {
  readonly width: Points;
  readonly height: Points;
  readonly margins: {
    readonly left: Points;
    readonly right: Points;
    readonly top: Points;
    readonly bottom: Points;
  };
  /** Height of a line of body text: distances are multiples of it. */
  readonly baseline: Points;
  /** Lines of body text stand on one grid in all columns; its step is the leading of the style `body`. Absent: they stand as they come. */
  readonly grid?: true;
  /** How far text moves away from the binding: to the right on odd pages, to the left on even ones; absent: pages lie loose. */
  readonly binding?: Points;
};

export type Strip = { readonly x: Points; readonly width: Points };

/** Where the text of a page goes. y down from the top of the page. */
export type Master = {
  /**
   * Top of the opening (masthead, title), set in flow before the regions; absent: none. The regions start at
   * their y, or `gap` below the opening when that is longer, and keep their foot.
   */
  readonly opening?: {
    readonly x: Points;
    readonly y: Points;
    readonly width: Points;
    readonly gap: Points;
  };
  /** Filled one after another. A strip of a text style is clipped to the region: in a column region every strip is the region. */
  readonly regions: readonly (Rectangle & { readonly column: boolean })[];
  /** Where a `quickFacts` or `side` group stands out of the flow; absent: in the flow. */
  readonly side?:
    | { readonly kind: "frame"; readonly x: Points; readonly y: Points; readonly width: Points }
    | { readonly kind: "region-top"; readonly region: number };
  /** Strips that differ on this page: page 1 of the fact sheet has no wide strip, since the side box stands there. */
  readonly strips?: Readonly<Record<string, Strip>>;
  /** Columns of the last page end at about one height. */
  readonly balance: boolean;
};

/** What a theme says of pages that lie on their side. Places are on such a page. */
export type LandscapeMaster = {
  /** Absent ones are those of the other pages. */
  readonly margins: Partial<PageSetup["margins"]>;
  /** Absent: one region between the margins. */
  readonly regions?: Master["regions"];
  readonly balance: boolean;
  /** By the names of the theme's frames, what differs. */
  readonly frames: Readonly<Record<string, Partial<RunningFrame>>>;
};

export type RunningFrame = Rectangle & {
  readonly style: string;
  readonly align: "left" | "centre" | "right";
  readonly kind: "header" | "footer";
  /** Text that is longer than the frame ends in an ellipsis; else the author is told. */
  readonly shorten: boolean;
};

export type PageRule = {
  readonly pages: "first" | "later" | "all";
  readonly x: Points;
  readonly y: Points;
  readonly width: Points;
  readonly rule: string;
};

export type FontFamily = {
  /** Name as Word knows it: `Arial` for Arimo. */
  readonly wordName: string;
  readonly name: string;
  /** Nearest faces for weight and slope. */
  readonly faces: readonly Face[];
  /** Distance from the middle of the line to the baseline, as a share of the size. */
  readonly baselineShift: number;
};

export type Face = {
  readonly key: FaceKey;
  readonly weight: number;
  readonly italic: boolean;
  /** Path for `Host.shipped` or `Host.read`. */
  readonly file: string;
};

export type RuleStyle = { readonly width: Points; readonly colour: Colour };

export type TextStyle = {
  /** Key of `Theme.fonts`. */
  readonly font: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly size: Points;
  /** Distance of baselines. */
  readonly leading: Points;
  /** Added after each character, em. */
  readonly tracking: number;
  readonly colour: Colour;
  readonly before: Points;
  readonly after: Points;
  /** Name of the strip that the text stands in. */
  readonly strip: string;
  /** From the left edge of the strip. */
  readonly indent: Points;
  /** Where lines after the first begin, from `indent`; a label hangs in it. */
  readonly hang: Points;
  /** Indent of the first line of a paragraph that follows a paragraph. */
  readonly firstLine: Points;
  readonly align: "left" | "justify" | "right" | "centre";
  /** Lines of about equal length, for titles. */
  readonly balanced: boolean;
  readonly hyphenate: boolean;
  readonly capitals: boolean;
  /** Stays with the next block. */
  readonly keepWithNext: boolean;
  readonly keepTogether: boolean;
  /** A rule above the text, across `strip` of the rule; `gap` from the rule to the top of the first line. */
  readonly ruleAbove?: { readonly rule: string; readonly strip: string; readonly gap: Points };
  /** Weight of the first strong words of an item; 700 unless given. */
  readonly strongWeight: number;
  readonly tabularFigures: boolean;
  /** Font of the strong words; absent: that of the style. */
  readonly strongFont?: string;
  /** How far the text is moved to the left so that round capitals meet the margin, em; 0 for none. */
  readonly shiftLeft: number;
};

/** Padding in the order of CSS. */
export type Padding = {
  readonly top: Points;
  readonly right: Points;
  readonly bottom: Points;
  readonly left: Points;
};

export type BlockThemes = {
  readonly box: { readonly fill: Colour; readonly ruleTop: string; readonly padding: Padding };
  readonly callout: { readonly fill: Colour; readonly ruleTop: string; readonly padding: Padding };
  /** Square drawn for a bullet, side as a share of the size. */
  readonly bullet: { readonly size: number; readonly hang: Points };
  readonly table: {
    readonly text: string;
    readonly head: string;
    readonly rowHead: string;
    readonly headBelow: string;
    readonly between: string;
    readonly foot: string;
    readonly above?: string;
    /** Under every second row; absent: only under those of tables that ask for stripes. */
    readonly stripe?: Colour;
    readonly padding: Padding;
    /** Width of the first column; absent: from the content. */
    readonly firstWidth?: Points;
  };
  readonly keyValues: {
    readonly label: string;
    readonly value: string;
    readonly labelWidth: Points;
    readonly rowPadding: Points;
    readonly between: string;
    readonly aboveAndBelow: string;
  };
  readonly quickFacts: {
    /** `list`: one below another; `grid`: that many columns. */
    readonly columns: number;
    readonly heading: string;
    readonly label: string;
    readonly value: string;
    /** From the hairline above a fact to its label. */
    readonly gap: Points;
  };
  readonly timeline: {
    readonly date: string;
    readonly text: string;
    readonly after: Points;
    readonly dot: { readonly diameter: Points; readonly x: Points; readonly colour: Colour };
    readonly line: { readonly x: Points; readonly width: Points; readonly colour: Colour };
    /** Strips of date and text. */
    readonly dateStrip: string;
    readonly textStrip: string;
  };
  readonly decision: {
    readonly choice: {
      readonly box: Points;
      readonly line: Points;
      readonly gap: Points;
      readonly step: Points;
    };
    readonly signature: {
      readonly label: string;
      readonly labelWidth: Points;
      readonly line: Points;
      readonly lineWidth: Points;
    };
  };
  readonly masthead: {
    readonly style: string;
    readonly firstStyle: string;
    readonly kindStyle: string;
    readonly x: readonly Points[];
  };
  /** A section heading of this level (1 …) stands in the label strip beside its text; 0: none. Not in column regions. */
  readonly sideHeadingLevel: number;
  readonly tableOfContents: {
    readonly styles: readonly string[];
    readonly rule: string;
    readonly strip: string;
    readonly headingStrip: string;
  };
};

export type BreakPolicy = {
  readonly widows: number;
  readonly orphans: number;
  /** Lines that must follow a heading. */
  readonly afterHeading: number;
  /** Shortest last line. */
  readonly lastLineWords: number;
  readonly hyphenation: {
    readonly before: number;
    readonly after: number;
    readonly ladder: number;
  };
  /** Narrowest and widest space of a justified line before it counts as bad, as multiples of the font's own space. */
  readonly wordSpace: { readonly shrink: number; readonly stretch: number };
  /** Most tracking that justification may add or take away, em. */
  readonly tracking: number;
  /** Highest change of glyph width, as a share. */
  readonly expansion: number;
  readonly protrusion: boolean;
};

export type WordTheme = {
  /** Role to the name of a paragraph style as Word shows it: `Heading 1`. */
  readonly styleNames: Readonly<Record<string, string>>;
  /** Fonts go with the Word file, where their licences allow it; else Word takes what is installed. */
  readonly embedsFonts: boolean;
};
