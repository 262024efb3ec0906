import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { put } from "./put.mjs";

const families = ["source-sans-3", "source-serif-4", "arimo", "source-code-pro"];

/**
 * Puts a table of pairs beside each face of Latin text, so that a run need not load HarfBuzz. What was measured before is taken
 * from `kept`: asking for a hundred thousand pairs takes half a second a face.
 * @param program what src/layout/text/pair-tables/measure.ts and the shaper were built into
 */
export function makePairTables(fonts, kept, { text, exports }, wasm) {
  const shaper = exports.openShaper(wasm);
  for (const family of families)
    for (const file of readdirSync(join(fonts, family)).filter((name) => name.endsWith(".ttf"))) {
      const font = new Uint8Array(readFileSync(join(fonts, family, file)));
      const digest = createHash("sha256").update(text).update(wasm).update(font).digest("hex");
      const known = join(kept, `${digest}.pairs`);
      if (!existsSync(known)) {
        const face = exports.openFace(font, shaper, file);
        put(known, exports.writePairTable(exports.measurePairs(face), font));
      }
      put(join(fonts, family, file.replace(/ttf$/, "pairs")), readFileSync(known));
    }
}
