/** What the rules of blocks ask for, for `dossier explain`. */
export const blockRules: Readonly<Record<string, string>> = {
  "table-fits":
    "A table is as wide as the page has room for. Its columns were narrowed until their longest words filled them, then the space between columns was cut and words were hyphenated, and still they need more width than there is, so that words are broken anywhere. All text is there, but hard to read. Give the table fewer columns, divide it in two, or use shorter words; type is never made smaller to fit.",
};
