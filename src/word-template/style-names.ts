/**
 * Styles of a template that stand for one of ours when it has none of that name, best first. The names of built-in styles are
 * English in every file that Word writes; other programs write them in the language of their user.
 */
export const standIns: Readonly<Record<string, readonly string[]>> = {
  Title: ["Titre", "Titel", "Título", "Titolo", "Document Title"],
  Subtitle: ["Sous-titre", "Untertitel", "Subtítulo", "Document Subtitle"],
  "Body Text": ["Corps de texte", "Textkörper", "Texto independiente", "Corpo testo", "Text Body"],
  "List Bullet": ["Liste à puces", "Aufzählungszeichen", "Lista con viñetas", "Bullet List"],
  "List Number": ["Liste numérotée", "Listennummer", "Lista con números", "Numbered List"],
  Quote: ["Citation", "Zitat", "Cita", "Block Text", "Quotations"],
  caption: ["Légende", "Beschriftung", "Descripción", "Table Caption"],
  "Figure Caption": ["Image Caption", "caption", "Légende", "Beschriftung"],
  "HTML Preformatted": ["Source Code", "Preformatted Text", "Préformaté HTML"],
  "HTML Code": ["Verbatim Char", "Source Text"],
  Hyperlink: ["Lien hypertexte", "Internet Link"],
  "footnote text": ["Note de bas de page", "Fußnotentext", "Footnote"],
  "footnote reference": ["Appel note de bas de p.", "Fußnotenzeichen", "Footnote Characters"],
  "TOC Heading": ["En-tête de table des matières", "Inhaltsverzeichnisüberschrift"],
  Strong: ["Élevé", "Fett", "Strong Emphasis"],
  Emphasis: ["Accentuation", "Hervorhebung"],
};

/** `heading 2` in other languages; that itself for those of its kind that stand beside text or below another. */
export function headingStandIns(name: string): readonly string[] {
  const level = /^heading (\d)(?: (?:beside|after) \w+)?$/i.exec(name)?.[1];
  if (level === undefined) return [];
  return ["heading", "Titre", "Überschrift", "Título", "Titolo", "Kop", "Rubrik", "Nagłówek"].map(
    (word) => `${word} ${level}`,
  );
}
