import { createRequire } from "node:module";
import createQpdf from "@neslinesli93/qpdf-wasm";

/**
 * A PDF as qpdf reads it. Names are `/Name`, references `12 0 R`, text strings `u:text`, other strings `b:hexadecimal`.
 */
export type PdfValue =
  | string
  | number
  | boolean
  | null
  | readonly PdfValue[]
  | { readonly [key: string]: PdfValue };

export type PdfDictionary = { readonly [key: string]: PdfValue };

export type PdfObjects = {
  readonly trailer: PdfDictionary;
  /** Follows references until there is something else. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue | undefined;
  /** A dictionary, also that of a stream; empty when there is none. */
  readonly dictionary: (value: PdfValue | undefined) => PdfDictionary;
  readonly array: (value: PdfValue | undefined) => readonly PdfValue[];
  /** Bytes of a stream, unpacked, a character each. */
  readonly stream: (value: PdfValue | undefined) => string;
  /** References of all pages, in order. */
  readonly pages: readonly string[];
  /** References of all objects. */
  readonly references: readonly string[];
};

type QpdfFiles = {
  readonly writeFile: (path: string, bytes: Uint8Array) => void;
  readonly readFile: (path: string) => Uint8Array;
};

/** Reads a PDF to its last object and stream. Throws when qpdf finds anything wrong, or even odd, with it. */
export async function readObjects(bytes: Uint8Array): Promise<PdfObjects> {
  const require = createRequire(import.meta.url);
  const said: string[] = [];
  const settings = {
    locateFile: () => require.resolve("@neslinesli93/qpdf-wasm/dist/qpdf.wasm"),
    noInitialRun: true,
    print: (line: string) => void said.push(line),
    printErr: (line: string) => void said.push(line),
  };
  const qpdf = await createQpdf(settings);
  const files = qpdf.FS as unknown as QpdfFiles;
  files.writeFile("/in.pdf", bytes);
  const options = ["--json=2", "--json-stream-data=inline", "--decode-level=generalized"];
  const code = qpdf.callMain([...options, "/in.pdf", "/out.json"]);
  if (code !== 0) throw new Error(`qpdf refuses the file: ${said.join(" ")}`);
  const json = JSON.parse(new TextDecoder().decode(files.readFile("/out.json")));
  return objectsOf(json.qpdf[1], json.pages);
}

type Entry = {
  readonly value?: PdfValue;
  readonly stream?: { readonly data?: string; readonly dict: PdfDictionary };
};

function objectsOf(
  entries: Readonly<Record<string, Entry>>,
  pages: readonly { readonly object: string }[],
): PdfObjects {
  const entryOf = (value: PdfValue | undefined): Entry | undefined =>
    typeof value === "string" && / \d+ R$/.test(value) ? entries[`obj:${value}`] : undefined;
  const resolve = (value: PdfValue | undefined): PdfValue | undefined => {
    const entry = entryOf(value);
    if (entry === undefined) return value;
    return entry.stream === undefined ? resolve(entry.value) : entry.stream.dict;
  };
  return {
    trailer: (entries["trailer"]?.value ?? {}) as PdfDictionary,
    resolve,
    dictionary: (value) => {
      const found = resolve(value);
      return typeof found === "object" && found !== null && !Array.isArray(found)
        ? (found as PdfDictionary)
        : {};
    },
    array: (value) => {
      const found = resolve(value);
      return Array.isArray(found) ? (found as readonly PdfValue[]) : [];
    },
    stream: (value) => atob(entryOf(value)?.stream?.data ?? ""),
    pages: pages.map(({ object }) => object),
    references: Object.keys(entries)
      .filter((key) => key.startsWith("obj:"))
      .map((key) => key.slice(4)),
  };
}

/** The characters of a string, which qpdf marks with `u:` or `b:`. */
export function stringOf(value: PdfValue | undefined): string {
  if (typeof value !== "string") return "";
  if (value.startsWith("u:")) return value.slice(2);
  if (!value.startsWith("b:")) return value;
  const bytes = value.slice(2).match(/../g) ?? [];
  return String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16)));
}
