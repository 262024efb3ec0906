import type { Colour, Theme } from "../../../theme/index.ts";
import { themeColourName } from "../parts/theme-part.ts";

/** A colour as attributes of `w:color` or of a border: its digits, and the slot of the theme that it is (17.3.2.6). */
export function colourAttributes(
  theme: Theme,
  colour: Colour,
  name: "w:val" | "w:color",
): Readonly<Record<string, string | undefined>> {
  return { [name]: colour, "w:themeColor": themeColourName(theme, colour) };
}

/** A fill as attributes of `w:shd` (17.3.5). */
export function fillAttributes(
  theme: Theme,
  colour: Colour,
): Readonly<Record<string, string | undefined>> {
  return {
    "w:val": "clear",
    "w:color": "auto",
    "w:fill": colour,
    "w:themeFill": themeColourName(theme, colour),
  };
}
