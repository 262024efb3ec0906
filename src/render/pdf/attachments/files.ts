import type { Information, PdfSink, Reference } from "../sink.ts";
import { referenceSyntax } from "../sink.ts";
import type { Syntax } from "../syntax.ts";
import { bytesSyntax, nameSyntax, textSyntax } from "../syntax.ts";

/** A file that travels within the document. */
export type AttachedFile = {
  /** Without folders; no two of a document are equal. */
  readonly name: string;
  /** Such as `text/csv`. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** What it is, for people. */
  readonly description: string;
  /** What it is to that which it belongs to (ISO 19005-3, Annex E). */
  readonly relationship: "Source" | "Data" | "Supplement";
};

/** Writes a file and what is said of it (ISO 19005-3, 6.8; ISO 32000-1, 7.11.3 and 7.11.4). */
export function writeFile(sink: PdfSink, file: AttachedFile, { date }: Information): Reference {
  const { name, bytes, description, relationship } = file;
  const embedded = sink.reserve();
  const changed = date === undefined ? "" : `/ModDate(${dateSyntax(date)})`;
  const entries = {
    Type: "/EmbeddedFile",
    Subtype: nameSyntax(file.mediaType),
    Params: `<</Size ${bytes.length}${changed}>>`,
  };
  sink.stream(embedded, entries, bytes);
  const specification = sink.reserve();
  const names = `/F${textSyntax(name)}/UF${textSyntax(name)}/Desc${textSyntax(description)}`;
  const stream = referenceSyntax(embedded);
  sink.object(
    specification,
    `<</Type/Filespec${names}/AFRelationship/${relationship}/EF<</F ${stream}/UF ${stream}>>>>`,
  );
  return specification;
}

/** 7.9.4: `D:20120325000000Z`. */
function dateSyntax(date: Date): string {
  return `D:${date.toISOString().replace(/\.\d+|[-T:]/g, "")}`;
}

/** An entry of the tree of names by which readers list files. */
export function fileEntry(
  { name }: AttachedFile,
  reference: Reference,
): { readonly name: string; readonly syntax: Syntax } {
  return { name, syntax: `${bytesSyntax(name)}${referenceSyntax(reference)}` };
}
