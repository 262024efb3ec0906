import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { PackedStream, PdfMemo } from "./memo.ts";
import type { PdfkitDocument, PdfkitReference } from "./pdfkit-document.ts";
import type { Syntax } from "./syntax.ts";
import { joined, latin1 } from "./syntax.ts";

/** Enough objects a stream to compress well, few enough to read one page without inflating the whole file. */
const objectsPerStream = 200;

type Packing = {
  readonly document: PdfkitDocument;
  /** The file so far. */
  readonly chunks: Uint8Array[];
  /** Objects without a stream that wait for their object stream: number and text of each. */
  readonly packed: { readonly ids: number[]; readonly bodies: Syntax[] };
  /** Numbers that were allotted and have no object yet. */
  open: number;
  /** Those of the file before, which are taken where they are the same. */
  readonly streams: PdfMemo["streams"];
};

/** A document whose objects are packed. */
export type PackedDocument = {
  /** Allots numbers that follow one another, and gives the first. */
  readonly reserve: (count: number) => number;
  readonly object: (id: number, syntax: Syntax) => void;
  /** Of an object with a stream: entries of its dictionary, each after a line end, and its bytes as they stand in the file. */
  readonly stream: (id: number, entries: Syntax, bytes: Uint8Array) => void;
  /** Ends the document and returns the file. */
  readonly finish: () => Uint8Array;
};

/**
 * Makes pdfkit gather objects without a stream in object streams (ISO 32000-1, 7.5.7) and end with a cross-reference
 * stream (7.5.8), which saves a third of a tagged file. What pdfkit writes of an object of its own is caught on its way to the
 * file; ours, which are a hundred times as many, it never sees.
 */
export function packObjects(document: PdfkitDocument, memo?: PdfMemo): PackedDocument {
  const packing: Packing = {
    document,
    chunks: [],
    packed: { ids: [], bodies: [] },
    open: 0,
    streams: memo?.streams ?? new Map(),
  };
  const write = writer(packing);
  document._write = write;
  // The constructor wrote its header into the stream, which nobody reads: once more, for us (7.5.2).
  document._offset = 0;
  write("%PDF-1.7");
  write("%\xff\xff\xff\xff");

  const prepare = (reference: PdfkitReference): PdfkitReference => {
    const finalize = reference.finalize;
    reference.finalize = () => {
      // Three writes: `12 0 obj`, the object, `endobj`.
      const caught: string[] = [];
      document._write = (data) => void caught.push(data as string);
      finalize.call(reference);
      document._write = write;
      pack(packing, reference.id, caught[1] ?? "null");
    };
    return reference;
  };
  const allot = document.ref.bind(document);
  document.ref = (data) => prepare(allot(data));
  for (const early of begunEarly(document)) prepare(early);
  return {
    reserve(count) {
      packing.open += count;
      const first = document._offsets.length + 1;
      for (let index = 0; index < count; index++) document._offsets.push(null);
      return first;
    },
    object(id, syntax) {
      packing.open--;
      pack(packing, id, syntax);
    },
    stream(id, entries, bytes) {
      packing.open--;
      document._offsets[id - 1] = document._offset;
      writeStream(document, id, `\n${entries}\n`, bytes);
    },
    finish: () => finish(packing),
  };
}

/** What the constructor has already begun. */
function begunEarly(document: PdfkitDocument): readonly PdfkitReference[] {
  const { Pages, Names, ViewerPreferences } = document._root.data;
  return [document._root, Pages, Names, ViewerPreferences, document.outline.dictionary];
}

function writer({ document, chunks }: Packing): (data: Uint8Array | string) => void {
  return (data) => {
    const bytes = typeof data === "string" ? latin1(`${data}\n`) : data;
    chunks.push(bytes);
    document._offset += bytes.length;
  };
}

function pack({ packed }: Packing, id: number, body: Syntax): void {
  packed.ids.push(id);
  packed.bodies.push(body);
}

function finish(packing: Packing): Uint8Array {
  const { document, chunks } = packing;
  document._finalize = () => {};
  document.end();
  const open = document._waiting + packing.open;
  if (open !== 0) {
    throw new Error(`Bug: ${open} objects of the PDF were begun and not finished.`);
  }
  const groups = groupsOf(packing);
  const identifier = identify(chunks, groups);
  const places = writeObjectStreams(document, groups);
  writeCrossReferences(document, places, identifier);
  return joined(chunks);
}

