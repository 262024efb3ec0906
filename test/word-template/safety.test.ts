import { strFromU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { fc, runs } from "../support/property.ts";
import {
  apply,
  header,
  paragraph,
  relations,
  reportOf,
  section,
  templateOf,
  usualPart,
  wordNames,
} from "./support.ts";

const markdown = "# T\n\ntext\n";
const own = reportOf(markdown);

async function refused(template: Uint8Array): Promise<string> {
  const applied = await apply(await own, template);
  expect(applied.bytes).toBeUndefined();
  const errors = applied.diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.length).toBe(1);
  return `${errors[0]?.rule}: ${errors[0]?.message}`;
}

/** The usual relationships of the document and one more. */
function withRelation(...relation: readonly string[]): Uint8Array {
  return templateOf(undefined, {
    "word/_rels/document.xml.rels": relations([
      ["rId1", "styles", "styles.xml"],
      ["rId2", "numbering", "numbering.xml"],
      ["rId3", "settings", "settings.xml"],
      ["rId4", "header", "header1.xml"],
      relation,
    ]),
  });
}

function withType(type: string): Uint8Array {
  return templateOf(undefined, {
    "[Content_Types].xml": usualPart(
      "[Content_Types].xml",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
      type,
    ),
  });
}

test("a template that is no document becomes one", async () => {
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";
  const applied = await apply(await own, withType(type));
  const types = applied.file().text("[Content_Types].xml");
  expect(types).not.toContain(type);
  expect(types).toContain("wordprocessingml.document.main+xml");
});

test("macros and controls with code are refused", async () => {
  expect(await refused(withType("application/vnd.ms-word.document.macroEnabled.main+xml"))).toMatch(
    /^word-file-has-no-macros/,
  );
  expect(await refused(templateOf(undefined, { "word/vbaProject.bin": "x" }))).toMatch(
    /^word-file-has-no-macros/,
  );
  expect(await refused(withRelation("rId9", "control", "activeX/activeX1.xml"))).toMatch(
    /^word-file-has-no-macros/,
  );
});

