import { isDeepStrictEqual } from "node:util";
import { crc32 } from "node:zlib";
import { deflateSync } from "fflate";

/** Packed parts of the file before, by path: of files of one batch most are the same. */
export type PackMemo = Map<string, Packed>;

type Packed = {
  readonly bytes: Uint8Array;
  readonly crc: number;
  readonly deflated: Uint8Array;
};

/**
 * The parts as one file (APPNOTE 6.3), the list of types first, the rest by name. Same parts, same bytes, on any machine and at any
 * time: parts are deflated in JavaScript, since versions of zlib differ.
 */
export function packZip(parts: ReadonlyMap<string, Uint8Array>, memo?: PackMemo): Uint8Array {
  const first = ["[Content_Types].xml", "_rels/.rels"];
  const rest = [...parts.keys()].filter((path) => !first.includes(path)).sort();
  const files = [...first, ...rest].flatMap((path) => {
    const bytes = parts.get(path);
    if (bytes === undefined) return [];
    return [{ name: new TextEncoder().encode(path), ...packed(path, bytes, memo) }];
  });
  const local = 30;
  const central = 46;
  const end = 22;
  const size = files.reduce(
    (sum, { name, deflated }) => sum + local + central + 2 * name.length + deflated.length,
    end,
  );
  const zip = new Uint8Array(size);
  const view = new DataView(zip.buffer);
  const starts: number[] = [];
  let at = 0;
  for (const file of files) {
    starts.push(at);
    view.setUint32(at, 0x04034b50, true); // 4.3.7
    common(view, at + 4, file);
    zip.set(file.name, at + local);
    zip.set(file.deflated, at + local + file.name.length);
    at += local + file.name.length + file.deflated.length;
  }
  const directory = at;
  for (const [index, file] of files.entries()) {
    view.setUint32(at, 0x02014b50, true); // 4.3.12
    view.setUint16(at + 4, (unix << 8) | 20, true);
    common(view, at + 6, file);
    view.setUint32(at + 38, readable, true);
    view.setUint32(at + 42, starts[index] ?? 0, true);
    zip.set(file.name, at + central);
    at += central + file.name.length;
  }
  view.setUint32(at, 0x06054b50, true); // 4.3.16
  view.setUint16(at + 8, files.length, true);
  view.setUint16(at + 10, files.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return zip;
}

function packed(path: string, bytes: Uint8Array, memo: PackMemo | undefined): Packed {
  const known = memo?.get(path);
  if (known !== undefined && isDeepStrictEqual(known.bytes, bytes)) return known;
  const made = { bytes, crc: crc32(bytes), deflated: deflateSync(bytes, { level: 6 }) };
  memo?.set(path, made);
  return made;
}

/** What the header of a file and its entry in the directory have in common, from the version that is needed. */
function common(
  view: DataView,
  at: number,
  { name, bytes, crc, deflated }: Packed & { readonly name: Uint8Array },
): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, name.some((byte) => byte > 0x7f) ? 0x0800 : 0, true); // 4.4.4: the name is UTF-8
  view.setUint16(at + 4, 8, true);
  view.setUint16(at + 8, (1 << 5) | 1, true); // the earliest time that there is: 1980-01-01
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, deflated.length, true);
  view.setUint32(at + 18, bytes.length, true);
  view.setUint16(at + 22, name.length, true);
}

/** Word for Mac calls a file unreadable whose entries nobody may read, as those of other systems without attributes are. */
const unix = 3;
const readable = 0o100644 * 0x10000;
