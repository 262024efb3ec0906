import type { Reader } from "../settings/index.ts";
import type { Colour, Face, FaceKey, FontFamily, RuleStyle } from "./theme.ts";

/** What brand.yaml gives to every product. */
export type House = {
  readonly colours: Readonly<Record<string, Colour>>;
  readonly fonts: Readonly<Record<string, FontFamily>>;
  readonly fallbacks: readonly FaceKey[];
  readonly rules: Readonly<Record<string, RuleStyle>>;
  /** The colour that a field names, or its six digits. */
  readonly colour: (reader: Reader, key: string, usual: string) => Colour;
};

const black = "000000";

export function resolveBrand(brand: Reader): House {
  const named = brand.map("colours");
  const colours = Object.fromEntries(
    named.keys().map((key) => [key, digits(named.text(key)) ?? black]),
  );
  const colour = (reader: Reader, key: string, usual: string): Colour => {
    const name = reader.text(key, usual);
    return (Object.hasOwn(colours, name) ? colours[name] : digits(name)) ?? black;
  };
  const rules = brand.map("rules");
  return {
    colours,
    colour,
    fonts: resolveFonts(brand.map("fonts")),
    fallbacks: brand.texts("fallbacks"),
    rules: Object.fromEntries(
      rules.keys().map((key) => {
        const rule = rules.map(key);
        return [key, { width: rule.number("width", 0.5), colour: colour(rule, "colour", "ink") }];
      }),
    ),
  };
}

function resolveFonts(fonts: Reader): Readonly<Record<string, FontFamily>> {
  const families = fonts.keys().map((key): [string, FontFamily] => {
    const font = fonts.map(key);
    const name = font.text("name");
    const faces = font.map("faces");
    return [
      key,
      {
        name,
        wordName: font.text("word", name),
        baselineShift: font.number("shift", 0.33),
        faces: faces.keys().map((face) => faceOf(key, face, faces.text(face))),
      },
    ];
  });
  return Object.fromEntries(families);
}

/** `400`, `700-italic` */
function faceOf(family: string, key: string, file: string): Face {
  return {
    key: `${family}/${key}`,
    weight: Number.parseInt(key, 10) || 400,
    italic: key.endsWith("-italic"),
    file,
  };
}

function digits(text: string): Colour | undefined {
  return /^#?[0-9a-fA-F]{6}$/.test(text) ? text.replace("#", "").toUpperCase() : undefined;
}
