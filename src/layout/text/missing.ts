import type { Place, Report } from "../../diagnostics/index.ts";
import type { TextContext } from "./line.ts";
import { scriptOf } from "./script.ts";

/** What was told already, by the receiver: text is often set more than once. */
const told: WeakMap<Report, Set<string>> = new WeakMap();

/** A text in a script without a font would otherwise fill pages with warnings. */
const mostNamed = 40;

/** Tells once that no font has a character, or the letters of its script. */
export function reportMissing(context: TextContext, codePoint: number, place?: Place): void {
  const script = scriptNames[scriptOf(codePoint) ?? ""];
  if (script !== undefined) {
    reportScript(context, script, codePoint, place);
    return;
  }
  const named = told.get(context.report)?.size ?? 0;
  if (named > mostNamed || isTold(context.report, `character ${codePoint}`)) {
    context.retold?.();
    return;
  }
  if (named === mostNamed) {
    context.report({
      rule: "font-has-character",
      severity: "warning",
      message: `More than ${mostNamed} characters have no font; the others are not named.`,
      hints: ["Add a font for the script of the text to the brand."],
    });
    return;
  }
  const code = `U+${hexadecimal(codePoint)}`;
  const control = codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0);
  const shown = control ? code : `"${String.fromCodePoint(codePoint)}" (${code})`;
  context.report({
    rule: "font-has-character",
    severity: "warning",
    message: control
      ? `The control character ${shown} cannot be printed; its code stands in a frame in its place.`
      : `No font has the character ${shown}; its code stands in a frame in its place.`,
    ...(place === undefined ? {} : { place }),
    hints: control
      ? ["Delete the character; it was probably pasted by mistake."]
      : ["Write it in another way, or add a font that has it to the brand."],
  });
}

/** Scripts whose letters come all together in a font of their own, by ISO 15924. */
const scriptNames: Readonly<Record<string, string>> = {
  Arab: "Arabic",
  Armn: "Armenian",
  Beng: "Bengali",
  Bopo: "Bopomofo",
  Cans: "Canadian Aboriginal Syllabics",
  Cher: "Cherokee",
  Deva: "Devanagari",
  Ethi: "Ethiopic",
  Geor: "Georgian",
  Gujr: "Gujarati",
  Guru: "Gurmukhi",
  Hang: "Korean",
  Hani: "Chinese",
  Hebr: "Hebrew",
  Khmr: "Khmer",
  Knda: "Kannada",
  Laoo: "Lao",
  Mlym: "Malayalam",
  Mymr: "Myanmar",
  Nkoo: "N’Ko",
  Orya: "Odia",
  Sinh: "Sinhala",
  Syrc: "Syriac",
  Taml: "Tamil",
  Telu: "Telugu",
  Thaa: "Thaana",
  Thai: "Thai",
  Tibt: "Tibetan",
};

function reportScript(
  context: TextContext,
  script: string,
  codePoint: number,
  place: Place | undefined,
): void {
  const shown = `"${String.fromCodePoint(codePoint)}" (U+${hexadecimal(codePoint)})`;
  reportOnce(context, `script ${script}`, {
    rule: "font-has-character",
    severity: "warning",
    message: `No font has all letters of the script "${script}": ${shown} is the first without one. The codes of such letters stand in frames in their place.`,
    ...(place === undefined ? {} : { place }),
    hints: [
      `Add a font for ${script} to "fonts" and "fallbacks" of brand.yaml; docs/scripts.md shows how.`,
    ],
  });
}

/** Tells once about a node. */
export function reportOnce(
  context: TextContext,
  key: string,
  diagnostic: Parameters<Report>[0],
): void {
  if (isTold(context.report, key)) context.retold?.();
  else context.report(diagnostic);
}

/** Four digits or more, capitals. */
export function hexadecimal(codePoint: number): string {
  return codePoint.toString(16).toUpperCase().padStart(4, "0");
}

function isTold(report: Report, key: string): boolean {
  let keys = told.get(report);
  if (keys === undefined) {
    keys = new Set();
    told.set(report, keys);
  }
  if (keys.has(key)) return true;
  keys.add(key);
  return false;
}
