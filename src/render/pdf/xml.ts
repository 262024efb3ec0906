/** As the text of an element or of an attribute in quotation marks (XML 1.0, 2.4). */
export function escapeXml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

/**
 * Without what XML 1.0 (2.2) has no way to write.
 * @param control what stands in place of characters of control that follow one another
 */
export function writable(text: string, control = ""): string {
  return text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\ufffe\uffff]/g, "")
    .replace(/\p{Cc}+/gu, control);
}

/** The same in one line, without spaces that nobody sees. */
export function printable(text: string): string {
  return writable(text, " ").replace(/ +/g, " ").trim();
}
