import type { Face, Points, TextStyle } from "../../theme/index.ts";
import type { DocxContext } from "./context.ts";
import type { Child, Opened } from "./element.ts";
import { opened, Picture } from "./element.ts";
import type { Look } from "./look.ts";
import { characterStyles } from "./styles/character-styles.ts";

/** What stands in a paragraph, as far as its lines depend on it. */
export type Piece =
  | { readonly kind: "text"; readonly text: string; readonly look: Look }
  | { readonly kind: "line" }
  | { readonly kind: "tab" }
  /** A picture or a formula, points. */
  | { readonly kind: "tall"; readonly width: Points; readonly height: Points };

/** Lines that text makes, and how much higher some are than the others. */
export type Lines = { readonly count: number; readonly surplus: Points };

/** As Word breaks lines: as many words on each as have room. A word that is wider than a line is broken anywhere. */
export function linesOf(pieces: readonly Piece[], width: Points, leading: Points): Lines {
  let count = 1;
  let x = 0;
  let surplus = 0;
  let word = 0;
  const end = (): void => {
    if (x > 0 && x + word > width) {
      count += 1;
      x = 0;
    }
    x += word;
    for (word = 0; x > width; x -= width) count += 1;
  };
  for (const piece of pieces) {
    if (piece.kind === "text") {
      for (const part of wordsOf(piece.text)) {
        word += widthOf(part, piece.look);
        if (part === " " || !isLatin(part)) end();
      }
      continue;
    }
    end();
    if (piece.kind === "line") {
      count += 1;
      x = 0;
    } else if (piece.kind === "tab") x += leading * 2;
    else {
      word = Math.min(width, piece.width);
      end();
      surplus += Math.max(0, piece.height - leading);
    }
  }
  end();
  return { count, surplus };
}

/** The room in which text makes as many lines as in `width`, about equally long; a little more than it needs. */
export function balancedWidth(pieces: readonly Piece[], width: Points, leading: Points): Points {
  const { count } = linesOf(pieces, width, leading);
  let least = width / count;
  let most = width;
  while (most - least > 1) {
    const middle = (least + most) / 2;
    if (linesOf(pieces, middle, leading).count > count) least = middle;
    else most = middle;
  }
  return Math.min(width, most * 1.06);
}

/** Words, and where lines may break after them; signs of East Asia one by one. */
const wordsOf = (text: string): readonly string[] =>
  text.match(/[ \u200b]|[\u2e80-\uffef]|[^ \u200b\u2e80-\uffef]+/gu) ?? [];

const isLatin = (text: string): boolean => (text.codePointAt(0) ?? 0) < 0x2e80;

/** Share of its size that a sign is wide whose glyph is not known. */
const usualWidth = 0.5;

function widthOf(text: string, { face, size, tracking, capitals }: Look): Points {
  let width = 0;
  for (const sign of capitals ? text.toUpperCase() : text) {
    const point = sign.codePointAt(0) ?? 0;
    if (point === 0xad || point === 0x200b || point === 0x2060) continue;
    const glyph = face?.glyph(point) ?? 0;
    width += tracking;
    if (glyph > 0 && face !== undefined) width += (face.advance(glyph) / face.unitsPerEm) * size;
    else width += size * (point < 0x2e80 ? usualWidth : 1);
  }
  return width;
}

/** The text of a paragraph of ours in a style. */
export function piecesOf(
  children: readonly Child[],
  style: TextStyle,
  isBold: boolean,
  context: DocxContext,
): readonly Piece[] {
  const lookOf = (name: string): Look => {
    const key = `${name} ${isBold} ${style.font} ${style.size} ${style.italic} ${style.tracking} ${style.capitals}`;
    const known = context.trial?.get(key);
    if (known !== undefined) return known;
    const made = runLook(name, style, isBold, context);
    context.trial?.set(key, made);
    return made;
  };
  return children.flatMap((child) => pieces(child, lookOf, ""));
}

function pieces(child: Child, lookOf: (name: string) => Look, style: string): readonly Piece[] {
  if (child instanceof Picture) return [{ kind: "tall", ...child.extent }];
  const element = opened(child);
  if (element === undefined) return [];
  switch (element.name) {
    case "w:pPr":
    case "w:rPr":
    case "w:instrText":
      return [];
    case "w:t":
      return element.children.flatMap((text): readonly Piece[] =>
        typeof text === "string" ? [{ kind: "text", text, look: lookOf(style) }] : [],
      );
    case "w:br":
      return element.attributes["w:type"] === undefined ? [{ kind: "line" }] : [];
    case "w:tab":
      return [{ kind: "tab" }];
    case "m:oMath":
    case "m:oMathPara": {
      const { size } = lookOf(style);
      return [{ kind: "tall", width: size * 8, height: size * 3.5 }];
    }
    default: {
      const own = element.name === "w:r" ? runStyle(element) : style;
      return element.children.flatMap((each) => pieces(each, lookOf, own));
    }
  }
}

function runStyle({ children }: Opened): string {
  for (const child of children) {
    const properties = opened(child);
    if (properties?.name !== "w:rPr") continue;
    for (const each of properties.children) {
      const property = opened(each);
      if (property?.name === "w:rStyle") return String(property.attributes["w:val"]);
    }
  }
  return "";
}

/** What a character style says of widths: bold, italic and another size. */
function runLook(name: string, style: TextStyle, isBold: boolean, context: DocxContext): Look {
  const { theme, assets } = context;
  const properties =
    characterStyles(theme).find(({ id }) => id === name.replace(/InBold$/, ""))?.properties ?? "";
  const bold = isBold || properties.includes("<w:b/>") || name.includes("Strong");
  const italic = style.italic || properties.includes("<w:i/>");
  const halves = /<w:sz w:val="(\d+)"/.exec(properties)?.[1];
  const family = theme.fonts[name.startsWith("HTML") ? "code" : style.font];
  const key = nearest(family?.faces ?? [], bold ? 700 : 400, italic)?.key;
  return {
    face: key === undefined ? undefined : assets.face(key),
    size: halves === undefined ? style.size : Number(halves) / 2,
    tracking: style.tracking * style.size,
    capitals: style.capitals,
  };
}

function nearest(faces: readonly Face[], weight: number, italic: boolean): Face | undefined {
  const distance = (face: Face): number =>
    (face.italic === italic ? 0 : 10_000) + Math.abs(face.weight - weight);
  return [...faces].sort((one, other) => distance(one) - distance(other))[0];
}
