import { partsOf, textOf, tokensOf, xmlOf } from "../xml.mjs";

/** The text of every heading of a Word file: paragraphs whose style is named "heading 1" to "heading 9", or "heading 2 after …". */
export function headingsOf(file) {
  return textsInStyles(file, /^heading [1-9]( |$)/i);
}

/** The text of every paragraph of a Word file, headings and contents among them. */
export function paragraphsOf(file) {
  return textsInStyles(file);
}

/** `names` tells the styles wanted; absent: all, and none. */
function textsInStyles(file, names) {
  const parts = partsOf(file);
  const styles = names && stylesNamed(xmlOf(parts.get("word/styles.xml")), names);
  const headings = [];
  let style;
  let text = "";
  let inText = false;
  for (const token of tokensOf(xmlOf(parts.get("word/document.xml")))) {
    if (token.name === "w:pStyle" && token.kind === "open") style = token.attributes.get("w:val");
    else if (token.name === "w:t") inText = token.kind === "open" && !token.empty;
    else if (token.kind === "text" && inText) text += textOf(token.text);
    else if (token.name === "w:p") {
      if (token.kind === "close" && (styles?.has(style) ?? true) && text.trim() !== "")
        headings.push(text);
      style = undefined;
      text = "";
    }
  }
  return headings;
}

function stylesNamed(xml, names) {
  const styles = new Set();
  let style;
  for (const token of tokensOf(xml)) {
    if (token.kind !== "open") continue;
    if (token.name === "w:style") style = token.attributes.get("w:styleId");
    if (token.name === "w:name" && names.test(token.attributes.get("w:val") ?? ""))
      styles.add(style);
  }
  return styles;
}
