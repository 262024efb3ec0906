import type { Child } from "./element.ts";
import { element, valued } from "./element.ts";

/**
 * Text for `w:t`. Markup is escaped where elements are written; what XML 1.0 cannot hold at all is replaced here, and a line end, which Word
 * would show as a blank, is one.
 */
export function escapeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  if (!/[\u0000-\u001f\ufffe\uffff\ud800-\udfff]/.test(text)) return text;
  return (
    text
      .replace(/[\n\r\t]+/g, " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u001f\ufffe\uffff]/g, "\ufffd")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
  );
}

/** The words of a run. */
export function words(text: string): Child {
  return element("w:t", { "xml:space": "preserve" }, escapeText(text));
}

/** A run of plain words. */
export function textRun(text: string, style?: string): Child {
  const properties =
    style === undefined ? undefined : element("w:rPr", undefined, valued("w:rStyle", style));
  return element("w:r", undefined, properties, words(text));
}

/** One tab. */
export function tabRun(): Child {
  return element("w:r", undefined, element("w:tab"));
}

/** The end of a line within a paragraph. */
export function lineBreakRun(): Child {
  return element("w:r", undefined, element("w:br"));
}
