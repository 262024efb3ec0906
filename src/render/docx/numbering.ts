import type { Theme } from "../../theme/index.ts";
import { bulletNumbering, decimalNumbering } from "./styles/paragraph-styles.ts";
import { twips } from "./units.ts";
import { tag, val } from "./xml.ts";

/** An ordered list of the document: its definition restarts at `start`. */
export type NumberingInstance = {
  readonly id: number;
  readonly level: number;
  readonly start: number;
};

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const bullets = ["▪", "–", "▪", "–", "▪", "–", "▪", "–", "▪"];
const formats = ["decimal", "lowerLetter", "lowerRoman"];

/** word/numbering.xml (17.9): one definition of nine levels for bullets and one for numbers, and an instance for each list that counts. */
export function numberingXml(theme: Theme, instances: readonly NumberingInstance[]): string {
  const hang = theme.styles["list"]?.hang ?? theme.blocks.bullet.hang;
  const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const bulletLevels = levels.map((level) =>
    tag(
      "w:lvl",
      { "w:ilvl": level },
      val("w:start", 1),
      val("w:numFmt", "bullet"),
      ...(level < 5 ? [val("w:pStyle", `ListBullet${level === 0 ? "" : level + 1}`)] : []),
      val("w:lvlText", bullets[level] ?? "▪"),
      val("w:lvlJc", "left"),
      indent(hang * (level + 1), hang),
      tag(
        "w:rPr",
        {},
        tag("w:rFonts", {
          "w:ascii": "Arial",
          "w:hAnsi": "Arial",
          "w:cs": "Arial",
          "w:hint": "default",
        }),
      ),
    ),
  );
  const numberLevels = levels.map((level) =>
    tag(
      "w:lvl",
      { "w:ilvl": level },
      val("w:start", 1),
      val("w:numFmt", formats[level % 3] ?? "decimal"),
      ...(level < 5 ? [val("w:pStyle", `ListNumber${level === 0 ? "" : level + 1}`)] : []),
      val("w:lvlText", `%${level + 1}.`),
      val("w:lvlJc", "left"),
      indent((hang + 6) * (level + 1), hang + 6),
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<w:numbering ${namespaces}>`,
    tag(
      "w:abstractNum",
      { "w:abstractNumId": 1 },
      val("w:nsid", "0D055101"),
      val("w:multiLevelType", "multilevel"),
      val("w:tmpl", "0D055101"),
      ...bulletLevels,
    ),
    tag(
      "w:abstractNum",
      { "w:abstractNumId": 2 },
      val("w:nsid", "0D055102"),
      val("w:multiLevelType", "multilevel"),
      val("w:tmpl", "0D055102"),
      ...numberLevels,
    ),
    tag("w:num", { "w:numId": bulletNumbering }, val("w:abstractNumId", 1)),
    tag("w:num", { "w:numId": decimalNumbering }, val("w:abstractNumId", 2)),
    ...instances.map(({ id, level, start }) =>
      tag(
        "w:num",
        { "w:numId": id },
        val("w:abstractNumId", 2),
        tag("w:lvlOverride", { "w:ilvl": level }, val("w:startOverride", start)),
      ),
    ),
    "</w:numbering>",
  ].join("");
}

function indent(left: number, hanging: number): string {
  return tag("w:pPr", {}, tag("w:ind", { "w:left": twips(left), "w:hanging": twips(hanging) }));
}
