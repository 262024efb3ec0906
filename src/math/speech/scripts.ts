import type { MathNode } from "../../document/index.ts";
import type { MathWords } from "./math-words.ts";
import type { Speak } from "./parts.ts";
import { filled, textOf } from "./parts.ts";
import { own } from "./signs.ts";

type Scripts = {
  readonly base: MathNode | undefined;
  readonly below?: MathNode | undefined;
  readonly above?: MathNode | undefined;
  /** They stand under and over it rather than beside it. */
  readonly limits?: true;
};

/** A part with what stands at its feet and its head. */
export function scripts(parts: Scripts, words: MathWords, speak: Speak): string {
  const { base, below, above } = parts;
  const sign = textOf(base).trim();
  if (/^[∑∏∐∫∬∭∮⋃⋂⨁⨂]$/.test(sign)) return ofRange(parts, words, speak);
  if (/^(?:lim|max|min|sup|inf|lim ?sup|lim ?inf)$/.test(sign) && below !== undefined) {
    const limits = `${speak(base)} ${words.as} ${speak(below)}`;
    return `${limits} ${words.of}`;
  }
  if (parts.limits === true && (below === undefined) !== (above === undefined)) {
    return accented(parts, words, speak);
  }
  const index = below === undefined ? "" : indexed(speak(below), words);
  const said = `${speak(base)}${index}`;
  return above === undefined ? said : raised(said, above, words, speak);
}

/** "the sum from i equals 1 to n of". */
function ofRange({ base, below, above }: Scripts, words: MathWords, speak: Speak): string {
  const start =
    below === undefined ? "" : ` ${above === undefined ? words.over : words.from} ${speak(below)}`;
  const end = above === undefined ? "" : ` ${words.to} ${speak(above)}`;
  return `${speak(base)}${start}${end} ${words.of}`;
}

function indexed(index: string, words: MathWords): string {
  if (index.trim() === "") return "";
  return isLong(index)
    ? ` ${words.index} ${index}, ${words.endIndex},`
    : ` ${words.index} ${index}`;
}

function raised(base: string, above: MathNode, words: MathWords, speak: Speak): string {
  const sign = textOf(above).trim();
  if (sign === "2") return filled(words.squared, base);
  if (sign === "3") return filled(words.cubed, base);
  const power = speak(above);
  if (power.trim() === "") return base;
  if (/^[′″‴∘°*∗†⊤]+$/.test(sign)) return `${base} ${power}`;
  const end = isLong(power) ? `, ${words.endPower},` : "";
  return `${base} ${words.power} ${power}${end}`;
}

/** "x hat", or "x with n above". */
function accented({ base, below, above }: Scripts, words: MathWords, speak: Speak): string {
  const part = above ?? below;
  const sign = textOf(part).trim();
  const accent = own(words.accents, sign);
  if (accent !== undefined) return `${speak(base)} ${accent}`;
  // Braces and arrows that only span what they stand at.
  if (/^[⏞⏟⏜⏝⎴⎵]$/.test(sign)) return speak(base);
  const phrase = above === undefined ? words.below : words.above;
  return `${speak(base)} ${filled(phrase, speak(part))},`;
}

function isLong(text: string): boolean {
  return text.trim().split(" ").length > 2;
}
