import { open } from "../docx/support.ts";
import type { XmlElement } from "../docx/xml.ts";
import { all, attributeOf } from "../docx/xml.ts";
import type { Outline } from "./outline.ts";
import { byLanguage, plain, wordsOf } from "./outline.ts";
import type { Paragraph, WordReader } from "./word-reader.ts";
import { createReader } from "./word-reader.ts";

/** The outline of a Word file by its paragraphs, styles and numbering. */
export function wordOutline(bytes: Uint8Array): Outline {
  const file = open(bytes);
  const reader = createReader(file);
  const body = file.part("word/document.xml").children[0];
  if (body === undefined) throw new Error("A Word file without a body.");
  const whole = reader.paragraphs(body);
  const end = whole.findIndex(
    ({ style, text }) => style === "SlideTitle" && /^(Speaking notes|Notes de)/.test(text),
  );
  const shown = (end < 0 ? whole : whole.slice(0, end)).filter(
    ({ style }) => !/^(TOC\d|TableofFigures)$/.test(style),
  );
  const notes = notesOf(file, reader);
  const inNotes = notes.flat();
  return {
    words: shown.flatMap(({ text }) => wordsOf(text)),
    headings: shown
      .filter(({ level, text }) => level !== undefined && text !== "")
      .map(({ level, text }) => `${level} ${text}`),
    items: [...shown, ...inNotes].flatMap((each) =>
      each.label === undefined ? [] : [`${each.depth} ${each.label} ${each.text}`.trim()],
    ),
    tables: tablesOf(body).map((table) => cellsOf(table, reader)),
    links: [
      ...shown.flatMap(({ element }) => linksOf(element, reader, "document")),
      ...inNotes.flatMap(({ element }) => linksOf(element, reader, "footnotes")),
    ].filter((link) => !link.startsWith(" ->")),
    notes: notes.map((note) => plain(note.map(({ text }) => text).join(" "))),
    captions: shown.filter(({ style }) => /Caption/.test(style)).map(({ text }) => text),
    pictures: all(body, "wp:docPr").flatMap(
      ({ attributes }) => plain(attributes["descr"] ?? "") || [],
    ),
    contents: whole
      .filter(({ style }) => /^(TOC\d|TableofFigures)$/.test(style))
      .map(({ text }) => text.replaceAll(" ", "")),
    languages: byLanguage(shown.flatMap(({ element }) => spoken(element))),
  };
}

/** Tables of the text, nested ones after theirs; quick facts are a list in the PDF. */
function tablesOf(body: XmlElement): readonly XmlElement[] {
  return all(body, "w:tbl").filter((table) => attributeOf(table, "w:tblStyle") !== "DossierFacts");
}

function cellsOf(table: XmlElement, reader: WordReader): readonly (readonly string[])[] {
  const look = all(table, "w:tblLook")[0]?.attributes ?? {};
  const rows = table.children.filter(({ name }) => name === "w:tr");
  const placed = rows.map((row) => {
    let column = 0;
    return row.children
      .filter(({ name }) => name === "w:tc")
      .map((cell) => {
        const properties = cell.children.find(({ name }) => name === "w:tcPr") ?? cell;
        const columns = Number(attributeOf(properties, "w:gridSpan") ?? 1);
        const merge = all(properties, "w:vMerge")[0];
        const at = column;
        column += columns;
        const goesOn = merge !== undefined && merge.attributes["w:val"] !== "restart";
        return { cell, at, columns, goesOn };
      });
  });
  return placed.map((cells, row) =>
    cells
      .filter(({ goesOn }) => !goesOn)
      .map(({ cell, at, columns }) => {
        let height = 1;
        while (placed[row + height]?.some((below) => below.goesOn && below.at === at)) height += 1;
        const heads =
          all(rows[row] ?? table, "w:tblHeader").length > 0 ||
          (at === 0 && look["w:firstColumn"] === "1");
        const span = `${columns}x${height}`;
        const text = plain(
          reader
            .paragraphs(cell)
            .map((each) => each.text)
            .join(" "),
        );
        return [heads ? "TH" : "TD", ...(span === "1x1" ? [] : [span]), text].join(" ").trim();
      }),
  );
}

function linksOf(
  paragraph: XmlElement,
  reader: WordReader,
  part: "document" | "footnotes",
): readonly string[] {
  return all(paragraph, "w:hyperlink").map((link) => {
    const id = link.attributes["r:id"];
    const target = id === undefined ? "#" : reader.target(id, part);
    return `${plain(reader.text(link))} -> ${target}`;
  });
}

/** The paragraphs of each note, in the order in which the text names them. */
function notesOf(
  file: ReturnType<typeof open>,
  reader: WordReader,
): readonly (readonly Paragraph[])[] {
  const body = file.part("word/document.xml");
  const notes = all(file.part("word/footnotes.xml"), "w:footnote");
  const order = all(body, "w:footnoteReference").map(({ attributes }) => attributes["w:id"]);
  return order.flatMap((id) =>
    notes
      .filter(({ attributes }) => attributes["w:id"] === id)
      .map((note) => reader.paragraphs(note)),
  );
}

function spoken(paragraph: XmlElement): readonly (readonly [string, string])[] {
  return all(paragraph, "w:r").flatMap((run): readonly (readonly [string, string])[] => {
    const said = all(run, "w:lang")[0]?.attributes;
    const language = said?.["w:val"] ?? said?.["w:eastAsia"] ?? said?.["w:bidi"];
    const text = all(run, "w:t")
      .map((each) => each.text)
      .join(" ");
    return language === undefined ? [] : [[language, text]];
  });
}
