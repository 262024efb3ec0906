/** RGB as six hexadecimal digits, capitals, without `#`. */
type Colour = string;

/** A picture of shapes, painted in order. x to the right, y down, from its upper left corner. */
export type Drawing = {
  /** In units of its own. */
  readonly width: number;
  readonly height: number;
  /** How far it reaches below the baseline of a text that it stands in; absent: not at all. */
  readonly depth?: number;
  readonly shapes: readonly Shape[];
};

/**
 * An outline that is filled, drawn, or both. `steps` has a letter for each step: M and L take a point of `points`, C
 * three (two controls and the end), Z none.
 */
export type Shape = {
  readonly steps: string;
  /** x and y in turn. */
  readonly points: readonly number[];
  readonly fill?: Fill;
  readonly stroke?: Stroke;
  /** Shapes within which alone it is painted, each cutting the one before; steps and points alone count. */
  readonly clips?: readonly Clip[];
};

export type Clip = Pick<Shape, "steps" | "points"> & { readonly evenOdd?: boolean };

export type Fill = {
  /** Absent: that of the text around it. */
  readonly colour?: Colour;
  /** 0 to 1; absent: 1. */
  readonly opacity?: number;
  readonly evenOdd?: boolean;
};

export type Stroke = {
  readonly colour?: Colour;
  readonly opacity?: number;
  readonly width: number;
  /** As PDF numbers them (ISO 32000-1, 8.4.3.3 and 8.4.3.4); absent: 0. */
  readonly cap?: 0 | 1 | 2;
  readonly join?: 0 | 1 | 2;
  readonly miterLimit?: number;
  /** Lengths of dashes and gaps in turn; absent: unbroken. */
  readonly dashes?: readonly number[];
  readonly dashOffset?: number;
};
