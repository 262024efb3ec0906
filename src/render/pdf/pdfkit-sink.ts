import { deflateSync } from "node:zlib";
import type { PdfMemo } from "./memo.ts";
import { packObjects } from "./object-streams.ts";
import type { PdfkitDocument } from "./pdfkit-document.ts";
import { openPdfkit } from "./pdfkit-document.ts";
import type { Information, PageSink, PageSpace, PdfSink } from "./sink.ts";
import { referenceSyntax } from "./sink.ts";
import type { Syntax } from "./syntax.ts";

/** The sink that writes with pdfkit. */
export function openPdfkitSink(information: Information, memo?: PdfMemo): PdfSink {
  const document = openPdfkit(information);
  const { reserve, object, withStream, finish } = packObjects(document, memo);
  // Metadata, tags and bookmarks are ours.
  document.endMetadata = () => {};
  document.endMarkings = () => {};
  document._root.data.Names.data = {};
  document.endOutline = () => document.outline.dictionary.end();
  return {
    reserve,
    object,
    stream: (reference, entries, bytes, options) => {
      const stream = withStream(reference);
      stream.data = verbatimEntries(entries);
      stream.compress = options?.plain !== true && entries["Filter"] === undefined;
      stream.end(bytes);
    },
    page: (space) => addPage(document, space),
    catalogue: (entry, syntax) => {
      const own = verbatim(syntax);
      // pdfkit keeps the names as an object of their own, and ends it.
      if (entry === "Names") document._root.data.Names.data = own;
      else document._root.data[entry] = own;
    },
    finish,
  };
}

function addPage(document: PdfkitDocument, space: PageSpace): PageSink {
  document.addPage({ size: [space.width, space.height], margin: 0 });
  const { page } = document;
  // Obsolete (14.2), and 1 is what is meant without it.
  delete page.resources.data["ProcSet"];
  delete page.dictionary.data["UserUnit"];
  return {
    reference: page.dictionary,
    content: (operators) => page.content.write(operators),
    deflate: () => deflateSync(joined(page.content.buffer)),
    deflated: (content) => {
      page.content.compress = false;
      page.content.buffer = [content];
    },
    font: (name, font) => {
      page.fonts[name] = verbatim(referenceSyntax(font));
    },
    image: (name, image) => {
      page.xobjects[name] = verbatim(referenceSyntax(image));
    },
    annotation: (annotation) => {
      page.annotations.push(verbatim(referenceSyntax(annotation)));
    },
    entry: (key, syntax) => {
      page.dictionary.data[key] = verbatim(syntax);
    },
  };
}

/** A value that pdfkit writes as it stands: it prints what is neither a name, a string nor a plain object as text. */
function verbatim(syntax: Syntax): object {
  return { [Symbol.toStringTag]: "Syntax", toString: () => syntax };
}

function verbatimEntries(entries: Readonly<Record<string, Syntax>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, verbatim(value)]));
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
