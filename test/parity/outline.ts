/** What a file says, whatever its format: the same for the PDF and the Word file of one document. */
export type Outline = {
  /** Words in order, notes and running matter left out. */
  readonly words: readonly string[];
  /** `2 Overview`: level and text; `0 Contents` above contents. */
  readonly headings: readonly string[];
  /** `1 3 text`, `2 • text`: depth, label, first paragraph. */
  readonly items: readonly string[];
  /** Cell by cell: `TH text`, `TD 2x1 text` (columns by rows where it spans). */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** `text -> address`; `#` for one within the document. */
  readonly links: readonly string[];
  /** Text of notes, without their marks. */
  readonly notes: readonly string[];
  readonly captions: readonly string[];
  /** Alternative texts. */
  readonly pictures: readonly string[];
  /** Entries of contents, with their pages. */
  readonly contents: readonly string[];
  /** Words by language, where it is not that of the document. */
  readonly languages: Readonly<Record<string, string>>;
};

/** White space of all sorts is one blank, soft hyphens are nothing. */
export function plain(text: string): string {
  return text
    .replace(/\u00ad/g, "")
    .replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\u2060]+/g, " ")
    .trim();
}

export function wordsOf(text: string): readonly string[] {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words of each language, those of one language together. */
export function byLanguage(
  spoken: readonly (readonly [language: string, text: string])[],
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [language, text] of spoken) {
    const words = wordsOf(text).join(" ");
    if (words !== "")
      found[language] = found[language] === undefined ? words : `${found[language]} ${words}`;
  }
  return found;
}
