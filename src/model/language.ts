/**
 * A language as BCP 47 writes it: `en`, `fr-CA`, `zh-Hant`, `sr-Latn-RS`. Other ways of writing the same are understood:
 * `en_US`, `FR`, `fr_CA.UTF-8`, `eng`. Undefined when the text is none.
 */
export function readLanguage(text: string): string | undefined {
  const match = languagePattern.exec(text.trim());
  if (match === null) return undefined;
  const [, language = "", script, country, variants = ""] = match;
  const parts = [shortened(language.toLowerCase())];
  if (script !== undefined)
    parts.push(script.charAt(0).toUpperCase() + script.slice(1).toLowerCase());
  if (country !== undefined) parts.push(country.toUpperCase());
  return parts.join("-") + variants.replaceAll("_", "-").toLowerCase();
}

/** Language, script, country, and variants such as `1996` or `valencia`; what a locale says of its encoding counts for nothing. */
const languagePattern =
  /^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?((?:[-_](?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*)(?:\.[A-Za-z0-9-]{1,20})?$/;

/** The language that people call so: "English", "français", "anglais"; undefined for what is not known here. */
export function languageCalled(name: string): string | undefined {
  const wanted = ` ${name.trim().toLowerCase()} `;
  return Object.entries(calledNames).find(([, names]) => ` ${names} `.includes(wanted))?.[0];
}

/** BCP 47 takes the code of two letters where there is one; ISO 639-2 has two of three letters for some. */
function shortened(code: string): string {
  return code.length < 3
    ? code
    : (Object.entries(longCodes).find(([, long]) => long.includes(code))?.[0] ?? code);
}

const longCodes: Readonly<Record<string, string>> = {
  en: "eng",
  fr: "fra fre",
  de: "deu ger",
  es: "spa",
  it: "ita",
  pt: "por",
  ar: "ara",
  he: "heb",
  ja: "jpn",
};

const calledNames: Readonly<Record<string, string>> = {
  en: "english anglais anglaise",
  "en-CA": "canadian",
  "en-GB": "british",
  "en-US": "american usenglish",
  fr: "french francais français francaise française",
  de: "german deutsch allemand ngerman",
  es: "spanish español espanol espagnol",
  it: "italian italiano italien",
  pt: "portuguese português portugues portugais",
  nl: "dutch nederlands néerlandais",
  ar: "arabic arabe",
  he: "hebrew hébreu",
  ja: "japanese japonais",
  iu: "inuktitut",
  zh: "chinese chinois",
};
