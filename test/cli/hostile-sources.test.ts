import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { dossier, folderWith, halfWritten, head, source } from "./support.ts";

/** Header of a PNG picture that says to be very large, and then ends. */
function pngHeader(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  bytes.set([8, 2, 0, 0, 0], 24);
  return bytes;
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let at = 0; at < text.length; at += 1)
    new DataView(bytes.buffer).setUint16(2 + at * 2, text.charCodeAt(at), true);
  return bytes;
}

const nested = Array.from({ length: 200 }, (_, level) => `${"  ".repeat(level)}- level ${level}`);

type Case = {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** "refused" where no document can come of it; "made" where one must; else either, but a fault must be told with its place. */
  readonly must?: "refused" | "made";
  /** The rule that is told, with its place in the source. */
  readonly rule?: string;
};

const one = (text: string | Uint8Array): Case["files"] => ({ "a.md": text });

const cases: Readonly<Record<string, Case>> = {
  "a missing file": { files: { "other.md": source }, must: "refused" },
  "no front matter": { files: one("# A title\n\nText.\n") },
  "an empty file": { files: one("") },
  "front matter alone": { files: one(head) },
  "front matter that never ends": { files: one("---\ntitle: x\n\n# Title\n\nText.\n") },
  "broken YAML": { files: one(source.replace("lang: en-CA", "lang: [en-CA")), must: "refused" },
  "a wrong type in the head": { files: one(source.replace("lang: en-CA", "lang: [1, {a: b}]")) },
  "an unknown field": { files: one(source.replace("lang:", "statsu: draft\nlang:")) },
  "a duplicate id": {
    files: one(`${source}\n## One {#x}\n\nA.\n\n## Two {#x}\n\nB.\n`),
    must: "refused",
    rule: "id-is-unique",
  },
  "a dangling reference": {
    files: one(`${source}\nSee [that](#nowhere).\n`),
    rule: "link-target-exists",
  },
  "a fact that is not there": { files: one(`${source}\nIn [2011](fact:nowhere.date).\n`) },
  "characters that no font has": {
    files: one(`${source}\n漢字 אבג 𓀀 🏖️\n`),
    rule: "font-has-character",
  },
  "skipped heading levels": { files: one(`${source}\n##### Deep\n\nText.\n`) },
  "a missing image": {
    files: one(`${source}\n![A harbour](nowhere.png)\n`),
    rule: "image-exists",
  },
  "an image without alternative text": {
    files: { ...one(`${source}\n![](a.png)\n`), "a.png": pngHeader(10, 10) },
  },
  "a picture of 20,000 by 20,000": {
    files: { ...one(`${source}\n![A harbour](a.png)\n`), "a.png": pngHeader(20_000, 20_000) },
    rule: "image-is-small-enough",
  },
  "a text named as a picture": {
    files: { ...one(`${source}\n![A harbour](a.png)\n`), "a.png": "no picture" },
  },
  "an empty picture": { files: { ...one(`${source}\n![A harbour](a.jpg)\n`), "a.jpg": "" } },
  "a picture outside the project": { files: one(`${source}\n![A](../../../../etc/passwd)\n`) },
  "200 levels of lists": { files: one(`${source}\n${nested.join("\n")}\n`) },
  "10,000 levels of quotation": { files: one(`${source}\n${"> ".repeat(10_000)}deep\n`) },
  "10,000 brackets": { files: one(`${source}\n${"[".repeat(10_000)}\n`) },
  "a line of 5 MB": { files: one(`${source}\n${"word ".repeat(1_000_000)}\n`) },
  "a word of 1 MB": { files: one(`${source}\n${"w".repeat(1_000_000)}\n`) },
  "a NUL byte": { files: one(`${source}\nA\u0000B\n`), rule: "source-has-no-nul" },
  "control characters": { files: one(`${source}\nA\u0001\u0008\u000b\u001b[31mB\uffff\n`) },
  "Windows line ends": { files: one(source.replaceAll("\n", "\r\n")), must: "made" },
  "a byte order mark": { files: one(`\uFEFF${source}`), must: "made" },
  "UTF-16": { files: one(utf16(source)) },
  "bytes that are no text": { files: one(new Uint8Array(4096).map((_, at) => (at * 37) % 256)) },
  "half a character": { files: one(new Uint8Array([...strToU8(source), 0xe2, 0x82])) },
  "a YAML bomb": {
    files: one(
      `---\na: &a [x, x, x, x, x, x, x, x, x]\n${[..."bcdefghi"].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[at]}`).join(", ")}]`).join("\n")}\n---\n\n# T\n`,
    ),
  },
  "a key named __proto__": { files: one(source.replace("lang:", "__proto__:\n  x: 1\nlang:")) },
  "raw HTML": { files: one(`${source}\n<script>alert(1)</script>\n\n<b>bold</b>\n`) },
  "a container that never ends": { files: one(`${source}\n:::only{kind=report}\n\nText.\n`) },
  "a broken dossier.yaml": { files: { ...one(source), "dossier.yaml": "targets: [" } },
  "a folder in place of a source": { files: { "a.md/b.md": source }, must: "refused" },
};

describe.each(Object.entries(cases))("%s", (_, { files, must, rule }) => {
  test("gives a document or a fault with its place, and nothing in between", () => {
    const folder = folderWith(files);
    const run = dossier(folder, ["build", "a.md", "--kind", "report"]);
    expect(run.hung).toBe(false);
    expect([0, 1]).toContain(run.code);
    expect(run.error).not.toMatch(/^\s+at .*:\d+:\d+/m);
    expect(run.error).not.toMatch(/fault of the program|RangeError|TypeError|undefined|\[object/);
    expect(halfWritten(folder)).toEqual([]);
    if (run.code === 0) expect(run.out).toBe("out/a.report.en.pdf\nout/a.report.en.docx\n");
    else expect(run.error).toMatch(/\b(a\.md|dossier\.yaml)\b/);
    if (rule !== undefined)
      expect(run.error).toMatch(new RegExp(`\\[${rule}\\][^\\n]*\\n *--> a\\.md:\\d+:\\d+`));
    if (must !== undefined) expect(run.code).toBe(must === "made" ? 0 : 1);
  }, 120_000);
});
