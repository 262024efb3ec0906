import { englishWords } from "./english.ts";
import { frenchWords } from "./french.ts";
import type { MathWords } from "./math-words.ts";

/** The words of a language (BCP 47); undefined for one that formulas are not spoken in here. */
export function mathWordsOf(language: string): MathWords | undefined {
  const [own] = language.split("-");
  if (own === "en") return englishWords();
  return own === "fr" ? frenchWords() : undefined;
}
