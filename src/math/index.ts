/** Formulas: TeX as a drawing and as MathML. Only this folder knows the package, which is loaded late. */
import type { Diagnostic, Outcome } from "../diagnostics/index.ts";
import type { AnyNode, DocumentTree, Drawing, Formula } from "../document/index.ts";
import { isFormula, mapNodes, visitNodes } from "../document/index.ts";
import { drawFormula } from "./draw.ts";
import { openSpeech } from "./speech/index.ts";
import type { Typeset } from "./tex.ts";
import { openTex } from "./tex.ts";

/** Longest formula that is set, characters. */
const mostCharacters = 10_000;
/** Formulas in a document; further ones are printed as they are written. */
const mostFormulas = 5_000;

/** Makes shapes of an SVG with words in it, whose letters the fonts of mathematics do not have. */
export type DrawWords = (svg: string) => Drawing | undefined;

/**
 * The document with its formulas set: each with its drawing and its MathML. One that cannot be set is told, and printed
 * as it is written. `openWords` is asked only when a formula has words.
 */
export async function setFormulas(
  document: DocumentTree,
  openWords: () => Promise<DrawWords>,
): Promise<Outcome<DocumentTree>> {
  const diagnostics: Diagnostic[] = [];
  const results = setAll(document);
  const speak = openSpeech(document.language);
  let draw: DrawWords | undefined;
  const drawings = new Map<Typeset, Drawing | undefined>();
  for (const result of results.values()) {
    if (typeof result === "string") continue;
    let drawing = drawFormula(result.svg, undefined);
    if (drawing === undefined) {
      draw ??= await openWords();
      drawing = drawFormula(result.svg, draw);
    }
    drawings.set(result, drawing);
  }
  const value = mapNodes(document, (node) => {
    if (!isFormula(node)) return node;
    const result = results.get(keyOf(node)) ?? "it is one of too many";
    if (typeof result === "object") {
      const drawing = drawings.get(result);
      const spoken = speak(result.math);
      return {
        ...node,
        math: result.math,
        ...(spoken === undefined ? {} : { spoken }),
        ...(drawing === undefined ? {} : { drawing }),
      };
    }
    diagnostics.push(fault(node, result));
    return asWritten(node);
  });
  return { value, diagnostics };
}

/** In the order of the document, since macros hold from where they are defined on; equal formulas once. */
function setAll(document: DocumentTree): ReadonlyMap<string, Typeset | string> {
  const set = openTex();
  const results = new Map<string, Typeset | string>();
  visitNodes(document, (node) => {
    if (!isFormula(node)) return;
    const key = keyOf(node);
    if (results.has(key) || results.size >= mostFormulas) return;
    const tooLong = node.tex.length > mostCharacters;
    results.set(key, tooLong ? "it is too long" : set(node.tex, node.display));
  });
  return results;
}

function keyOf({ tex, display }: Formula): string {
  return `${display ? "display" : "inline"} ${tex}`;
}

function fault(formula: Formula, reason: string): Diagnostic {
  const { tex, place } = formula;
  const shown = tex.length > 60 ? `${tex.slice(0, 60)}…` : tex;
  return {
    rule: "formula-is-sound",
    severity: "warning",
    message: `The formula "${shown}" cannot be set (${sentence(reason)}); it is printed as it is written.`,
    ...(place === undefined ? {} : { place }),
    hints: ['Mend its TeX, or write "\\$" where the sign of a currency is meant.'],
  };
}

/** What MathJax says, as part of a sentence. */
function sentence(message: string): string {
  const [first = ""] = message.split("\n");
  return `${first[0]?.toLowerCase() ?? ""}${first.slice(1)}`.replace(/\.$/, "");
}

function asWritten({ id, place, tex, display }: Formula): AnyNode {
  const sign = display ? "$$" : "$";
  return { kind: "inlineCode", id, ...(place && { place }), value: `${sign}${tex}${sign}` };
}
