import type { Language } from "../../document/index.ts";
import type { Colour, Face, FaceKey, FontFamily, Points, TextStyle } from "../../theme/index.ts";
import type { Tag } from "../page.ts";
import type { FontFace } from "./font-face.ts";
import type { TextContext } from "./line.ts";

/** How a stretch of text looks; made anew for each inline that changes something, shared by all that it holds. */
export type Look = {
  /** Key of `Theme.fonts`. */
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly face: FaceKey;
  readonly font: FontFace;
  readonly size: Points;
  readonly colour: Colour;
  /** Above the baseline of the line. */
  readonly rise: Points;
  readonly tracking: Points;
  readonly capitals: boolean;
  readonly code: boolean;
  readonly features: Readonly<Record<string, number>> | undefined;
  readonly language: Language;
  readonly tag: Tag;
  readonly marks: readonly Mark[];
};

/** What is drawn around or through text, once for all its stretches on a line. */
export type Mark = {
  readonly kind: "link" | "strike" | "underline" | "fill" | "highlight" | "key";
  readonly node: string;
};

export const superscript: Raised = { scale: 0.62, rise: 0.36 };
export const subscript: Raised = { scale: 0.62, rise: -0.14 };
/** Code looks larger than the text around it at the same size. */
export const codeScale = 0.92;

/** Words of less weight, as a share of the size around them. */
export const smallPrint = 0.85;

type Raised = { readonly scale: number; readonly rise: number };

/** The look of a style, before any inline changes it. */
export function lookOf(style: TextStyle, context: TextContext, tag: Tag): Look {
  const chosen = chooseFace(context, style.font, style.weight, style.italic);
  return {
    family: style.font,
    weight: style.weight,
    italic: style.italic,
    face: chosen.key,
    font: chosen.font,
    size: style.size,
    colour: style.colour,
    rise: 0,
    tracking: style.tracking * style.size,
    capitals: style.capitals,
    code: false,
    features: style.tabularFigures ? { tnum: 1 } : undefined,
    language: context.language,
    tag,
    marks: [],
  };
}

/** The same look in another weight, slope or family. */
export function withFace(
  look: Look,
  context: TextContext,
  change: { readonly family?: string; readonly weight?: number; readonly italic?: boolean },
): Look {
  const family = change.family ?? look.family;
  const weight = change.weight ?? look.weight;
  const italic = change.italic ?? look.italic;
  const chosen = chooseFace(context, family, weight, italic);
  return { ...look, family, weight, italic, face: chosen.key, font: chosen.font };
}

export function raised(look: Look, how: Raised): Look {
  return {
    ...look,
    size: rounded(look.size * how.scale),
    rise: rounded(look.rise + look.size * how.rise),
    tracking: look.tracking * how.scale,
  };
}

/** To thousandths: no tail of binary fractions. */
export function rounded(points: Points): Points {
  return Math.round(points * 1000) / 1000;
}

/** The nearest face of a family that can be had, else of any family. */
function chooseFace(
  context: TextContext,
  family: string,
  weight: number,
  italic: boolean,
): { readonly key: FaceKey; readonly font: FontFace } {
  const own = context.theme.fonts[family];
  for (const face of own === undefined ? [] : byNearness(own, weight, italic)) {
    const font = context.assets.face(face.key);
    if (font !== undefined) return { key: face.key, font };
  }
  const others = [
    ...context.assets.fallbacks.map(familyOf),
    ...Object.keys(context.theme.fonts).sort(),
  ];
  for (const name of others) {
    const other = context.theme.fonts[name];
    for (const face of other === undefined ? [] : byNearness(other, weight, italic)) {
      const font = context.assets.face(face.key);
      if (font !== undefined) return { key: face.key, font };
    }
  }
  throw new Error(`No face of the theme can be used; text needs one (font "${family}").`);
}

/** The face of a fallback's family that is nearest to the look: a bold one in a heading. */
export function fallbackFace(context: TextContext, asked: FaceKey, look: Look): FaceKey {
  const family = context.theme.fonts[familyOf(asked)];
  if (family === undefined) return asked;
  return byNearness(family, look.weight, look.italic)[0]?.key ?? asked;
}

/** `sans` of `sans/400`. */
function familyOf(key: FaceKey): string {
  return key.slice(0, Math.max(0, key.indexOf("/")));
}

function byNearness(family: FontFamily, weight: number, italic: boolean): readonly Face[] {
  const distance = (face: Face): number =>
    (face.italic === italic ? 0 : 10_000) + Math.abs(face.weight - weight);
  return [...family.faces].sort(
    (a, b) =>
      distance(a) - distance(b) ||
      (weight > 500 ? b.weight - a.weight : a.weight - b.weight) ||
      (a.key < b.key ? -1 : 1),
  );
}
