import type { MathNode } from "../../document/index.ts";
import type { MathWords } from "./math-words.ts";

/** The name of a letter, number or sign; itself when it has none. */
export function nameOf(node: MathNode, words: MathWords): string {
  const text = node.children.map((child) => child.text ?? "").join("");
  const isBold = /bold/.test(node.attributes["mathvariant"] ?? "");
  const name = spokenSign(text.trim(), words);
  return isBold && node.name === "mi" ? `${words.bold} ${name}` : name;
}

function spokenSign(text: string, words: MathWords): string {
  // Invisible signs: application of a function, times, comma, plus (U+2061 to U+2064).
  if (/^[\u2061-\u2064\u200b]*$/.test(text)) return "";
  const named = own(words.signs, text) ?? own(words.functions, text) ?? primes(text, words);
  return named ?? greekName(text, words) ?? text;
}

/** U+2032 to U+2034, or several of the first. */
function primes(text: string, words: MathWords): string | undefined {
  if (!/^[\u2032-\u2034]+$/.test(text)) return undefined;
  const count = [...text].reduce((sum, sign) => sum + sign.charCodeAt(0) - 0x2031, 0);
  return words.prime[Math.min(count, 3) - 1];
}

function greekName(text: string, words: MathWords): string | undefined {
  const code = text.length === 1 ? text.charCodeAt(0) : 0;
  const variant = variants[text];
  if (variant !== undefined) return variant;
  const small = greek()[code - 0x3b1];
  if (small !== undefined) return small;
  const capital = greek()[code - 0x391];
  return capital === undefined ? undefined : words.capital.replace("%", capital);
}

/** In the order of Unicode from U+03B1, final sigma included. */
function greek(): readonly string[] {
  return (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau " +
    "upsilon phi chi psi omega"
  ).split(" ");
}

const variants: Readonly<Record<string, string>> = {
  ϵ: "epsilon",
  ϑ: "theta",
  ϕ: "phi",
  ϖ: "pi",
  ϱ: "rho",
};

export function own(names: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}
