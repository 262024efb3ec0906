/** Colours of highlighting (ST_HighlightColor, 17.18.40), six hexadecimal digits. */
const highlights: Readonly<Record<string, string>> = {
  black: "000000",
  blue: "0000FF",
  cyan: "00FFFF",
  darkBlue: "000080",
  darkCyan: "008080",
  darkGray: "808080",
  darkGreen: "008000",
  darkMagenta: "800080",
  darkRed: "800000",
  darkYellow: "808000",
  green: "00FF00",
  lightGray: "C0C0C0",
  magenta: "FF00FF",
  red: "FF0000",
  white: "FFFFFF",
  yellow: "FFFF00",
};

export function highlightColour(name: string | undefined): string | undefined {
  return name !== undefined && Object.hasOwn(highlights, name) ? highlights[name] : undefined;
}

/** Six hexadecimal digits in capitals; undefined for `auto` and what is no colour. */
export function plainColour(value: string | undefined): string | undefined {
  return value !== undefined && /^[0-9A-Fa-f]{6}$/.test(value) ? value.toUpperCase() : undefined;
}
