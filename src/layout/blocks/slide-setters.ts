import type { Slide } from "../../document/index.ts";
import { setCardSlide } from "./slide-cards.ts";
import { setColumnSlide } from "./slide-columns.ts";
import { setImageSlide } from "./slide-image.ts";
import type { SlideSetter } from "./slide-look.ts";
import { setPlain, setText } from "./slide-plain.ts";
import { setList, setStatement } from "./slide-statement.ts";
import { setTableSlide } from "./slide-table.ts";
import { setTimelineSlide } from "./slide-timeline.ts";

/** How the body of a layout is set; a layout that only a project's theme knows is set as text. */
export const setterOf = (slide: Slide): SlideSetter => {
  switch (slide.layout) {
    case "statement":
      return setStatement;
    case "list":
      return setList;
    case "cards":
      return setCardSlide;
    case "timeline":
      return setTimelineSlide;
    case "two-column":
      return setColumnSlide;
    case "table":
      return setTableSlide;
    case "image":
      return setImageSlide;
    case "text":
      return setText;
    default:
      return setPlain;
  }
};
