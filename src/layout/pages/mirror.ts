import type { Points } from "../../theme/index.ts";
import type { PageItem } from "../page.ts";

/**
 * The items of a page that begins at the right: all is set as for the other direction, and every box is turned to the other
 * side here, whole. Glyphs and pictures stay as they are.
 */
export function mirrored(items: readonly PageItem[], pageWidth: Points): readonly PageItem[] {
  return items.map((item) => ({ ...item, x: pageWidth - item.x - widthOf(item) }));
}

function widthOf(item: PageItem): Points {
  switch (item.kind) {
    case "disc":
      return item.diameter;
    case "destination":
      return 0;
    default:
      return item.width;
  }
}
