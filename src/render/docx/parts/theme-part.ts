import type { Colour, Theme } from "../../../theme/index.ts";
import { tag } from "../xml.ts";

/** A slot of the theme part: its element, and the name by which text refers to it (17.18.97). */
type Slot = { readonly element: string; readonly name: string; readonly colour: Colour };

const known: WeakMap<Theme, readonly Slot[]> = new WeakMap();

/** Colours of the brand in the twelve slots of a Word theme (20.1.6.2). A slot that the brand does not fill repeats the accent. */
function themeSlots(theme: Theme): readonly Slot[] {
  const slots = known.get(theme) ?? slotsOf(theme);
  known.set(theme, slots);
  return slots;
}

function slotsOf(theme: Theme): readonly Slot[] {
  const { colours, link } = theme;
  const ink = theme.styles["body"]?.colour ?? "000000";
  const accent = colours["accent"] ?? link.colour;
  const named = ["rule", "flag", "muted"];
  const known = new Set(["ink", "paper", "tint", "accent", ...named]);
  const own = Object.keys(colours).filter(
    (name) => !known.has(name) && !/^(?:code-|mark$)/.test(name),
  );
  const accents = [accent, ...[...named, ...own].map((name) => colours[name] ?? accent)];
  const slot = (element: string, name: string, colour: Colour): Slot => ({ element, name, colour });
  return [
    slot("dk1", "text1", ink),
    slot("lt1", "background1", colours["paper"] ?? "FFFFFF"),
    slot("dk2", "text2", colours["muted"] ?? ink),
    slot("lt2", "background2", colours["tint"] ?? "FFFFFF"),
    ...Array.from({ length: 6 }, (_, index) =>
      slot(`accent${index + 1}`, `accent${index + 1}`, accents[index] ?? accent),
    ),
    slot("hlink", "hyperlink", link.colour),
    slot("folHlink", "followedHyperlink", link.colour),
  ];
}

/** The name of the first slot with this colour; undefined when the theme has none. */
export function themeColourName(theme: Theme, colour: Colour): string | undefined {
  return themeSlots(theme).find((slot) => slot.colour === colour)?.name;
}

/** Names that Word knows of the fonts of headings and of text. */
export function themeFonts(theme: Theme): { readonly major: string; readonly minor: string } {
  const nameOf = (role: string): string | undefined =>
    theme.fonts[theme.styles[role]?.font ?? ""]?.wordName;
  const minor = nameOf("body") ?? "Arial";
  return { minor, major: nameOf("title") ?? minor };
}

/** word/theme/theme1.xml (20.1.6.9): a file restyled by "Design > Themes" follows it everywhere. */
export function themeXml(theme: Theme): string {
  const { major, minor } = themeFonts(theme);
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Dossier">',
    "<a:themeElements>",
    tag(
      "a:clrScheme",
      { name: "Dossier" },
      ...themeSlots(theme).map(({ element, colour }) =>
        tag(`a:${element}`, {}, tag("a:srgbClr", { val: colour })),
      ),
    ),
    tag(
      "a:fontScheme",
      { name: "Dossier" },
      fontCollection("a:majorFont", major),
      fontCollection("a:minorFont", minor),
    ),
    formatScheme(),
    "</a:themeElements>",
    "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>",
  ].join("");
}

/** Scripts that the fonts of the house do not have stand in those that every Word brings. */
function fontCollection(name: string, latin: string): string {
  const scripts: readonly (readonly [script: string, typeface: string])[] = [
    ["Jpan", "Yu Gothic"],
    ["Hang", "Malgun Gothic"],
    ["Hans", "Microsoft YaHei"],
    ["Hant", "Microsoft JhengHei"],
    ["Arab", "Arial"],
    ["Hebr", "Arial"],
    ["Thai", "Tahoma"],
    ["Deva", "Nirmala UI"],
    ["Cans", "Euphemia"],
  ];
  return tag(
    name,
    {},
    tag("a:latin", { typeface: latin }),
    tag("a:ea", { typeface: "" }),
    tag("a:cs", { typeface: "" }),
    ...scripts.map(([script, typeface]) => tag("a:font", { script, typeface })),
  );
}

/** Three of each are asked for (20.1.4.1.14); plain ones. */
function formatScheme(): string {
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = (width: number): string =>
    `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${fill}<a:prstDash val="solid"/></a:ln>`;
  const effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
  return [
    '<a:fmtScheme name="Dossier">',
    `<a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst>`,
    `<a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst>`,
    `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst>`,
    `<a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst>`,
    "</a:fmtScheme>",
  ].join("");
}
