import { expect, test } from "vitest";
import { layOut } from "../../src/layout/index.ts";
import { assetsOf, themeOf } from "../layout/support.ts";
import { checkPdf } from "../support/pdf/check-pdf.ts";
import { readObjects } from "../support/pdf/objects.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import { tagText } from "../support/pdf/tag-tree.ts";
import { fromMarkdown, render } from "./support.ts";

const texts: readonly (readonly [language: string, text: string])[] = [
  ["iu", "ᐃᓄᒃᑎᑐᑦ ᓄᓇᕗᑦ"],
  ["cr", "ᓀᐦᐃᔭᐍᐏᐣ"],
  ["oj", "ᐊᓂᔑᓈᐯᒧᐎᓐ ᢰ"],
  ["hi", "हिन्दी क्षत्रिय"],
  ["th", "ภาษาไทย สวัสดีครับ"],
  ["el", "Ελληνικά ἀρχὴ"],
  ["uk", "Привіт, ґанок"],
  ["vi", "Tiếng Việt có dấu"],
];

test("a script without a font is told once, with its name", () => {
  const document = fromMarkdown("# T\n\n한국어 안녕\n\n안녕 ქართული\n", "report");
  const theme = themeOf("report");
  const told = layOut(document, theme, assetsOf(theme)).diagnostics;
  expect(told.map(({ message }) => /"[^"]*"/.exec(message)?.[0])).toEqual([
    '"Korean"',
    '"Georgian"',
  ]);
});

test.each(texts)("%s needs no font of the reader's own: %s", async (language, text) => {
  const source = `# T\n\n## **${text}**\n\n[${text}]{lang=${language}}\n`;
  const document = fromMarkdown(source, "report");
  const theme = themeOf("report");
  expect(layOut(document, theme, assetsOf(theme)).diagnostics).toEqual([]);
  const { bytes } = render(document);
  expect(await checkPdf(bytes)).toEqual([]);
  const { tags } = await readPdf(bytes);
  expect(tagText(tags)).toContain(text);
});

test("words that run from right to left are read in their order, with their points", async () => {
  const pointed = "בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם";
  const bracketed = "שלום עולם, זה מבחן (סוגריים) עם סוף";
  const { bytes } = render(fromMarkdown(`# T\n\n${pointed}\n\n${bracketed}\n`, "report"));
  const { tags, pages } = await readPdf(bytes);
  expect(tagText(tags)).toContain(pointed);
  expect(tagText(tags)).toContain(bracketed);
  // pdf.js neither turns brackets nor keeps the spaces beside them.
  const read = pages.map(({ text }) => text).join("\n");
  // Points of one letter may change places (UAX #15).
  expect(read.normalize()).toContain(pointed.normalize());
  expect(read).toMatch(/שלום עולם, זה מבחן.{1,3}סוגריים.{1,3}עם סוף/u);
});

test("what Hindi words say is said of whole words, since readers part them where a mark begins", async () => {
  const text = "हिन्दी में किताब, शक्ति और स्थिति।";
  const { bytes } = render(fromMarkdown(`# T\n\n${text}\n`, "report"));
  const { pages, dictionary, array, stream } = await readObjects(bytes);
  const contents = pages.flatMap((page) => {
    const own = dictionary(page)["/Contents"];
    const parts = array(own);
    return parts.length > 0 ? parts : own === undefined ? [] : [own];
  });
  const said = contents.flatMap((content) =>
    [...stream(content).matchAll(/ActualText ?<FEFF([0-9A-F]+)>/g)].map(([, digits = ""]) =>
      (digits.match(/.{4}/g) ?? [])
        .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
        .join(""),
    ),
  );
  expect(said.length).toBeGreaterThan(3);
  const words = text.split(/[ ,।]+/);
  for (const word of said.join(" ").split(" ")) expect(words).toContain(word.replace(/[,।]$/, ""));
});
