/** The marks that open and close a quotation in a language, with the spaces that belong inside them. */
export type QuoteMarks = { readonly open: string; readonly close: string };

const noBreak = "\u00A0";
const narrow = "\u202F";

/**
 * Of a quotation, or of one within a quotation. English uses double marks first but in Britain (New Oxford Style Manual,
 * 9.2; The Canadian Style, 8.02); French guillemets with a space inside, in France a narrow one.
 */
export function quoteMarks(language: string, within: boolean): QuoteMarks {
  const [name = "", ...others] = language.split("-");
  const country = others.at(-1)?.toUpperCase() ?? "";
  if (name.toLowerCase() === "fr") {
    const space = country === "FR" ? narrow : noBreak;
    return within ? { open: "“", close: "”" } : { open: `«${space}`, close: `${space}»` };
  }
  const isBritish = name.toLowerCase() === "en" && country === "GB";
  return within === isBritish ? { open: "“", close: "”" } : { open: "‘", close: "’" };
}