test("Strict files are refused with what to do", async () => {
  const names = wordNames
    .replace(
      /http:[^"]*wordprocessingml\/2006\/main/,
      "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    .replace(
      /http:[^"]*officeDocument\/2006\/relationships/,
      "http://purl.oclc.org/ooxml/officeDocument/relationships",
    );
  const xml = `<w:document ${names}><w:body>${paragraph("A")}</w:body></w:document>`;
  expect(await refused(templateOf(undefined, { "word/document.xml": xml }))).toMatch(
    /^word-file-is-transitional/,
  );
});

test("what Word would fetch by itself is refused, links that a reader clicks are not", async () => {
  expect(
    await refused(withRelation("rId9", "image", "https://example.org/a.png", "External")),
  ).toContain('"https://example.org/a.png"');
  expect(await refused(withRelation("rId9", "oleObject", "file:///c:/a.xls", "External"))).toMatch(
    /^word-file-is-safe/,
  );
  expect(
    await refused(withRelation("rId9", "hyperlink", "file://server/share", "External")),
  ).toMatch(/^word-file-is-safe/);
  for (const target of ["ms-help://a", "//server/share", "\\\\server\\share"])
    expect(await refused(withRelation("rId9", "hyperlink", target, "External"))).toMatch(
      /^word-file-is-safe/,
    );
  for (const target of ["https://example.org/", "Annex%20A.docx", "#section", ""]) {
    const applied = await apply(await own, withRelation("rId9", "hyperlink", target, "External"));
    expect(applied.file().text("word/_rels/document.xml.rels")).toContain(`Target="${target}"`);
  }
});

test("the template that the template was made from is forgotten", async () => {
  const settings = `<w:settings ${wordNames}><w:attachedTemplate r:id="rId1"/><w:defaultTabStop w:val="708"/></w:settings>`;
  const template = templateOf(undefined, {
    "word/settings.xml": settings,
    "word/_rels/settings.xml.rels": relations([
      ["rId1", "attachedTemplate", "http://example.org/x.dotm", "External"],
    ]),
  });
  const file = (await apply(await own, template)).file();
  expect(file.text("word/settings.xml")).toBe(
    settings.replace('<w:attachedTemplate r:id="rId1"/>', ""),
  );
  expect(file.text("word/_rels/settings.xml.rels")).not.toContain("example.org");
});

test("fields that start programs or read files are refused, others stay", async () => {
  const field = (instruction: string): string =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction.slice(0, 3)}</w:instrText></w:r><w:r><w:instrText>${instruction.slice(3)} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  expect(await refused(templateOf(field('DDEAUTO c:\\\\cmd "/k"') + section))).toContain("DDEAUTO");
  expect(await refused(templateOf(field('INCLUDETEXT "x"') + section))).toContain("INCLUDETEXT");
  expect(
    (await apply(await own, templateOf(field('STYLEREF "heading 1"') + section))).bytes,
  ).toBeDefined();
});

test("document type declarations are refused, in any part", async () => {
  const bomb = `<!DOCTYPE w:hdr [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>`;
  const xml = header.replace("<w:hdr", `${bomb}<w:hdr`);
  expect(await refused(templateOf(undefined, { "word/header1.xml": xml }))).toContain(
    "document type declaration",
  );
});

test.each(["../../evil.xml", "/etc/passwd", "word/..\\x.xml", "c:/x.xml", "word/./x.xml"])(
  "a part called %s is refused",
  async (name) => {
    expect(await refused(templateOf(undefined, { [name]: "x" }))).toMatch(/^word-file-is-safe/);
  },
);

test("relationships that lead out of the file are refused", async () => {
  expect(await refused(withRelation("rId9", "image", "../../../secret.png"))).toMatch(
    /^word-file-is-safe/,
  );
});

/** The file with other sizes in its directory: of every part that has 100 000 bytes. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let changed = 0;
  for (let at = 0; at + 46 < bytes.length; at++) {
    const isEntry = view.getUint32(at, true) === 0x02014b50;
    if (!isEntry || view.getUint32(at + 24, true) !== 100_000) continue;
    view.setUint32(at + 24, size, true);
    changed++;
  }
  if (changed === 0) throw new Error("no part has this size");
  return bytes;
}

test("a file that would unpack without end is refused before it is unpacked", async () => {
  const big = new Uint8Array(100_000);
  const template = templateOf(undefined, { "word/1.bin": big, "word/2.bin": big });
  expect(await refused(lying(template, 0x10000000))).toContain("500 MB");
});

test("unpacking stops at the size that the directory promises", async () => {
  const template = templateOf(undefined, { "word/big.bin": new Uint8Array(100_000) });
  expect(await refused(lying(template, 10))).toContain('"word/big.bin"');
});

test("what is no Word file is told with what to do", async () => {
  expect(await refused(new Uint8Array())).toContain("is not a Word file");
  expect(await refused(new TextEncoder().encode("# Markdown"))).toContain("is not a Word file");
  expect(await refused(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0))).toContain("password");
  expect(
    await refused(zipSync({ mimetype: new TextEncoder().encode("application/epub+zip") })),
  ).toContain("is not a Word file");
  expect(
    await refused(
      withType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
    ),
  ).toContain("another program");
  expect(await refused(templateOf(undefined, { "word/styles.xml": "<w:styles" }))).toContain(
    '"word/styles.xml"',
  );
  const parts = unzipSync(templateOf());
  const { "word/styles.xml": _styles, ...rest } = parts;
  expect(await refused(zipSync(rest))).toContain("no styles");
  expect(strFromU8(parts["word/header1.xml"] ?? new Uint8Array())).toBe(header);
});

test("a file with any bytes changed is used or refused, and never crashes", async () => {
  const made = await own;
  const whole = templateOf();
  const texts = unzipSync(whole);
  const names = Object.keys(texts);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          text: fc.constantFrom(
            "<",
            ">",
            "&",
            '"',
            "/",
            "w:",
            "<w:p>",
            "</w:p>",
            "\u0000",
            "rId4",
            "",
            "x",
          ),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      async (name, changes) => {
        let text = strFromU8(texts[name] ?? new Uint8Array());
        for (const change of changes) {
          const at = Math.floor(change.at * text.length);
          text = text.slice(0, at) + change.text + text.slice(at + 1);
        }
        const applied = await apply(
          made,
          zipSync({ ...texts, [name]: new TextEncoder().encode(text) }),
        );
        expect(applied.bytes !== undefined || applied.diagnostics.length > 0).toBe(true);
      },
    ),
    { numRuns: runs(150) },
  );
});
