import { letterOf } from "../../document/index.ts";
import type { DocxContext } from "./context.ts";
import type { FileChild } from "./element.ts";
import { addAfterStyle, element, isMark, isParagraph } from "./element.ts";
import { paragraph } from "./paragraph.ts";
import type { Stretch } from "./sections.ts";

/** What stands between blocks while the text is written and becomes a property of what follows: a new page, or pages of another shape. */
export type Mark = "page" | "landscape" | "portrait" | "annex";

export function mark(name: Mark): FileChild {
  return element(`mark:${name}`);
}

/** The blocks without marks, in stretches whose pages have one shape. */
export function withoutMarks(
  children: readonly FileChild[],
  context: DocxContext,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let landscape = false;
  let annexes = 0;
  let anew = false;
  let open: FileChild[] = [];
  const close = (): void => {
    if (open.length === 0) return;
    stretches.push({
      children: open,
      ...(landscape ? { landscape } : {}),
      ...(annexes > 0 ? { annex: letterOf(annexes) } : {}),
      ...(anew ? { pages: "anew" } : {}),
    });
    anew = false;
    open = [];
  };
  let begins = false;
  for (const child of children) {
    if (isMark(child, "landscape") || isMark(child, "portrait")) {
      close();
      landscape = isMark(child, "landscape");
      begins = false;
    } else if (isMark(child, "annex")) {
      close();
      annexes += 1;
      anew = true;
      begins = false;
    } else if (isMark(child, "page")) begins = open.length > 0 || stretches.length === 0;
    else {
      open.push(...(begins ? onNewPage(child, context) : [child]));
      begins = false;
    }
  }
  close();
  return stretches;
}

/** By a property of its own (17.3.1.23): a page break in a paragraph would leave an empty line. */
function onNewPage(child: FileChild, context: DocxContext): readonly FileChild[] {
  const isText = isParagraph(child);
  const first = isText ? child : paragraph("TableEnd", [], context);
  addAfterStyle(first, element("w:pageBreakBefore"));
  return isText ? [child] : [first, child];
}
