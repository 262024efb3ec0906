import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { PdfMemo } from "./memo.ts";
import type { PdfkitDocument, PdfkitReference } from "./pdfkit-document.ts";
import type { Reference } from "./sink.ts";
import type { Syntax } from "./syntax.ts";
import { latin1 } from "./syntax.ts";

/** Enough objects a stream to compress well, few enough to read one page without inflating the whole file. */
const objectsPerStream = 200;

type Packing = {
  readonly document: PdfkitDocument;
  /** The file so far. */
  readonly chunks: Uint8Array[];
  /** Objects without a stream, as pdfkit wrote them, that wait for their object stream. */
  readonly packed: { readonly id: number; readonly body: string }[];
  /** Numbers that were allotted and have no object yet. */
  open: number;
  /** Those of the file before, which are taken where they are the same. */
  readonly streams: PdfMemo["streams"];
};

/** A document whose objects are packed. */
export type PackedDocument = {
  /** Allots a number. */
  readonly reserve: () => Reference;
  readonly object: (reference: Reference, syntax: Syntax) => void;
  /** The object of pdfkit for an allotted number, which is to have a stream. */
  readonly withStream: (reference: Reference) => PdfkitReference;
  /** Ends the document and returns the file. */
  readonly finish: () => Uint8Array;
};

/**
 * Makes pdfkit gather objects without a stream in object streams (ISO 32000-1, 7.5.7) and end with a cross-reference
 * stream (7.5.8), which saves a third of a tagged file. What pdfkit writes of an object of its own is caught on its way to the
 * file; ours, which are a hundred times as many, it never sees.
 */
export function packObjects(document: PdfkitDocument, memo?: PdfMemo): PackedDocument {
  const streams: PdfMemo["streams"] = memo?.streams ?? new Map();
  const packing: Packing = { document, chunks: [], packed: [], open: 0, streams };
  const write = writer(packing);
  document._write = write;
  // The constructor wrote its header into the stream, which nobody reads: once more, for us (7.5.2).
  document._offset = 0;
  write("%PDF-1.7");
  write("%\xff\xff\xff\xff");

  const prepare = (reference: PdfkitReference): PdfkitReference => {
    const finalize = reference.finalize;
    reference.finalize = () => {
      if (reference.buffer.length > 0) finalize.call(reference);
      else {
        // Three writes: `12 0 obj`, the object, `endobj`.
        const caught: string[] = [];
        document._write = (data) => void caught.push(data as string);
        finalize.call(reference);
        document._write = write;
        packing.packed.push({ id: reference.id, body: caught[1] ?? "null" });
      }
    };
    return reference;
  };
  const allot = document.ref.bind(document);
  document.ref = (data) => prepare(allot(data));
  for (const early of begunEarly(document)) prepare(early);
  return {
    reserve() {
      packing.open++;
      return { id: document._offsets.push(null) };
    },
    object({ id }, syntax) {
      packing.open--;
      packing.packed.push({ id, body: syntax });
    },
    withStream({ id }) {
      packing.open--;
      document._waiting++;
      return new document._root.constructor(document, id, {});
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
    const bytes = typeof data === "string" ? latin1(`${lineEndOf(chunks, data)}${data}\n`) : data;
    chunks.push(bytes);
    document._offset += bytes.length;
  };
}

/**
 * A stream ends with a line end that is not its own (7.3.8.1). After data that end in CR, LF alone would make of both one
 * line end, and the stream a byte shorter than it says.
 */
function lineEndOf(chunks: readonly Uint8Array[], text: string): string {
  return text.startsWith("\nendstream") && chunks.at(-1)?.at(-1) === 0x0d ? "\r" : "";
}

function finish(packing: Packing): Uint8Array {
  const { document, chunks } = packing;
  document._finalize = () => {};
  document.end();
  const open = document._waiting + packing.open;
  if (open !== 0) {
    throw new Error(`Bug: ${open} objects of the PDF were begun and not finished.`);
  }
  const identifier = identify(packing);
  const places = writeObjectStreams(packing);
  writeCrossReferences(packing, places, identifier);
  let length = 0;
  for (const chunk of chunks) length += chunk.length;
  const file = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    file.set(chunk, at);
    at += chunk.length;
  }
  return file;
}

/** The identifier of the file (14.4) is a digest of all that it says. */
function identify({ chunks, packed }: Packing): string {
  const hash = createHash("sha256");
  for (const chunk of chunks) hash.update(chunk);
  for (let start = 0; start < packed.length; start += objectsPerStream) {
    const part = packed.slice(start, start + objectsPerStream);
    hash.update(latin1(part.map(({ id, body }) => `${id} ${body}`).join("")));
  }
  return hash.digest("hex").slice(0, 32);
}

/** Which object stream holds an object, and as which of its objects. */
type Packed = { readonly stream: number; readonly index: number };

function writeObjectStreams({ document, packed, streams }: Packing): ReadonlyMap<number, Packed> {
  const places = new Map<number, Packed>();
  for (let start = 0; start < packed.length; start += objectsPerStream) {
    const part = packed.slice(start, start + objectsPerStream);
    const stream = document._offsets.push(document._offset);
    let head = "";
    let length = 0;
    for (const [index, { id, body }] of part.entries()) {
      head += `${id} ${length} `;
      length += body.length + 1;
      places.set(id, { stream, index });
    }
    const entries = `/Type /ObjStm /N ${part.length} /First ${head.length}`;
    const text = `${head}${part.map(({ body }) => body).join("\n")}\n`;
    const known = streams.get(start);
    const deflated = known?.text === text ? known.deflated : deflate(latin1(text));
    streams.set(start, { text, deflated });
    writeStream(document, stream, entries, deflated);
  }
  return places;
}

/** One row an object: kind (1), offset or object stream (4), generation or index (2). */
function writeCrossReferences(
  { document }: Packing,
  places: ReadonlyMap<number, Packed>,
  identifier: string,
): void {
  const start = document._offset;
  const own = document._offsets.push(start);
  const size = own + 1;
  const table = new DataView(new ArrayBuffer(size * 7));
  table.setUint16(5, 0xffff);
  for (let id = 1; id < size; id++) {
    const packed = places.get(id);
    table.setUint8(id * 7, packed === undefined ? 1 : 2);
    table.setUint32(id * 7 + 1, packed?.stream ?? document._offsets[id - 1] ?? 0);
    table.setUint16(id * 7 + 5, packed?.index ?? 0);
  }
  const trailer = `/Root ${document._root} /Info ${document._info} /ID [<${identifier}> <${identifier}>]`;
  const entries = `/Type /XRef /Size ${size} /W [1 4 2] ${trailer}`;
  writeStream(document, own, entries, deflate(new Uint8Array(table.buffer)));
  document._write(`startxref\n${start}\n%%EOF`);
}

function writeStream(
  document: PdfkitDocument,
  id: number,
  entries: string,
  deflated: Uint8Array,
): void {
  document._write(
    `${id} 0 obj\n<<${entries} /Filter /FlateDecode /Length ${deflated.length}>>\nstream`,
  );
  document._write(deflated);
  document._write("\nendstream\nendobj");
}

function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 6 });
}
