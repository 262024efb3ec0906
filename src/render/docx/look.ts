import type { FontFace } from "../../layout/index.ts";
import type { Points } from "../../theme/index.ts";

/** What the width of a run depends on. */
export type Look = {
  readonly face: FontFace | undefined;
  readonly size: Points;
  readonly tracking: Points;
  readonly capitals: boolean;
};
