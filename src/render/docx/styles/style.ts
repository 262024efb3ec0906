/** A paragraph style of the Word file. Names are those that Word itself uses wherever it has one. */
export type ParagraphStyle = {
  /** `w:styleId`: letters and digits. */
  readonly id: string;
  /** As Word shows it. */
  readonly name: string;
  readonly basedOn: string;
  /** Style of the paragraph that follows in typing; absent: the same. */
  readonly next?: string;
  /** Style of the theme that it looks like. */
  readonly role: string;
  /** 0 to 8 for headings. */
  readonly outlineLevel?: number;
  readonly pageBreakBefore?: boolean;
  /** Positions from the left margin, points. */
  readonly tabs?: readonly {
    readonly at: number;
    readonly align: "left" | "center" | "right";
    readonly leader?: "underscore";
  }[];
  /** In place of what the role says, points. */
  readonly spacing?: { readonly before?: number; readonly after?: number };
  readonly indent?: { readonly left?: number; readonly hanging?: number; readonly right?: number };
  /** How much farther in than the text around it its own stands, points. Absent: as the role says. */
  readonly inset?: { readonly left: number; readonly right: number };
  /** Absent: the rule above that the role has. */
  readonly borders?: readonly {
    readonly side: "top" | "bottom" | "between" | "left" | "right";
    /** Name of a rule of the theme; `shading`: not seen, since it has the colour of the shading. */
    readonly rule: string;
    /** Points from the text, at most 31. */
    readonly space: number;
    /** Points, at most 12. Absent: that of the rule. */
    readonly width?: number;
  }[];
  /** Name of a colour of the theme. */
  readonly shading?: string;
  /** Shading this far beyond the text, points: borders in the colour of the shading. */
  readonly padding?: { readonly left: number; readonly right: number };
  /** Not bold, though the role is. */
  readonly regular?: boolean;
  /** Bold by the table that it stands in. */
  readonly boldByTable?: boolean;
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  /** Distance of baselines, points. Absent: that of the role. */
  readonly leading?: number;
  /** Line height: `exact` unless a picture or a formula stands in it. */
  readonly lineRule?: "auto" | "atLeast";
  /** Level of a list, 0 to 8, with the number of its definition. */
  readonly numbering?: { readonly id: number; readonly level: number };
  /** In no list, though the style that it is based on is (17.9.18). */
  readonly unnumbered?: boolean;
  readonly align?: "left" | "right" | "center";
  /** Shown in the gallery of styles. */
  readonly quick?: boolean;
  /** Stands beside the text. Absent: in its flow. */
  readonly frame?: SideFrame;
};

/**
 * A place at the left margin, at the right one where text runs from right to left, that text passes (17.3.1.11). Paragraphs that follow
 * each other in equal frames share one. Points.
 */
export type SideFrame = {
  readonly width: number;
  /** Least room beside it. */
  readonly gap: number;
  /** From the top margin of the page. Absent: level with the paragraph that follows. */
  readonly top?: number;
};

export type CharacterStyle = {
  readonly id: string;
  readonly name: string;
  /** `<w:rPr>` content. */
  readonly properties: string;
};
