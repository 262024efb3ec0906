import { customsOf, noBreak } from "./customs.ts";

/** The marks that open and close a quotation in a language, with the spaces that belong inside them. */
export type QuoteMarks = { readonly open: string; readonly close: string };

const double: QuoteMarks = { open: "“", close: "”" };
const single: QuoteMarks = { open: "‘", close: "’" };
const guillemets: QuoteMarks = { open: `«${noBreak}`, close: `${noBreak}»` };

/**
 * Of a quotation, or of one within a quotation. English uses double marks first but in Britain (New Oxford Style Manual,
 * 9.2; The Canadian Style, 8.02); French guillemets with a no-break space inside, and double marks within.
 */
export function quoteMarks(language: string, within: boolean): QuoteMarks {
  if (customsOf(language).french) return within ? double : guillemets;
  const isBritish = language.toLowerCase() === "en-gb";
  return within === isBritish ? double : single;
}
