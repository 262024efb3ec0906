import { expect, test } from "vitest";
import { all } from "../docx/xml.ts";
import {
  apply,
  documentXml,
  paragraph,
  reportOf,
  templateOf,
  usualPart,
  wordNames,
} from "./support.ts";

// Programs write a thing that holds nothing as an empty tag, which has no place within it.
const source = "# The harbour\n\nIt was dredged.\n\n- one\n\n1. two\n";

test("lists go into a part for lists that holds none", async () => {
  const styles = usualPart(
    "word/styles.xml",
    '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>',
    "",
  );
  const applied = await apply(
    source,
    templateOf(undefined, {
      "word/styles.xml": styles,
      "word/numbering.xml": `<?xml version="1.0"?><w:numbering ${wordNames} />`,
    }),
  );
  const numbering = applied.file().part("word/numbering.xml");
  expect(numbering.name).toBe("w:numbering");
  expect(all(numbering, "w:num").length).toBeGreaterThan(0);
});

test("styles go into a part for styles that holds none", async () => {
  const applied = await apply(
    source,
    templateOf(undefined, { "word/styles.xml": `<w:styles ${wordNames}/>` }),
  );
  expect(all(applied.file().part("word/styles.xml"), "w:style").length).toBeGreaterThan(3);
});

test.each(["<w:body/>", "<w:body><w:sectPr/></w:body>", "<w:body><w:sectPr /></w:body>"])(
  "the content goes into %s, with headers and footers of ours",
  async (body) => {
    const xml = documentXml("").replace("<w:body></w:body>", body);
    const file = (await apply(source, templateOf("", { "word/document.xml": xml }))).file();
    const document = file.part("word/document.xml");
    const [holder] = document.children;
    expect(holder?.children.at(-1)?.name).toBe("w:sectPr");
    expect(all(document, "w:footerReference").length).toBeGreaterThan(0);
  },
);

test("a control around an empty paragraph shows its property", async () => {
  const control = `<w:sdt><w:sdtPr><w:tag w:val="dossier-title"/></w:sdtPr><w:sdtContent><w:p w:rsidR="00A1"/></w:sdtContent></w:sdt>`;
  const applied = await apply(await reportOf(source), templateOf(control + paragraph("A")));
  const [first] = all(applied.file().part("word/document.xml"), "w:p");
  expect(first?.attributes["w:rsidR"]).toBe("00A1");
  expect(
    all(first ?? { name: "", attributes: {}, children: [], text: "" }, "w:t").map(
      (each) => each.text,
    ),
  ).toEqual(["The harbour"]);
});
