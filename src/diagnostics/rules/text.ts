/** What the rules of the setting of text ask for, for `dossier explain`. */
export const textRules: Readonly<Record<string, string>> = {
  "font-has-character":
    "A character is printed with the font of its text or with one of the fallback fonts of the theme. None of them has this one, or it is a control character that prints nothing. Its code point stands in a small frame in its place, and screen readers still read the character itself. Write it in another way, or add a font that has it.",
  "text-fits-its-width":
    "Text is broken at spaces, then within words, and as a last resort between any two characters. Here not even one character or image is as narrow as its line, and it was set closer or stands out. Give the column, box or frame more width, or the text a smaller size.",
};
