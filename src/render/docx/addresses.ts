/** Longer ones Word does not follow. */
const longest = 2048;

/**
 * An address as a relationship may hold it; undefined for one that Word could not open the file with. A relationship is a URI
 * (ECMA-376 Part 2, 9.3): what no URI has is written in percent.
 */
export function addressOf(url: string): string | undefined {
  const written = url
    .trim()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0020"<>\\^`{|}\u007f\ufffe\uffff]/g, inPercent)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "%EF%BF%BD")
    .replace(/%(?![\da-fA-F]{2})/g, "%25");
  const [before = "", ...after] = written.split("#");
  const joined = after.length > 1 ? `${before}#${after.join("%23")}` : written;
  // Brackets stand around the numbers of a host alone (RFC 3986, 3.2.2).
  const [host = ""] = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i.exec(joined) ?? [];
  const whole = host + joined.slice(host.length).replace(/[[\]]/g, inPercent);
  if (whole === "" || whole.length > longest) return undefined;
  const isAbsolute = /^[a-z][a-z\d+.-]*:/i.test(whole);
  if (!isAbsolute) return whole;
  return URL.canParse(whole) && !/^https?:\/*(?:[?#:]|$)/i.test(whole) ? whole : undefined;
}

function inPercent(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0x7f ? "%EF%BF%BD" : `%${code.toString(16).toUpperCase().padStart(2, "0")}`;
}
