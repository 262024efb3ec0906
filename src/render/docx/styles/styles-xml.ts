import type { TextStyle, Theme } from "../../../theme/index.ts";
import { isRightToLeft, languageAttributes } from "../language.ts";
import { eighths, halfPoints, twips } from "../units.ts";
import { tag, val } from "../xml.ts";
import { colourAttributes, fillAttributes } from "./colours.ts";
import { fontElement } from "./fonts.ts";
import { frameAttributes } from "./frame-attributes.ts";
import { indentAttributes } from "./indent.ts";
import { latentStyles } from "./latent-styles.ts";
import { stripLeft } from "./measures.ts";
import type { CharacterStyle, ParagraphStyle } from "./style.ts";
import { tableStyles } from "./table-styles.ts";

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** word/styles.xml (ECMA-376 Part 1, 17.7): everything that a paragraph of the document looks like, nothing of it in the text. */
export function stylesXml(
  theme: Theme,
  language: string,
  paragraphs: readonly ParagraphStyle[],
  characters: readonly CharacterStyle[],
): string {
  const body = styleOf(theme, "body");
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<w:styles ${namespaces}>`,
    documentDefaults(theme, body, language),
    latentStyles(),
    tag(
      "w:style",
      { "w:type": "paragraph", "w:default": 1, "w:styleId": "Normal" },
      val("w:name", "Normal"),
      tag("w:qFormat"),
    ),
    tag(
      "w:style",
      { "w:type": "character", "w:default": 1, "w:styleId": "DefaultParagraphFont" },
      val("w:name", "Default Paragraph Font"),
      val("w:uiPriority", 1),
      tag("w:semiHidden"),
      tag("w:unhideWhenUsed"),
    ),
    tag(
      "w:style",
      { "w:type": "numbering", "w:default": 1, "w:styleId": "NoList" },
      val("w:name", "No List"),
      val("w:uiPriority", 99),
      tag("w:semiHidden"),
      tag("w:unhideWhenUsed"),
    ),
    ...paragraphs.map((style) => paragraphStyleXml(style, theme, isRightToLeft(language))),
    ...characters.map(({ id, name, properties }) =>
      tag(
        "w:style",
        {
          "w:type": "character",
          "w:styleId": id,
          ...(isBuiltIn(name) ? {} : { "w:customStyle": 1 }),
        },
        val("w:name", name),
        val("w:basedOn", "DefaultParagraphFont"),
        val("w:uiPriority", 99),
        tag("w:unhideWhenUsed"),
        tag("w:qFormat"),
        tag("w:rPr", {}, properties),
      ),
    ),
    ...tableStyles(theme),
    "</w:styles>",
  ].join("");
}

function documentDefaults(theme: Theme, body: TextStyle, language: string): string {
  return tag(
    "w:docDefaults",
    {},
    tag(
      "w:rPrDefault",
      {},
      tag(
        "w:rPr",
        {},
        fontElement(theme, body.font),
        tag("w:color", colourAttributes(theme, body.colour, "w:val")),
        // At all sizes, in half points.
        val("w:kern", 2),
        val("w:sz", halfPoints(body.size)),
        val("w:szCs", halfPoints(body.size)),
        tag("w:lang", {
          "w:val": "en-CA",
          "w:eastAsia": "ja-JP",
          "w:bidi": "ar-SA",
          ...languageAttributes(language),
        }),
      ),
    ),
    tag(
      "w:pPrDefault",
      {},
      tag(
        "w:pPr",
        {},
        onlyIf(isRightToLeft(language), tag("w:bidi")),
        tag("w:spacing", {
          "w:before": 0,
          "w:after": 0,
          "w:line": twips(body.leading),
          "w:lineRule": "exact",
        }),
      ),
    ),
  );
}

function paragraphStyleXml(style: ParagraphStyle, theme: Theme, rightToLeft: boolean): string {
  const text = styleOf(theme, style.role);
  return tag(
    "w:style",
    {
      "w:type": "paragraph",
      "w:styleId": style.id,
      ...(isBuiltIn(style.name) ? {} : { "w:customStyle": 1 }),
    },
    val("w:name", style.name),
    val("w:basedOn", style.basedOn),
    ...(style.next === undefined ? [] : [val("w:next", style.next)]),
    val("w:uiPriority", style.quick === true ? 9 : 39),
    ...(style.quick === true ? [tag("w:qFormat")] : []),
    paragraphProperties(style, text, theme, rightToLeft),
    runProperties(text, theme, style.regular === true),
  );
}

/** In the order of CT_PPrBase (17.3.1.26). */
function paragraphProperties(
  style: ParagraphStyle,
  text: TextStyle,
  theme: Theme,
  rightToLeft: boolean,
): string {
  const keepLines = style.keepLines === true || text.keepTogether;
  const align = style.align ?? alignments[text.align];
  // Of a paragraph that begins at the right this is the other side (17.3.1.13).
  const jc = rightToLeft && align === "right" ? "left" : align;
  return [
    "<w:pPr>",
    onlyIf(style.keepNext === true || text.keepWithNext, tag("w:keepNext")),
    onlyIf(keepLines || style.outlineLevel !== undefined, tag("w:keepLines")),
    onlyIf(style.pageBreakBefore === true, tag("w:pageBreakBefore")),
    frame(style, rightToLeft),
    tag("w:widowControl"),
    numbering(style),
    borders(style, text, theme),
    shading(style, theme),
    tabs(style),
    onlyIf(!text.hyphenate, tag("w:suppressAutoHyphens")),
    spacing(style, text),
    indent(style, text, theme),
    jc === undefined ? "" : val("w:jc", jc),
    style.outlineLevel === undefined ? "" : val("w:outlineLvl", style.outlineLevel),
    "</w:pPr>",
  ].join("");
}

function onlyIf(condition: boolean, xml: string): string {
  return condition ? xml : "";
}

function frame({ frame: place }: ParagraphStyle, rightToLeft: boolean): string {
  return place === undefined ? "" : tag("w:framePr", frameAttributes(place, rightToLeft));
}

function numbering({ numbering: list, unnumbered = false }: ParagraphStyle): string {
  if (unnumbered) return tag("w:numPr", {}, val("w:numId", 0));
  if (list === undefined) return "";
  return tag("w:numPr", {}, val("w:ilvl", list.level), val("w:numId", list.id));
}

function shading(style: ParagraphStyle, theme: Theme): string {
  if (style.shading === undefined) return "";
  return tag("w:shd", fillAttributes(theme, theme.colours[style.shading] ?? "FFFFFF"));
}

function tabs({ tabs: stops = [] }: ParagraphStyle): string {
  if (stops.length === 0) return "";
  return tag(
    "w:tabs",
    {},
    ...stops.map(({ align, leader, at }) =>
      tag("w:tab", { "w:val": align, "w:leader": leader, "w:pos": twips(at) }),
    ),
  );
}

function spacing(style: ParagraphStyle, text: TextStyle): string {
  const lineRule = style.lineRule ?? "exact";
  return tag("w:spacing", {
    "w:before": twips(style.spacing?.before ?? text.before),
    "w:after": twips(style.spacing?.after ?? text.after),
    "w:line": lineRule === "auto" ? 240 : twips(style.leading ?? text.leading),
    "w:lineRule": lineRule,
  });
}

function indent(style: ParagraphStyle, text: TextStyle, theme: Theme): string {
  const left = style.indent?.left ?? stripLeft(theme, text.strip) + text.indent;
  const own = indentAttributes({ ...style.indent, left });
  const hangs = (style.indent?.hanging ?? 0) > 0;
  return tag("w:ind", { ...own, ...(hangs ? {} : { "w:firstLine": twips(text.firstLine) }) });
}

const alignments: Readonly<Record<TextStyle["align"], string | undefined>> = {
  left: "left",
  justify: "both",
  right: "right",
  centre: "center",
};

function borders(style: ParagraphStyle, text: TextStyle, theme: Theme): string {
  const wanted: NonNullable<ParagraphStyle["borders"]> =
    style.borders ??
    (text.ruleAbove === undefined
      ? []
      : [{ side: "top", rule: text.ruleAbove.rule, space: text.ruleAbove.gap }]);
  const sides = padding(style, theme);
  // None where the style that this one is based on may have some.
  if (style.borders?.length === 0 && sides.size === 0)
    return tag("w:pBdr", {}, val("w:top", "nil"));
  if (wanted.length === 0 && sides.size === 0) return "";
  for (const { side, rule, space, width: own } of wanted) {
    const { width, colour } = rule === "shading" ? shadingRule(style, theme) : ruleOf(theme, rule);
    sides.set(side, border(side, own ?? width, colour, space, theme));
  }
  const order = ["top", "left", "bottom", "right", "between"] as const;
  return tag("w:pBdr", {}, ...order.map((side) => sides.get(side) ?? ""));
}

/** Space of paragraph borders is in points, at most 31 (17.3.1.7). */
function border(side: string, width: number, colour: string, space: number, theme: Theme): string {
  return tag(`w:${side}`, {
    "w:val": "single",
    "w:sz": eighths(width),
    "w:space": Math.min(31, Math.round(space)),
    ...colourAttributes(theme, colour, "w:color"),
  });
}

/** Shading ends where the text does, unless a border stands farther out. */
function padding(style: ParagraphStyle, theme: Theme): Map<string, string> {
  const sides = new Map<string, string>();
  if (style.padding === undefined || style.shading === undefined) return sides;
  const { width, colour } = shadingRule(style, theme);
  for (const side of ["left", "right"] as const)
    sides.set(side, border(side, width, colour, style.padding[side], theme));
  return sides;
}

const ruleOf = (theme: Theme, name: string): { width: number; colour: string } =>
  theme.rules[name] ?? { width: 0.5, colour: "000000" };

/** A border that is not seen on the shading. */
function shadingRule(style: ParagraphStyle, theme: Theme): { width: number; colour: string } {
  return { width: 0.25, colour: theme.colours[style.shading ?? ""] ?? "FFFFFF" };
}

/** In the order of EG_RPrBase (17.3.2.28). */
function runProperties(text: TextStyle, theme: Theme, regular: boolean): string {
  const bold = text.weight >= 600 && !regular;
  return tag(
    "w:rPr",
    {},
    fontElement(theme, text.font),
    ...(bold ? [tag("w:b"), tag("w:bCs")] : []),
    ...(text.italic ? [tag("w:i"), tag("w:iCs")] : []),
    ...(text.capitals ? [tag("w:caps")] : []),
    tag("w:color", colourAttributes(theme, text.colour, "w:val")),
    ...(text.tracking === 0 ? [] : [val("w:spacing", Math.round(text.tracking * text.size * 20))]),
    val("w:sz", halfPoints(text.size)),
    val("w:szCs", halfPoints(text.size)),
  );
}

function styleOf(theme: Theme, role: string): TextStyle {
  const style = theme.styles[role] ?? theme.styles["body"];
  if (style === undefined) throw new Error("Bug: a theme has no style for body text.");
  return style;
}

/** Word's own names; a style with another name says that it is custom. */
function isBuiltIn(name: string): boolean {
  return /^(Body Text|Title|Subtitle|Quote|HTML Preformatted|HTML Code|HTML Keyboard|caption|heading \d|TOC Heading|toc \d|table of figures|List (Bullet|Number|Continue)( \d)?|Signature|Note Heading|footnote text|footnote reference|endnote reference|header|footer|Strong|Emphasis|Hyperlink|Placeholder Text)$/.test(
    name,
  );
}