/** Streams of objects; each is that of the file before, where nothing in it is another. */
function groupsOf({ packed, streams }: Packing): readonly PackedStream[] {
  const groups: PackedStream[] = [];
  for (let start = 0; start < packed.ids.length; start += objectsPerStream) {
    const known = streams.get(start);
    const ids = packed.ids.slice(start, start + objectsPerStream);
    const bodies = packed.bodies.slice(start, start + objectsPerStream);
    const group = known !== undefined && holds(known, ids, bodies) ? known : grouped(ids, bodies);
    streams.set(start, group);
    groups.push(group);
  }
  return groups;
}

function holds({ ids, bodies }: PackedStream, otherIds: number[], otherBodies: Syntax[]): boolean {
  if (ids.length !== otherIds.length) return false;
  for (let index = 0; index < ids.length; index++) {
    if (ids[index] !== otherIds[index] || bodies[index] !== otherBodies[index]) return false;
  }
  return true;
}

function grouped(ids: readonly number[], bodies: readonly Syntax[]): PackedStream {
  let head = "";
  let said = "";
  let length = 0;
  for (const [index, body] of bodies.entries()) {
    head += `${ids[index]} ${length} `;
    said += `${ids[index]} ${body}`;
    length += body.length + 1;
  }
  const text = `${head}${bodies.join("\n")}\n`;
  return {
    ids,
    bodies,
    said: latin1(said),
    head: head.length,
    deflated: deflateSync(latin1(text), { level: 6 }),
  };
}

/** The identifier of the file (14.4) is a digest of all that it says. */
function identify(chunks: readonly Uint8Array[], groups: readonly PackedStream[]): string {
  const hash = createHash("sha256");
  for (const chunk of chunks) hash.update(chunk);
  for (const { said } of groups) hash.update(said);
  return hash.digest("hex").slice(0, 32);
}

/** By number of an object: the object stream that holds it, 0 if none, and as which of its objects. */
type Places = { readonly streams: Uint32Array; readonly indexes: Uint16Array };

function writeObjectStreams(document: PdfkitDocument, groups: readonly PackedStream[]): Places {
  const size = document._offsets.length + 1;
  const places = { streams: new Uint32Array(size), indexes: new Uint16Array(size) };
  for (const { ids, head, deflated } of groups) {
    const stream = document._offsets.push(document._offset);
    for (let index = 0; index < ids.length; index++) {
      const id = ids[index] as number;
      places.streams[id] = stream;
      places.indexes[id] = index;
    }
    writeDeflated(document, stream, `/Type /ObjStm /N ${ids.length} /First ${head}`, deflated);
  }
  return places;
}

/** One row an object: kind (1), offset or object stream (4), generation or index (2). */
function writeCrossReferences(document: PdfkitDocument, places: Places, identifier: string): void {
  const start = document._offset;
  const own = document._offsets.push(start);
  const size = own + 1;
  const table = new DataView(new ArrayBuffer(size * 7));
  table.setUint16(5, 0xffff);
  for (let id = 1; id < size; id++) {
    const stream = places.streams[id] ?? 0;
    table.setUint8(id * 7, stream === 0 ? 1 : 2);
    table.setUint32(id * 7 + 1, stream === 0 ? (document._offsets[id - 1] ?? 0) : stream);
    table.setUint16(id * 7 + 5, places.indexes[id] ?? 0);
  }
  const trailer = `/Root ${document._root} /Info ${document._info} /ID [<${identifier}> <${identifier}>]`;
  const entries = `/Type /XRef /Size ${size} /W [1 4 2] ${trailer}`;
  writeDeflated(document, own, entries, deflateSync(new Uint8Array(table.buffer), { level: 6 }));
  document._write(`startxref\n${start}\n%%EOF`);
}

function writeDeflated(
  document: PdfkitDocument,
  id: number,
  entries: Syntax,
  deflated: Uint8Array,
): void {
  const all = `${entries} /Filter /FlateDecode /Length ${deflated.length}`;
  writeStream(document, id, all, deflated);
}

/**
 * A stream ends with a line end that is not its own (7.3.8.1). After data that end in CR, LF alone would make of both one
 * line end, and the stream a byte shorter than it says.
 */
function writeStream(
  document: PdfkitDocument,
  id: number,
  entries: Syntax,
  bytes: Uint8Array,
): void {
  document._write(`${id} 0 obj\n<<${entries}>>\nstream`);
  document._write(bytes);
  document._write(`${bytes.at(-1) === 0x0d ? "\r" : ""}\nendstream\nendobj`);
}
