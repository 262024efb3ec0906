/** 1/72 inch. */
export type Points = number;

/** On a page: x to the right, y down, from its top left corner. */
export type Rectangle = {
  readonly x: Points;
  readonly y: Points;
  readonly width: Points;
  readonly height: Points;
};
