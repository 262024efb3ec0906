import { deflateSync } from "node:zlib";
import type { PdfMemo } from "./memo.ts";
import type { PackedDocument } from "./object-streams.ts";
import { packObjects } from "./object-streams.ts";
import { pageWriter } from "./page-writer.ts";
import { openPdfkit } from "./pdfkit-document.ts";
import type { Information, PdfSink } from "./sink.ts";
import { referenceSyntax } from "./sink.ts";
import type { Syntax } from "./syntax.ts";

/** The sink that writes with pdfkit: the catalogue and what belongs to it are pdfkit's, objects, streams and pages ours. */
export function openPdfkitSink(information: Information, memo?: PdfMemo): PdfSink {
  const document = openPdfkit(information);
  const packed = packObjects(document, memo);
  const pages = pageWriter(packed, String(document._root.data.Pages));
  // Metadata, tags and bookmarks are ours.
  document.endMetadata = () => {};
  document.endMarkings = () => {};
  document._root.data.Names.data = {};
  let names = "";
  document.endOutline = () => document.outline.dictionary.end();
  return {
    reserve: () => ({ id: packed.reserve(1) }),
    reserveMany: packed.reserve,
    object: ({ id }, syntax) => packed.object(id, syntax),
    stream: ({ id }, entries, bytes, options) => {
      const plain = options?.plain === true || entries["Filter"] !== undefined;
      writeStream(packed, id, entries, bytes, plain ? "plain" : memo?.deflated);
    },
    page: pages.add,
    catalogue: (entry, syntax) => {
      document._root.data[entry] = verbatim(syntax);
    },
    names: (key, tree) => {
      names += `/${key}${tree}`;
      // pdfkit keeps the names as an object of their own, and ends it.
      document._root.data.Names.data = verbatim(`<<${names}>>`);
    },
    finish: () => {
      const references = pages.finish();
      const { data } = document._root.data.Pages;
      Object.assign(data, {
        Count: references.length,
        Kids: verbatim(`[${references.map(referenceSyntax).join(" ")}]`),
      });
      return packed.finish();
    },
  };
}

/** @param how "plain": as it stands; else what was deflated before, if anything was */
function writeStream(
  packed: PackedDocument,
  id: number,
  entries: Readonly<Record<string, Syntax>>,
  bytes: Uint8Array,
  how: "plain" | PdfMemo["deflated"] | undefined,
): void {
  const written = Object.entries(entries).map(([key, value]) => `/${key} ${value}`);
  if (how === "plain") {
    packed.stream(id, [...written, `/Length ${bytes.length}`].join("\n"), bytes);
    return;
  }
  const deflated = how?.get(bytes) ?? deflateSync(bytes);
  how?.set(bytes, deflated);
  const all = [...written, `/Length ${deflated.length}`, "/Filter /FlateDecode"];
  packed.stream(id, all.join("\n"), deflated);
}

/** A value that pdfkit writes as it stands: it prints what is neither a name, a string nor a plain object as text. */
function verbatim(syntax: Syntax): object {
  return { [Symbol.toStringTag]: "Syntax", toString: () => syntax };
}
