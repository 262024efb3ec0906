/** A font file as its tables (ISO/IEC 14496-22, 5.2). All numbers are big-endian. */
export type Sfnt = {
  readonly name: string;
  readonly view: DataView;
  readonly bytes: Uint8Array;
  readonly tables: ReadonlyMap<string, Stretch>;
};

/** Part of a file, bytes. */
export type Stretch = { readonly offset: number; readonly length: number };

const needed = ["glyf", "head", "hhea", "hmtx", "loca", "maxp"];

const refusals: Readonly<Record<string, string>> = {
  OTTO: "has PostScript outlines; use its TrueType version (.ttf)",
  ttcf: "is a collection of fonts; take one font out of it (.ttf)",
  wOFF: "is a compressed web font (WOFF); use its TrueType version (.ttf)",
  wOF2: "is a compressed web font (WOFF2); use its TrueType version (.ttf)",
};

/** Reads the table directory. Throws an Error that names the file when it is not a font with TrueType outlines. */
export function openSfnt(file: Uint8Array, name: string): Sfnt {
  // Not a Buffer: its `slice` does not copy.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.byteLength < 12) throw refusal(name, "is too short to be a font");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(0);
  if (version !== 0x00010000 && tagAt(view, 0) !== "true") {
    throw refusal(name, refusals[tagAt(view, 0)] ?? "is not a TrueType font");
  }
  const tables = new Map<string, Stretch>();
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const entry = 12 + 16 * i;
    if (entry + 16 > bytes.byteLength) throw refusal(name, "is cut off in its table directory");
    const offset = view.getUint32(entry + 8);
    const length = view.getUint32(entry + 12);
    if (offset > bytes.byteLength || length > bytes.byteLength - offset) {
      throw refusal(name, `is cut off in its table "${tagAt(view, entry).trim()}"`);
    }
    tables.set(tagAt(view, entry), { offset, length });
  }
  for (const tag of needed) {
    if (!tables.has(tag)) throw refusal(name, `lacks the table "${tag}"`);
  }
  return { name, view, bytes, tables };
}

export function refusal(name: string, why: string): Error {
  return new Error(`The font "${name}" ${why}.`);
}

/** A table that `openSfnt` found or that the caller has looked for. */
export function tableOf(sfnt: Sfnt, tag: string): Stretch {
  const table = sfnt.tables.get(tag);
  if (table === undefined) throw refusal(sfnt.name, `lacks the table "${tag}"`);
  return table;
}

function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(
    view.getUint8(offset),
    view.getUint8(offset + 1),
    view.getUint8(offset + 2),
    view.getUint8(offset + 3),
  );
}
