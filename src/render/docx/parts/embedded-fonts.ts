import type { Assets } from "../../../layout/index.ts";
import type { Face, FontFamily, Theme } from "../../../theme/index.ts";
import { tag } from "../xml.ts";
import type { EmbeddedFace } from "./font-table.ts";

/** The faces that go with the file, and the parts that hold them. */
export type EmbeddedFonts = {
  readonly faces: readonly EmbeddedFace[];
  readonly parts: ReadonlyMap<string, string | Uint8Array>;
};

/**
 * The fonts of the theme in the file, where the theme asks for it, the files are there, and their licences allow it (17.8.1). A family that
 * Word knows by another name is one that Word has.
 */
export function embeddedFonts(theme: Theme, assets: Assets): EmbeddedFonts {
  const faces: EmbeddedFace[] = [];
  const parts = new Map<string, string | Uint8Array>();
  const relations: string[] = [];
  for (const family of theme.word.embedsFonts ? familiesOf(theme) : []) {
    for (const [slot, face] of slotsOf(family)) {
      const bytes = face === undefined ? undefined : assets.fontFile?.(face.key);
      if (bytes === undefined || !mayBeEmbedded(bytes)) continue;
      const number = faces.length + 1;
      const key = keyOf(`${family.wordName} ${slot}`);
      const relation = `rId${number}`;
      faces.push({ family: family.wordName, slot, relation, key: `{${key}}` });
      parts.set(`word/fonts/font${number}.odttf`, obfuscated(bytes, key));
      relations.push(
        tag("Relationship", {
          Id: relation,
          Type: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font",
          Target: `fonts/font${number}.odttf`,
        }),
      );
    }
  }
  if (relations.length > 0)
    parts.set(
      "word/_rels/fontTable.xml.rels",
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`,
    );
  return { faces, parts };
}

function familiesOf(theme: Theme): readonly FontFamily[] {
  const used = new Set(Object.values(theme.styles).map(({ font }) => font));
  return Object.entries(theme.fonts).flatMap(([key, family]) =>
    used.has(key) && family.name === family.wordName ? [family] : [],
  );
}

function slotsOf(
  family: FontFamily,
): readonly (readonly [EmbeddedFace["slot"], Face | undefined])[] {
  const face = (weight: number, italic: boolean): Face | undefined =>
    family.faces.find((each) => each.weight === weight && each.italic === italic);
  return [
    ["embedRegular", face(400, false)],
    ["embedBold", face(700, false)],
    ["embedItalic", face(400, true)],
    ["embedBoldItalic", face(700, true)],
  ];
}

/** The table OS/2 may forbid it: bit 1 of `fsType`, or bit 9 for bitmaps alone (OpenType, OS/2). */
function mayBeEmbedded(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 12) return false;
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index += 1) {
    const at = 12 + index * 16;
    if (at + 16 > bytes.byteLength) return false;
    if (view.getUint32(at) !== 0x4f532f32) continue;
    const start = view.getUint32(at + 8);
    return start + 10 <= bytes.byteLength && (view.getUint16(start + 8) & 0x0202) === 0;
  }
  return false;
}

/** A GUID that depends on the name of the face alone, so that the same document has the same bytes. */
function keyOf(name: string): string {
  const digits = [1, 2, 3, 4]
    .map((seed) => {
      let hash = Math.imul(seed, 0x9e3779b9) >>> 0;
      for (let index = 0; index < name.length; index += 1)
        hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0;
      return hash.toString(16).toUpperCase().padStart(8, "0");
    })
    .join("");
  const cuts = [0, 8, 12, 16, 20, 32];
  return cuts
    .slice(1)
    .map((end, index) => digits.slice(cuts[index], end))
    .join("-");
}

/** The first 32 bytes, exclusive-or the bytes of the key from the last to the first, twice (17.8.1). */
function obfuscated(bytes: Uint8Array, key: string): Uint8Array {
  const digits = key.replaceAll("-", "");
  const copy = bytes.slice();
  for (let index = 0; index < Math.min(32, copy.length); index += 1) {
    const at = (15 - (index % 16)) * 2;
    copy[index] = (copy[index] ?? 0) ^ Number.parseInt(digits.slice(at, at + 2), 16);
  }
  return copy;
}
