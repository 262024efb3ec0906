import type { Theme } from "../../../theme/index.ts";
import { themeFonts } from "../parts/theme-part.ts";
import { tag } from "../xml.ts";

/**
 * The font of a run (17.3.2.26). Fonts of headings and of text are those of the theme, named outright too for readers that know no themes;
 * other scripts come from the theme always, since the fonts of the house do not have them.
 */
export function fontElement(theme: Theme, key: string): string {
  const name = theme.fonts[key]?.wordName ?? "Arial";
  const { major, minor } = themeFonts(theme);
  const slot = name === minor ? "minor" : name === major ? "major" : undefined;
  const own =
    slot === undefined ? {} : { "w:asciiTheme": `${slot}HAnsi`, "w:hAnsiTheme": `${slot}HAnsi` };
  return tag("w:rFonts", {
    "w:ascii": name,
    "w:hAnsi": name,
    ...own,
    "w:eastAsiaTheme": `${slot ?? "minor"}EastAsia`,
    "w:cstheme": `${slot ?? "minor"}Bidi`,
  });
}
