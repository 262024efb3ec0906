import { crc32, inflateRawSync } from "node:zlib";
import { WordFileFault } from "./fault.ts";
import { limits } from "./limits.ts";

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
};

const damaged = (detail: string): WordFileFault =>
  new WordFileFault(
    "word-file-is-sound",
    `is damaged: ${detail}`,
    "Open it in Word, save it again, and use that file.",
  );
const unsafe = (what: string): WordFileFault =>
  new WordFileFault("word-file-is-safe", what, "Use a file that Word itself has saved.");

/**
 * The files of a ZIP archive (APPNOTE 6.3) in the order of its directory. The directory is read here and not by a library, since
 * sizes, names and checksums of a hostile file have to be judged before anything is unpacked, and unpacking has to stop at the size
 * that was promised. Throws a `WordFileFault`.
 */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (bytes.length > limits.fileBytes) throw unsafe("is larger than 200 MB");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 4 && view.getUint32(0) === 0xd0cf11e0)
    throw new WordFileFault(
      "word-file-is-sound",
      "is protected by a password, or is of the old kind (.doc)",
      "Open it in Word and save it as a Word document (.docx) without a password.",
    );
  const entries = readDirectory(view, bytes);
  // Before anything is unpacked.
  if (entries.reduce((sum, { size }) => sum + size, 0) > limits.packageBytes)
    throw unsafe("unpacks to more than 500 MB, which no office template does");
  const files = new Map<string, Uint8Array>();
  const taken = new Set<string>();
  for (const entry of entries) {
    if (entry.name.endsWith("/")) continue;
    // Names of parts are equal when they differ in case alone (ECMA-376 Part 2, 6.2.2.3).
    const key = entry.name.toLowerCase();
    if (taken.has(key)) throw unsafe(`holds the part "${entry.name}" twice`);
    taken.add(key);
    files.set(entry.name, unpack(entry, view, bytes));
  }
  return files;
}

/** End of central directory record (4.3.16), then the directory (4.3.12). */
function readDirectory(view: DataView, bytes: Uint8Array): readonly Entry[] {
  const end = findEnd(view);
  if (end === undefined)
    throw new WordFileFault(
      "word-file-is-sound",
      "is not a Word file",
      "Save it in Word as a Word document (.docx) or template (.dotx).",
    );
  const directory = directoryOf(view, end);
  const { count } = directory;
  let { at } = directory;
  if (count > limits.entries) throw unsafe("has more than 10,000 parts");
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (!(at + 46 <= view.byteLength) || view.getUint32(at, true) !== 0x02014b50)
      throw damaged("its directory breaks off");
    const nameLength = view.getUint16(at + 28, true);
    const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw unsafe("has encrypted parts");
    const extra = at + 46 + nameLength;
    const large = largeFields(view, extra, extra + view.getUint16(at + 30, true));
    const size = large(view.getUint32(at + 24, true));
    const packed = large(view.getUint32(at + 20, true));
    entries.push({
      name: nameOf(bytes.subarray(at + 46, extra)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed,
      size,
      at: large(view.getUint32(at + 42, true)),
    });
    at += 46 + nameLength + rest;
  }
  return entries;
}

/** Where the directory begins and how many entries it has; what does not fit there stands in the record of ZIP64 (4.3.14). */
function directoryOf(view: DataView, end: number): { readonly count: number; readonly at: number } {
  const count = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  if (count !== 0xffff && at !== full) return { count, at };
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return { count, at };
  const record = largeAt(view, locator + 8);
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== 0x06064b50)
    throw damaged("its directory is not where it says");
  return { count: largeAt(view, record + 32), at: largeAt(view, record + 48) };
}

/** Stands where a number does not fit. */
const full = 0xffffffff;

/**
 * The numbers of an entry that did not fit, from its extra field in [from, to) (4.5.3): only those are there, so they are to be asked for in
 * the order of the field. Programs write them so for small files too.
 */
function largeFields(view: DataView, from: number, to: number): (written: number) => number {
  let at = from;
  while (at + 4 <= to && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  const end = at + 4 <= to ? Math.min(to, at + 4 + view.getUint16(at + 2, true)) : from;
  at += 4;
  return (written) => {
    if (written !== full || at + 8 > end) return written;
    at += 8;
    return largeAt(view, at - 8);
  };
}

/** A number of eight bytes; one too large to be exact is also too large for every limit. */
function largeAt(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}

/** Names of parts are plain paths (ECMA-376 Part 2, 6.2.2); anything that could lead out of a folder is refused. */
function nameOf(bytes: Uint8Array): string {
  const name = new TextDecoder().decode(bytes);
  const isPlain =
    name !== "" &&
    !name.startsWith("/") &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    !/[\\:\u0000-\u001f\u007f]/.test(name) &&
    !name.split("/").some((step) => step === ".." || step === ".");
  if (!isPlain) throw unsafe(`holds a part with the name "${name}"`);
  return name;
}

function unpack(entry: Entry, view: DataView, bytes: Uint8Array): Uint8Array {
  const { name, at, packed, size, method } = entry;
  if (!(at + 30 <= view.byteLength) || view.getUint32(at, true) !== 0x04034b50)
    throw damaged(`the part "${name}" is not where the directory says`);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed) throw damaged(`the part "${name}" breaks off`);
  const file = method === 0 ? data : method === 8 ? inflate(data, size, name) : undefined;
  if (file === undefined) throw unsafe(`packs the part "${name}" in a way that Word does not know`);
  if (file.length !== size || crc32(file) !== entry.crc)
    throw damaged(`the part "${name}" is not what its checksum says`);
  return file;
}

function inflate(data: Uint8Array, size: number, name: string): Uint8Array {
  try {
    // An exact limit of 0 is not allowed.
    return new Uint8Array(inflateRawSync(data, { maxOutputLength: Math.max(1, size) }));
  } catch {
    throw damaged(`the part "${name}" cannot be unpacked to the size that is promised`);
  }
}
