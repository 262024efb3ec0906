/**
 * Text for `w:t`. `docx` escapes markup itself; what XML 1.0 cannot hold at all is replaced here, and a line end, which Word
 * would show as a blank, is one.
 */
export function escapeText(text: string): string {
  return (
    text
      .replace(/[\n\r\t]+/g, " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u001f\ufffe\uffff]/g, "\ufffd")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
  );
}
