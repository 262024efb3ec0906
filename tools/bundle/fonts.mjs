import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { put } from "./put.mjs";

const families = {
  "source-sans-3": ["SourceSans3", ["400", "400-italic", "600", "600-italic", "700", "700-italic"]],
  "source-serif-4": ["SourceSerif4", ["400", "400-italic", "600", "700", "700-italic"]],
  arimo: ["Arimo", ["400", "400-italic", "700", "700-italic"]],
  "source-code-pro": ["SourceCodePro", ["400", "400-italic", "700"]],
  "noto-sans-hebrew": ["NotoSansHebrew", ["400", "700"]],
  vazirmatn: ["Vazirmatn", ["400", "700"]],
  "noto-sans-canadian-aboriginal": ["NotoSansCanadianAboriginal", ["400", "700"]],
  "noto-sans-devanagari": ["NotoSansDevanagari", ["400", "700"]],
  "noto-sans-thai": ["NotoSansThai", ["400", "700"]],
  "noto-emoji": ["NotoEmoji", ["400"]],
  "noto-sans-jp": ["NotoSansJP", ["400", "700"]],
};
const names = { 400: "Regular", 600: "SemiBold", 700: "Bold" };

/**
 * Copies the faces that themes use, each family with its licence. Only what is to be published needs all of them: a family
 * that `npm ci` has not brought yet is told and left out.
 */
export function copyFonts(into, require, needsAll) {
  for (const [family, [prefix, faces]] of Object.entries(families)) {
    const folder = folderOf(family, require);
    if (folder === undefined) {
      if (needsAll) throw new Error(`@expo-google-fonts/${family} is not installed.`);
      process.stderr.write(`without ${family}: @expo-google-fonts/${family} is not installed\n`);
      continue;
    }
    put(join(into, family, "LICENSE"), readFileSync(join(folder, "LICENSE_FONT")));
    for (const face of faces) {
      const [weight, slope] = face.split("-");
      const name = `${weight}${names[weight]}${slope ? "_Italic" : ""}`;
      put(
        join(into, family, `${face}.ttf`),
        readFileSync(join(folder, name, `${prefix}_${name}.ttf`)),
      );
    }
  }
}

function folderOf(family, require) {
  try {
    return dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
  } catch {
    return undefined;
  }
}
