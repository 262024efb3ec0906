/** Names of months and seasons as they stand in running text. */
export type DateNames = {
  readonly months: readonly string[];
  /** Short forms in small letters without their point, January to December; "" where the month has none. Read, never printed. */
  readonly shortMonths: readonly string[];
  /** Spring to winter. */
  readonly seasons: readonly string[];
};

/** Names for a BCP 47 language; English for those that have none here. */
export function dateNames(language: string): DateNames {
  return isFrench(language) ? french : english;
}

export function isFrench(language: string): boolean {
  return language === "fr" || language.startsWith("fr-");
}

const english: DateNames = {
  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  shortMonths: ["jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sept", "oct", "nov", "dec"],
  seasons: ["spring", "summer", "fall", "winter"],
};

const french: DateNames = {
  months: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
  shortMonths: ["janv", "févr", "", "avr", "", "", "juill", "", "sept", "oct", "nov", "déc"],
  seasons: ["printemps", "été", "automne", "hiver"],
};
