import type { Points, Theme } from "../../theme/index.ts";
import type { ListPlace } from "./styles/list-styles.ts";
import {
  deepestLevel,
  deepestStyle,
  headingNumbering,
  listIndent,
  listPlaces,
  listStyle,
  numberingOf,
  statementNumbering,
} from "./styles/list-styles.ts";
import { stripLeft } from "./styles/measures.ts";
import { statementIndent } from "./styles/slide-styles.ts";
import type { ParagraphStyle } from "./styles/style.ts";
import { halfPoints, twips } from "./units.ts";
import { tag, val } from "./xml.ts";

/** An ordered list of the document: its definition counts anew from `start`. */
export type NumberingInstance = {
  readonly id: number;
  /** Number of the definition that it is an instance of. */
  readonly definition: number;
  /** 0 to 8. */
  readonly level: number;
  readonly start: number;
};

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** word/numbering.xml (17.9): a definition of nine levels for bullets and one for numbers for each place, and an instance for each list that counts. */
export function numberingXml(
  theme: Theme,
  instances: readonly NumberingInstance[],
  styles: ReadonlyMap<string, ParagraphStyle>,
  options: { readonly countsHeadings: boolean },
): string {
  const named = new Set([...styles.values()].map((style) => style.numbering?.id));
  const used = listPlaces.filter((place) =>
    [false, true].some((ordered) => named.has(numberingOf(place, ordered))),
  );
  const definitions = used.flatMap((place) =>
    [false, true].map((ordered) => ({
      id: numberingOf(place, ordered),
      levels: levels(theme, place, ordered),
    })),
  );
  if (options.countsHeadings)
    definitions.push({ id: headingNumbering, levels: headingLevels(styles, theme) });
  if (theme.slides !== undefined)
    definitions.push({ id: statementNumbering, levels: [statementLevel(theme)] });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<w:numbering ${namespaces}>`,
    ...definitions.map((definition) => abstractNumbering(definition.id, definition.levels)),
    ...definitions.map(({ id }) => tag("w:num", { "w:numId": id }, val("w:abstractNumId", id))),
    ...instances.map(({ id, definition, level, start }) =>
      tag(
        "w:num",
        { "w:numId": id },
        val("w:abstractNumId", definition),
        tag("w:lvlOverride", { "w:ilvl": level }, val("w:startOverride", start)),
      ),
    ),
    "</w:numbering>",
  ].join("");
}

/** `nsid` tells Word which lists belong together when text is pasted (17.9.15): any number that is always the same. */
function abstractNumbering(id: number, content: readonly string[]): string {
  const key = (0x0d055100 + id).toString(16).toUpperCase().padStart(8, "0");
  return tag(
    "w:abstractNum",
    { "w:abstractNumId": id },
    val("w:nsid", key),
    val("w:multiLevelType", content.length > 1 ? "multilevel" : "singleLevel"),
    val("w:tmpl", key),
    ...content,
  );
}

function levels(theme: Theme, place: ListPlace, ordered: boolean): readonly string[] {
  return Array.from({ length: deepestLevel }, (_, index) => {
    const level = index + 1;
    const style = listStyle(theme, place, ordered ? "Number" : "Bullet", level);
    // Only built-in styles are there whether or not they are used.
    const isNamed = place === "page" && level <= deepestStyle;
    const { left, hanging } = listIndent(theme, place, ordered, level);
    return tag(
      "w:lvl",
      { "w:ilvl": index },
      val("w:start", 1),
      val("w:numFmt", ordered ? "decimal" : "bullet"),
      ...(isNamed ? [val("w:pStyle", style.id)] : []),
      val("w:lvlText", ordered ? `%${level}.` : bullet),
      val("w:lvlJc", "left"),
      indent(left, hanging),
      ...(ordered ? [] : [tag("w:rPr", {}, bulletFont)]),
    );
  });
}

const bullet = "▪";
const bulletFont = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:hint="default"/>';

/** 1, 1.1, 1.1.1: a blank between number and words, and the indent of the heading. */
function headingLevels(
  styles: ReadonlyMap<string, ParagraphStyle>,
  theme: Theme,
): readonly string[] {
  return Array.from({ length: deepestLevel }, (_, index) => {
    const level = index + 1;
    const numbers = Array.from({ length: level }, (__, at) => `%${at + 1}`).join(".");
    const style = styles.get(`Heading${level}`);
    return tag(
      "w:lvl",
      { "w:ilvl": index },
      val("w:start", 1),
      val("w:numFmt", "decimal"),
      ...(style?.numbering === undefined ? [] : [val("w:pStyle", `Heading${level}`)]),
      val("w:suff", "space"),
      val("w:lvlText", numbers),
      val("w:lvlJc", "left"),
      indent(leftOfHeading(level, styles, theme), 0),
    );
  });
}

/** As the style says it: the indent of a level outdoes that of the style. */
function leftOfHeading(
  level: number,
  styles: ReadonlyMap<string, ParagraphStyle>,
  theme: Theme,
): Points {
  const style = styles.get(`Heading${level}`);
  const text = theme.styles[style?.role ?? "body"] ?? theme.styles["body"];
  return style?.indent?.left ?? stripLeft(theme, text?.strip ?? "main") + (text?.indent ?? 0);
}

/** Large numbers in a column of their own. */
function statementLevel(theme: Theme): string {
  const left = statementIndent(theme);
  const number = theme.styles["statement-number"];
  return tag(
    "w:lvl",
    { "w:ilvl": 0 },
    val("w:start", 1),
    val("w:numFmt", "decimal"),
    val("w:pStyle", "SlideStatement"),
    val("w:lvlText", "%1"),
    val("w:lvlJc", "left"),
    indent(left, left),
    tag(
      "w:rPr",
      {},
      tag("w:b"),
      tag("w:bCs"),
      ...(number === undefined
        ? []
        : [val("w:color", number.colour), val("w:sz", halfPoints(number.size))]),
    ),
  );
}

function indent(left: number, hanging: number): string {
  return tag("w:pPr", {}, tag("w:ind", { "w:left": twips(left), "w:hanging": twips(hanging) }));
}
