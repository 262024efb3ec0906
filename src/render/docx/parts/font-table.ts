import type { FontFamily, Theme } from "../../../theme/index.ts";
import { tag, val } from "../xml.ts";

/** A face of a family that goes with the file: what Word calls it, and the id of its relationship. */
export type EmbeddedFace = {
  readonly family: string;
  readonly slot: "embedRegular" | "embedBold" | "embedItalic" | "embedBoldItalic";
  readonly relation: string;
  /** `{…}`: the key that the bytes are obfuscated by (17.8.1). */
  readonly key: string;
};

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** word/fontTable.xml (17.8.3.11): the fonts that styles name, and what stands in for them where they are missing. */
export function fontTableXml(theme: Theme, faces: readonly EmbeddedFace[]): string {
  const families = new Map(
    Object.entries(theme.fonts).map(([key, family]) => [family.wordName, { key, family }]),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<w:fonts ${namespaces}>`,
    ...[...families].map(([name, { key, family }]) =>
      font(
        name,
        key,
        family,
        faces.filter((face) => face.family === name),
      ),
    ),
    "</w:fonts>",
  ].join("");
}

/** In the order of CT_Font (17.8.3.10). */
function font(
  name: string,
  key: string,
  family: FontFamily,
  faces: readonly EmbeddedFace[],
): string {
  const sort = sortOf(key, family.name);
  const other = substitutes[sort];
  return tag(
    "w:font",
    { "w:name": name },
    ...(other === name ? [] : [val("w:altName", other)]),
    val("w:charset", "00"),
    val("w:family", sort),
    val("w:pitch", sort === "modern" ? "fixed" : "variable"),
    ...slots.flatMap((slot) => {
      const face = faces.find((each) => each.slot === slot);
      if (face === undefined) return [];
      return [tag(`w:${slot}`, { "r:id": face.relation, "w:fontKey": face.key })];
    }),
  );
}

const slots = ["embedRegular", "embedBold", "embedItalic", "embedBoldItalic"] as const;

/** Fonts that every Word has, by the sort of the font (17.18.30). */
const substitutes = { roman: "Georgia", modern: "Consolas", swiss: "Arial" } as const;

function sortOf(key: string, name: string): keyof typeof substitutes {
  if (key === "code" || /\b(?:mono|code|courier)\b/i.test(name)) return "modern";
  return key === "serif" || /\bserif\b(?<!sans[- ]serif)|times|georgia/i.test(name)
    ? "roman"
    : "swiss";
}
