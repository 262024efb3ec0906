/** What a language does with spaces and signs. */
export type Customs = {
  readonly french: boolean;
  /** Before `; ! ?`; absent where no space belongs there. */
  readonly beforeHighSigns?: string;
  /** Between the groups of a number. */
  readonly inNumbers: string;
};

export const noBreak = "\u00A0";
const narrow = "\u202F";

const english: Customs = { french: false, inNumbers: noBreak };
/** Le guide du rédacteur (Canada), 7.6: no space before `; ! ?`, a no-break space before a colon and within guillemets. */
const canadianFrench: Customs = { french: true, inNumbers: noBreak };
/** Lexique des règles typographiques en usage à l'Imprimerie nationale: a narrow space before `; ! ?` and in numbers. */
const frenchOfFrance: Customs = { french: true, beforeHighSigns: narrow, inNumbers: narrow };

/** Of a BCP 47 language; those without customs of their own have only what all share. */
export function customsOf(language: string): Customs {
  const [name = "", ...others] = language.toLowerCase().split("-");
  if (name !== "fr") return english;
  return others.includes("ca") ? canadianFrench : frenchOfFrance;
}
