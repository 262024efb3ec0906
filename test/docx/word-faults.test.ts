import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { documentOf } from "../template/support.ts";
import { bytesOf } from "./support.ts";
import { wordFaults } from "./word-faults.ts";

const source =
  "# T\n\n## H\n\n## I\n\nA [link](https://example.org) and a note[^1].\n\n1. one\n\n| A |\n|---|\n| b |\n\n[^1]: Said.\n";
const { value } = documentOf(source, { product: "report", file: "t.md" });
const body = "word/document.xml";

const changes: readonly (readonly [fault: string, part: string, from: RegExp, to: string])[] = [
  ["bookmark id", body, /(<w:bookmarkStart [^>]*\/>)(.*?)(<w:bookmarkEnd [^>]*\/>)/, "$1$2$3$1$3"],
  ["a bookmark across", body, /<w:bookmarkEnd [^>]*\/>/, ""],
  ["bookmark name", body, /w:name="_d/, 'w:name="1_d'],
  ["ends without a paragraph", body, /<\/w:p><\/w:tc>/, "</w:p><w:sdt/></w:tc>"],
  ["uses the relationship", body, /<w:hyperlink r:id="rId\d+"/, '<w:hyperlink r:id="rId99"'],
  ["address", "word/_rels/document.xml.rels", /https:\/\/example\.org/, "https://exa mple.org"],
  [
    "has no content type",
    "[Content_Types].xml",
    /<Default Extension="xml"[^>]*\/>|<Override [^>]*document\.xml"[^>]*\/>/g,
    "",
  ],
  ["is declared and missing", "[Content_Types].xml", /\/word\/styles\.xml/, "/word/style.xml"],
  ["characters that XML has not", body, /<w:t xml:space="preserve">/, "$&\u0001"],
  ["a line end", body, /<w:t xml:space="preserve">/, "$&a\n"],
  ["a field", body, /<w:fldChar w:fldCharType="end"\/>/, ""],
  ["style", "word/styles.xml", /<w:name w:val="Lead"\/>/, '<w:name w:val="Title"/>'],
  ["numbering", body, /<w:numId w:val="\d+"\/>/, '<w:numId w:val="77777"/>'],
  ["is missing", body, /<w:footnoteReference w:id="1"\/>/, '<w:footnoteReference w:id="7"/>'],
  ["an element", body, /<w:body>/, "<w:body><mark:page/>"],
];

test.each(changes)("a file is told to be broken by: %s", async (fault, part, from, to) => {
  const files = unzipSync(await bytesOf(value));
  const xml = strFromU8(files[part] ?? new Uint8Array());
  const changed = xml.replace(from, to);
  expect(changed).not.toBe(xml);
  const broken = zipSync({ ...files, [part]: strToU8(changed) }, { os: 3, attrs: 0o100644 << 16 });
  expect(wordFaults(broken).join("; ")).toContain(fault);
});

test("entries that nobody may read are told", async () => {
  const files = unzipSync(await bytesOf(value));
  expect(wordFaults(zipSync(files)).join("; ")).toContain("nobody may read");
});
