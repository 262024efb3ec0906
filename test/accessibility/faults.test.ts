import { describe, expect, test } from "vitest";
import { explain } from "../../src/diagnostics/index.ts";
import type { Change } from "./support.ts";
import { beforeText, body, broken, plain, rulesOf } from "./support.ts";

const faults: readonly (readonly [rule: string, name: string, ...changes: readonly Change[]])[] = [
  ["word-file-has-title", "no title", ["docProps/core.xml", /<dc:title>.*?<\/dc:title>/, ""]],
  ["word-file-has-language", "no language", ["word/styles.xml", /<w:lang [^>]*>/, ""]],
  [
    "word-headings-are-in-order",
    "a level left out",
    [body, '<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Heading3"/>'],
  ],
  [
    "word-headings-are-in-order",
    "a level that the paragraph says itself",
    [body, '<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="4"/>'],
  ],
  [
    "word-headings-have-text",
    "an empty heading",
    [body, beforeText, '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:p>$1'],
  ],
  [
    "word-headings-are-styled",
    "a heading that is only bold",
    [
      body,
      beforeText,
      `${plain("Costs", "<w:rPr><w:b/></w:rPr>")}${plain("They were ten, and two.")}$1`,
    ],
  ],
  ["word-table-has-header-row", "no header row", [body, /<w:tblHeader\/>/, ""]],
  [
    "word-table-has-no-merged-cells",
    "merged cells",
    [body, /(<w:tc>)<w:tcPr>/, '$1<w:tcPr><w:gridSpan w:val="2"/>'],
  ],
  [
    "word-table-is-not-nested",
    "a table in a cell",
    [
      body,
      /(<w:tc>(?:(?!<\/w:tcPr>).)*<\/w:tcPr>)/,
      "$1<w:tbl><w:tblPr/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    ],
  ],
  [
    "word-picture-has-alternative",
    "a picture without words",
    [body, /(<wp:docPr[^>]*) descr="[^"]*"/, "$1"],
  ],
  [
    "word-alternative-says-something",
    "a picture called after its file",
    [body, /descr="A dot"/, 'descr="IMG_0042.JPG"'],
  ],
  [
    "word-object-is-in-line",
    "a picture that floats",
    [body, /<wp:inline\b/, "<wp:anchor"],
    [body, "</wp:inline>", "</wp:anchor>"],
  ],
  [
    "word-object-is-in-line",
    "a frame",
    [
      body,
      '<w:pStyle w:val="Lead"/>',
      '<w:pStyle w:val="Lead"/><w:framePr w:w="2000" w:hSpace="100" w:wrap="around" w:x="100" w:y="100"/>',
    ],
  ],
  [
    "word-object-is-in-line",
    "a table that floats",
    [body, /<w:tblPr>(<w:tblStyle[^>]*>)?/, '<w:tblPr>$1<w:tblpPr w:tblpX="100" w:tblpY="100"/>'],
  ],
  [
    "word-object-is-in-line",
    "a text box",
    [
      body,
      beforeText,
      '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>$1',
    ],
  ],
  ["word-link-says-where", "a link called here", [body, "the register of works", "click here"]],
  [
    "word-link-says-where",
    "a link without words",
    [body, /<w:t[^>]*>the register of works<\/w:t>/, ""],
  ],
  [
    "word-link-leads-somewhere",
    "a link to a bookmark that is not there",
    [body, /w:anchor="[^"]*"/, 'w:anchor="nowhere"'],
  ],
  [
    "word-link-leads-somewhere",
    "a link without its relationship",
    ["word/_rels/document.xml.rels", /<Relationship [^>]*example\.org[^>]*>/, ""],
  ],
  ["word-paragraph-is-not-empty", "an empty paragraph", [body, beforeText, "<w:p/>$1"]],
  ["word-paragraph-is-not-empty", "a paragraph of blanks", [body, beforeText, `${plain("   ")}$1`]],
  [
    "word-tabs-have-stops",
    "tabs without stops",
    [body, "It was dredged.", "It was</w:t><w:tab/><w:tab/><w:t>dredged."],
  ],
  [
    "word-blanks-do-not-lay-out",
    "a row of blanks",
    [body, "It was dredged.", "It was          dredged."],
  ],
  [
    "word-lists-are-lists",
    "a typed list",
    [body, beforeText, `${plain("- dredging")}${plain("- marking")}$1`],
  ],
  [
    "word-lists-are-lists",
    "a typed list of numbers",
    [body, beforeText, `${plain("1. dredging")}${plain("2. marking")}$1`],
  ],
  [
    "word-text-has-contrast",
    "pale text",
    [body, /<w:r>(<w:t[^>]*>It was dredged)/, '<w:r><w:rPr><w:color w:val="AAAAAA"/></w:rPr>$1'],
  ],
  [
    "word-text-has-contrast",
    "text on a dark cell",
    [body, /(<w:tcPr><w:tcW [^>]*>)/, '$1<w:shd w:val="clear" w:color="auto" w:fill="101010"/>'],
    [body, /(<w:tc>(?:(?!<w:r>).)*<w:r>)/, '$1<w:rPr><w:color w:val="333333"/></w:rPr>'],
  ],
  [
    "word-text-has-contrast",
    "highlighted text",
    [
      body,
      /<w:r>(<w:t[^>]*>It was dredged)/,
      '<w:r><w:rPr><w:color w:val="FFFFFF"/><w:highlight w:val="yellow"/></w:rPr>$1',
    ],
  ],
  [
    "word-text-is-not-only-in-header",
    "an address in the header alone",
    [
      "word/header1.xml",
      /<\/w:p><\/w:hdr>/,
      "<w:r><w:t>Quay Street, Port Office, second floor</w:t></w:r></w:p></w:hdr>",
    ],
  ],
];

const listed = faults.map(([rule, name, ...changes]) => ({ rule, name, changes }));

describe("the checker finds", () => {
  test.each(listed)("$rule: $name", async ({ rule, changes }) => {
    const found = rulesOf(await broken(...changes));
    expect(found).toContain(rule);
    // Nothing else is broken by it, but what goes with it.
    expect(new Set(found).size).toBeLessThanOrEqual(2);
    expect(explain(rule)).toBeDefined();
  });
});
