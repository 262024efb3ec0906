import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { all } from "../docx/xml.ts";
import { apply, documentXml, paragraph, relations, section, templateOf } from "./support.ts";

const source = "# The harbour\n\nIt was dredged.\n";

/** The file as programs write it that foresee large ones: all numbers of the directory in the fields of ZIP64. */
function asZip64(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const entries: Uint8Array[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    const length = 46 + view.getUint16(at + 28, true);
    const entry = new Uint8Array(length + 36);
    entry.set(bytes.subarray(at, at + length));
    const written = new DataView(entry.buffer);
    // Another field before it, which is passed over.
    written.setUint16(30, 36, true);
    written.setUint16(length, 0x9999, true);
    written.setUint16(length + 2, 4, true);
    written.setUint16(length + 8, 1, true);
    written.setUint16(length + 10, 24, true);
    for (const [to, from] of [
      [length + 12, 24],
      [length + 20, 20],
      [length + 28, 42],
    ] as const) {
      written.setBigUint64(to, BigInt(view.getUint32(at + from, true)), true);
      written.setUint32(from, 0xffffffff, true);
    }
    entries.push(entry);
    at += length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const size = entries.reduce((sum, each) => sum + each.length, 0);
  const tail = new Uint8Array(56 + 20 + 22);
  const written = new DataView(tail.buffer);
  written.setUint32(0, 0x06064b50, true);
  written.setBigUint64(32, BigInt(count), true);
  written.setBigUint64(40, BigInt(size), true);
  written.setBigUint64(48, BigInt(start), true);
  written.setUint32(56, 0x07064b50, true);
  written.setBigUint64(64, BigInt(start + size), true);
  written.setUint32(76, 0x06054b50, true);
  written.setUint16(86, 0xffff, true);
  written.setUint32(92, 0xffffffff, true);
  return joined([bytes.subarray(0, start), ...entries, tail]);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, each) => sum + each.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

test("a package whose directory is written for large files is read", async () => {
  const plain = await apply(source, templateOf());
  const large = await apply(source, asZip64(templateOf()));
  expect(large.rules).toEqual(plain.rules);
  expect(large.bytes).toEqual(plain.bytes);
});

test("a package that promises a directory elsewhere is refused", async () => {
  const bytes = asZip64(templateOf());
  new DataView(bytes.buffer).setBigUint64(bytes.length - 22 - 20 + 8, 1n << 60n, true);
  const applied = await apply(source, bytes);
  expect(applied.bytes).toBeUndefined();
  expect(applied.diagnostics.map(({ message }) => message).join()).toContain("directory");
});

test("a document without a body is refused", async () => {
  const xml = documentXml("").replace("<w:body></w:body>", "");
  const applied = await apply(source, templateOf("", { "word/document.xml": xml }));
  expect(applied.bytes).toBeUndefined();
  expect(applied.rules).toEqual(["word-file-is-sound"]);
});

test("parts that the template lost leave no relationship and no type behind", async () => {
  const lost = templateOf(undefined, {
    "_rels/.rels": relations([
      ["rId1", "officeDocument", "word/document.xml"],
      ["rId2", "metadata/core-properties", "docProps/core.xml"],
    ]),
    "word/settings.xml": undefined,
    "word/numbering.xml": undefined,
  });
  const file = (await apply("# T\n\n1. one\n", lost)).file();
  for (const [from, folder] of [
    ["_rels/.rels", ""],
    ["word/_rels/document.xml.rels", "word/"],
  ] as const)
    for (const { attributes } of all(file.part(from), "Relationship"))
      expect(file.paths).toContain(`${folder}${attributes["Target"]}`);
  for (const { attributes } of all(file.part("[Content_Types].xml"), "Override"))
    expect(file.paths).toContain(attributes["PartName"]?.slice(1));
});

test("what is written says that it is UTF-8, whatever the template says of itself", async () => {
  const xml = documentXml(paragraph("A") + section).replace("UTF-8", "ISO-8859-1");
  const bytes = (await apply("# Évian\n\ntext\n", templateOf("", { "word/document.xml": xml })))
    .bytes;
  const written = unzipSync(bytes ?? new Uint8Array())["word/document.xml"];
  const text = new TextDecoder("utf-8", { fatal: true }).decode(written);
  expect(text).toContain("Évian");
  expect(text).not.toContain("ISO-8859-1");
});
