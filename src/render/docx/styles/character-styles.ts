import type { Colour, TextStyle, Theme } from "../../../theme/index.ts";
import { halfPoints } from "../units.ts";
import { tag, val } from "../xml.ts";
import { colourAttributes, fillAttributes } from "./colours.ts";
import { fontElement } from "./fonts.ts";
import type { CharacterStyle } from "./style.ts";

const known: WeakMap<Theme, readonly CharacterStyle[]> = new WeakMap();

/** Looks of stretches within a paragraph. */
export function characterStyles(theme: Theme): readonly CharacterStyle[] {
  const styles = known.get(theme) ?? stylesOf(theme);
  known.set(theme, styles);
  return styles;
}

function stylesOf(theme: Theme): readonly CharacterStyle[] {
  const codeFont = fontElement(theme, "code");
  const bold = tag("w:b") + tag("w:bCs");
  const kind = theme.styles[theme.blocks.masthead.kindStyle];
  return [
    { id: "Strong", name: "Strong", properties: bold },
    { id: "Emphasis", name: "Emphasis", properties: tag("w:i") + tag("w:iCs") },
    { id: "Strikethrough", name: "Strikethrough", properties: tag("w:strike") },
    {
      id: "Hyperlink",
      name: "Hyperlink",
      properties: coloured(theme, theme.link.colour) + val("w:u", "single"),
    },
    { id: "HTMLCode", name: "HTML Code", properties: codeFont },
    { id: "HTMLKeyboard", name: "HTML Keyboard", properties: codeFont },
    {
      id: "Mark",
      name: "Mark",
      properties: tag(
        "w:shd",
        fillAttributes(theme, theme.colours["mark"] ?? theme.placeholderFill),
      ),
    },
    { id: "Underline", name: "Underline", properties: val("w:u", "single") },
    { id: "SmallCapitals", name: "Small Capitals", properties: tag("w:smallCaps") },
    { id: "SmallPrint", name: "Small Print", properties: smallPrint(theme) },
    ...codeStyles(theme),
    { id: "Superscript", name: "Superscript", properties: val("w:vertAlign", "superscript") },
    { id: "Subscript", name: "Subscript", properties: val("w:vertAlign", "subscript") },
    {
      id: "FootnoteReference",
      name: "footnote reference",
      properties: coloured(theme, theme.link.colour) + val("w:vertAlign", "superscript"),
    },
    // For endnotes that somebody adds in Word.
    {
      id: "EndnoteReference",
      name: "endnote reference",
      properties: val("w:vertAlign", "superscript"),
    },
    {
      id: "PlaceholderText",
      name: "Placeholder Text",
      properties: tag("w:shd", fillAttributes(theme, theme.placeholderFill)),
    },
    { id: "Kind", name: "Kind", properties: look(theme, kind, true) },
    {
      id: "FactValue",
      name: "Fact Value",
      properties: factValue(theme, theme.styles[theme.blocks.quickFacts.value]),
    },
    {
      id: "SideFactValue",
      name: "Side Fact Value",
      properties: look(theme, theme.styles[theme.blocks.quickFacts.value], false),
    },
    { id: "Marking", name: "Marking", properties: look(theme, theme.styles["marking"], false) },
    {
      id: "TimelineDate",
      name: "Timeline Date",
      properties: bold + colour(theme, theme.styles[theme.blocks.timeline.date]),
    },
    {
      id: "StatementNumber",
      name: "Statement Number",
      properties: look(theme, theme.styles["statement-number"], false),
    },
    {
      id: "ChoiceBox",
      name: "Choice Box",
      properties: tag("w:rFonts", {
        "w:ascii": "Segoe UI Symbol",
        "w:hAnsi": "Segoe UI Symbol",
        "w:eastAsia": "Segoe UI Symbol",
        "w:cs": "Segoe UI Symbol",
      }),
    },
  ];
}

function look(theme: Theme, style: TextStyle | undefined, withoutSize: boolean): string {
  if (style === undefined) return tag("w:b");
  return [
    ...(style.weight >= 600 ? [tag("w:b"), tag("w:bCs")] : []),
    ...(style.capitals ? [tag("w:caps")] : []),
    coloured(theme, style.colour),
    ...(style.tracking > 0
      ? [val("w:spacing", Math.max(1, Math.round(style.tracking * style.size * 20)))]
      : []),
    ...(withoutSize
      ? []
      : [val("w:sz", halfPoints(style.size)), val("w:szCs", halfPoints(style.size))]),
  ].join("");
}

/** What code is made of; colours that the brand does not have are those of other code. */
function codeStyles(theme: Theme): readonly CharacterStyle[] {
  return Object.entries(theme.colours).flatMap(([name, colour]) => {
    const role = /^code-([a-z]+)$/.exec(name)?.[1];
    if (role === undefined) return [];
    const word = `${role[0]?.toUpperCase()}${role.slice(1)}`;
    const slant = role === "comment" ? tag("w:i") + tag("w:iCs") : "";
    return [
      { id: `Code${word}`, name: `Code ${word}`, properties: slant + coloured(theme, colour) },
    ];
  });
}

function smallPrint(theme: Theme): string {
  const size = halfPoints((theme.styles["body"]?.size ?? 11) * 0.85);
  return val("w:sz", size) + val("w:szCs", size);
}

/** The value stands on the line of its label, so it is no larger than 12 points. */
function factValue(theme: Theme, style: TextStyle | undefined): string {
  const size = halfPoints(Math.min(12, style?.size ?? 12));
  return tag("w:b") + tag("w:bCs") + colour(theme, style) + val("w:sz", size) + val("w:szCs", size);
}

function colour(theme: Theme, style: TextStyle | undefined): string {
  return style === undefined ? "" : coloured(theme, style.colour);
}

function coloured(theme: Theme, value: Colour): string {
  return tag("w:color", colourAttributes(theme, value, "w:val"));
}
