import { childOf, childrenOf, descendants } from "./walk.ts";
import type { WordFile } from "./word-file.ts";
import type { XmlElement } from "./xml.ts";

/** Slots of the theme by the names that text uses (ST_ThemeColor, 17.18.97), as most settings map them. */
const slots: Readonly<Record<string, string>> = {
  dark1: "dk1",
  light1: "lt1",
  dark2: "dk2",
  light2: "lt2",
  text1: "dk1",
  background1: "lt1",
  text2: "dk2",
  background2: "lt2",
  hyperlink: "hlink",
  followedHyperlink: "folHlink",
};

/** Colours of the theme, six hexadecimal digits in capitals, by slot: `accent1`, `dk1`; empty without a theme. */
export function readThemeColours(file: WordFile): ReadonlyMap<string, string> {
  const path = file.related("theme");
  const colours = new Map<string, string>();
  if (path === undefined) return colours;
  const [scheme] = descendants(file.xml(path).root, "a:clrScheme");
  for (const slot of scheme?.children ?? []) {
    const value =
      childOf(slot, "a:srgbClr")?.attributes["val"] ??
      childOf(slot, "a:sysClr")?.attributes["lastClr"];
    if (value !== undefined) colours.set(slot.name.replace(/^a:/, ""), value.toUpperCase());
  }
  return mapped(colours, file);
}

/** `w:clrSchemeMapping` may exchange dark and light (17.15.1.20). */
function mapped(colours: ReadonlyMap<string, string>, file: WordFile): ReadonlyMap<string, string> {
  const path = file.related("settings");
  const mapping =
    path === undefined ? undefined : childrenOf(file.xml(path).root, "w:clrSchemeMapping")[0];
  const result = new Map(colours);
  const pairs = [
    ["bg1", "lt1"],
    ["t1", "dk1"],
    ["bg2", "lt2"],
    ["t2", "dk2"],
  ] as const;
  for (const [name, slot] of pairs) {
    const other = mapping?.attributes[`w:${name}`];
    const colour = other === undefined ? undefined : colours.get(slots[other] ?? other);
    if (colour !== undefined) result.set(slot, colour);
  }
  return result;
}

/**
 * The colour that an element such as `w:color` or `w:shd` names by the theme, six hexadecimal digits; undefined when it names none.
 * `name` is the attribute without its prefix: `themeColor`, `themeFill`.
 */
export function themeColourOf(
  element: Pick<XmlElement, "attributes">,
  name: "themeColor" | "themeFill",
  colours: ReadonlyMap<string, string>,
): string | undefined {
  const named = element.attributes[`w:${name}`];
  if (named === undefined) return undefined;
  const colour = colours.get(slots[named] ?? named);
  if (colour === undefined || !/^[0-9A-F]{6}$/.test(colour)) return undefined;
  const prefix = name === "themeColor" ? "theme" : "themeFill";
  const tint = share(element.attributes[`w:${prefix}Tint`]);
  const shade = share(element.attributes[`w:${prefix}Shade`]);
  if (tint !== undefined) return withLightness(colour, (light) => light * tint + (1 - tint));
  return shade === undefined ? colour : withLightness(colour, (light) => light * shade);
}

function share(value: string | undefined): number | undefined {
  const number = value === undefined ? Number.NaN : Number.parseInt(value, 16);
  return Number.isNaN(number) ? undefined : number / 255;
}

/** Tint and shade work on the lightness of the colour (17.18.97, in HSL as Word does). */
function withLightness(colour: string, change: (light: number) => number): string {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(
    (at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255,
  );
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const light = (most + least) / 2;
  const span = most - least;
  const full = 1 - Math.abs(2 * light - 1);
  const saturation = full === 0 ? 0 : span / full;
  const next = Math.min(1, Math.max(0, change(light)));
  const scale = span === 0 ? 0 : (saturation * (1 - Math.abs(2 * next - 1))) / span;
  return [red, green, blue]
    .map((part) => Math.round(((part - light) * scale + next) * 255))
    .map((part) => Math.min(255, Math.max(0, part)).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
