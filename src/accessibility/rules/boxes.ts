import type { XmlElement } from "../../ooxml/index.ts";
import { childOf } from "../../ooxml/index.ts";
import type { Reading, ReadParagraph } from "../reading.ts";
import type { Tell } from "../tell.ts";

/** Frames and tables that text flows around are read somewhere, and nobody can tell where (WCAG 2.1, 1.3.2). */
export function checkBoxes(reading: Reading, tell: Tell): void {
  for (const { element, part, number } of reading.tables) {
    if (childOf(childOf(element, "w:tblPr"), "w:tblpPr") === undefined) continue;
    tell({
      rule: "word-object-is-in-line",
      severity: "warning",
      message:
        "A table floats beside the text, so that its place in the order of reading is not certain.",
      at: reading.paragraphs.find((each) => each.part === part && each.number === number) ?? {
        part,
        number,
        text: "",
      },
      hints: ["Choose Table Properties, Text Wrapping, None."],
    });
  }
  for (const paragraph of reading.paragraphs) {
    const frame = childOf(childOf(paragraph.element, "w:pPr"), "w:framePr");
    // A dropped capital is part of its paragraph.
    if (frame === undefined || frame.attributes["w:dropCap"] !== undefined) continue;
    if (isOfStyle(frame, paragraph, reading)) continue;
    tell({
      rule: "word-object-is-in-line",
      severity: "warning",
      message:
        "A paragraph stands in a frame beside the text, so that its place in the order of reading is not certain.",
      at: paragraph,
      hints: ["Remove the frame, and use a border or shading."],
    });
  }
}

/**
 * A frame's text is read where it stands in the file. One that the style has too is part of the design, such as headings in the
 * margin; one that was drawn by hand stands wherever somebody dragged it.
 */
function isOfStyle(frame: XmlElement, { styleId }: ReadParagraph, { styles }: Reading): boolean {
  if (styleId === undefined) return false;
  const own = styles.ownLookOf(styleId).paragraph.get("w:framePr")?.attributes;
  const names = Object.keys({ ...own, ...frame.attributes });
  return own !== undefined && names.every((name) => own[name] === frame.attributes[name]);
}
