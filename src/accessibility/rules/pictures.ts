import type { XmlElement } from "../../ooxml/index.ts";
import { descendants, eachWithin } from "../../ooxml/index.ts";
import type { Reading, ReadParagraph } from "../reading.ts";
import type { Tell } from "../tell.ts";

/** Pictures say in words what they show, or that they show nothing (WCAG 2.1, 1.1.1), and stand in the order of the text (1.3.2). */
export function checkPictures(reading: Reading, tell: Tell): void {
  for (const paragraph of reading.paragraphs)
    eachWithin(paragraph.element, (element) => {
      if (element.name === "w:drawing") checkDrawing(element, paragraph, tell);
      else if (element.name === "w:pict" || element.name === "w:object")
        checkOldPicture(element, paragraph, tell);
      else if (element.name === "w:txbxContent") return false;
      return element.name !== "mc:Fallback" && element.name !== "w:drawing";
    });
}

function checkDrawing(drawing: XmlElement, paragraph: ReadParagraph, tell: Tell): void {
  const [holder] = drawing.children;
  const [properties] = descendants(drawing, "wp:docPr");
  const isDecorative = descendants(drawing, "adec:decorative").some(
    ({ attributes }) => attributes["val"] === "1" || attributes["val"] === "true",
  );
  const isBox = descendants(drawing, "w:txbxContent").length > 0;
  if (holder?.name === "wp:anchor" && !isDecorative) tellFloating(isBox, paragraph, tell);
  if (isDecorative) return;
  // What stands in a text box is read for itself.
  if (isBox) return;
  checkWords(
    properties?.attributes["descr"] ?? properties?.attributes["title"],
    properties?.attributes["name"] ?? "",
    paragraph,
    tell,
  );
}

function tellFloating(isBox: boolean, paragraph: ReadParagraph, tell: Tell): void {
  tell({
    rule: "word-object-is-in-line",
    severity: "warning",
    message: `A ${isBox ? "text box" : "picture"} floats beside the text, so that its place in the order of reading is not certain.`,
    at: paragraph,
    hints: [
      isBox
        ? "Let its text be a paragraph with a border or shading."
        : "Choose Layout Options, In Line with Text; if it shows nothing, mark it as decorative.",
    ],
  });
}

/** VML, which Word wrote until 2007 and writes still for embedded objects. */
function checkOldPicture(element: XmlElement, paragraph: ReadParagraph, tell: Tell): void {
  if (descendants(element, "w:txbxContent").length > 0) {
    tellFloating(true, paragraph, tell);
    return;
  }
  const shapes = [...descendants(element, "v:shape"), ...descendants(element, "v:rect")];
  const shown = shapes.filter((shape) => descendants(shape, "v:imagedata").length > 0);
  if (shown.length === 0 && element.name === "w:pict") return;
  const words = shown.map(({ attributes }) => attributes["alt"]).find((alt) => alt !== undefined);
  checkWords(words, "", paragraph, tell);
}

function checkWords(
  words: string | undefined,
  name: string,
  paragraph: ReadParagraph,
  tell: Tell,
): void {
  const text = words?.trim() ?? "";
  if (text === "") {
    tell({
      rule: "word-picture-has-alternative",
      severity: "error",
      message: `The picture${name === "" ? "" : ` "${name}"`} has no alternative text.`,
      at: paragraph,
      hints: ["Choose View Alt Text in Word and say what it shows, or mark it as decorative."],
    });
    return;
  }
  const isFileName = /^[\w\s.-]+\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)$/i.test(text);
  const isEmptyWord = /^(picture|image|photo|figure|graphic|grafik|bild|imagen?)\s*\d*$/i.test(
    text,
  );
  if (isFileName || isEmptyWord)
    tell({
      rule: "word-alternative-says-something",
      severity: "warning",
      message: `The alternative text "${text}" does not say what the picture shows.`,
      at: paragraph,
      hints: ["Say in a sentence what a reader would miss without it."],
    });
}
