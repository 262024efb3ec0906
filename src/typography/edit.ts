/** A change of a text: what stands from `at` to `end` (exclusive, UTF-16 units) becomes `text`. */
export type Edit = {
  readonly at: number;
  readonly end: number;
  readonly text: string;
  /** `text` is a stretch of its own with this role. */
  readonly role?: "superscript";
};

/** Stands in a text for what is no text: code, an image, a line break. */
export const object = "\uFFFC";
