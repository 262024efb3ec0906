/** How spaces and letters may give, as shares. */
export type Give = {
  readonly stretch: number;
  readonly shrink: number;
  /** Em a letter, more or less. */
  readonly tracking: number;
  readonly expansion: number;
  readonly protrusion: boolean;
};

export const rigid: Give = { stretch: 0, shrink: 0, tracking: 0, expansion: 0, protrusion: false };

/** Em that each ideograph may give to a line before it counts as loose. */
export const ideographStretch = 0.06;
