import type { MathNode } from "../../document/index.ts";
import type { MathWords } from "./math-words.ts";
import type { Speak } from "./parts.ts";
import { filled, textOf } from "./parts.ts";
import { scripts } from "./scripts.ts";
import { nameOf } from "./signs.ts";
import { spokenTable } from "./tables.ts";
import { mathWordsOf } from "./words.ts";

/**
 * Says formulas as they would be read out: "x squared plus the square root of 2". Undefined in languages that have no words
 * here, and for a formula that has no sound.
 */
export function openSpeech(language: string): (math: MathNode) => string | undefined {
  const words = mathWordsOf(language);
  if (words === undefined) return () => undefined;
  const speak: Speak = (node) => (node === undefined ? "" : spokenNode(node, words, speak));
  return (math) => {
    const spoken = tidy(speak(math));
    return spoken === "" ? undefined : spoken;
  };
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/ (?=[,;.])/g, "")
    .replace(/([,;])(?: ?[,;])+/g, "$1")
    .replace(/^[\s,;]+|[\s,;]+$/g, "");
}

function spokenNode(node: MathNode, words: MathWords, speak: Speak): string {
  const [first, second, third] = node.children;
  switch (node.name) {
    case "mi":
    case "mn":
    case "mo":
      return nameOf(node, words);
    case "text":
      return node.text ?? "";
    case "mphantom":
    case "mspace":
      return "";
    case "mfrac":
      return fraction(node, words, speak);
    case "msqrt":
      return root(words.root, node.children.map(speak).join(" "), words);
    case "mroot": {
      const order = speak(second);
      const name = order === "3" ? words.cubeRoot : filled(words.nthRoot, order);
      return root(name, speak(first), words);
    }
    case "msup":
      return scripts({ base: first, above: second }, words, speak);
    case "msub":
      return scripts({ base: first, below: second }, words, speak);
    case "msubsup":
    case "munderover":
      return scripts({ base: first, below: second, above: third, limits: true }, words, speak);
    case "mover":
      return scripts({ base: first, above: second, limits: true }, words, speak);
    case "munder":
      return scripts({ base: first, below: second, limits: true }, words, speak);
    case "menclose":
      return `${words.crossedOut} ${node.children.map(speak).join(" ")}`;
    case "mtable":
      return spokenTable(node, words, speak);
    default:
      return spokenRow(node, words, speak);
  }
}

/** A matrix between its fences is one thing; so are cases, whose brace has no other side. */
function spokenRow(node: MathNode, words: MathWords, speak: Speak): string {
  const [open, table, close] = node.children;
  if (
    node.children.length === 3 &&
    table?.name === "mtable" &&
    open?.attributes["class"] === "open"
  ) {
    const name = textOf(close) === "" ? words.cases : undefined;
    return spokenTable(table, words, speak, name ?? "matrix");
  }
  return node.children.map(speak).join(" ");
}

function fraction(node: MathNode, words: MathWords, speak: Speak): string {
  const [above, below] = node.children.map(speak);
  if (node.attributes["linethickness"] === "0") return `${above} ${words.choose} ${below}`;
  const isShort = !/\s/.test(`${above}${below}`.trim());
  if (isShort) return `${above} ${words.over} ${below}`;
  return `${words.fraction} ${above} ${words.over} ${below}, ${words.endFraction},`;
}

function root(name: string, inside: string, words: MathWords): string {
  const end = /\s/.test(inside.trim()) ? `, ${words.endRoot},` : "";
  return `${name} ${inside}${end}`;
}
