import { tests } from "commonmark-spec";
import { expect, test } from "vitest";
import type { Block, DocumentTree } from "../../src/document/index.ts";
import { bytesOf, open } from "../docx/support.ts";
import { all } from "../docx/xml.ts";
import { squeezed } from "../layout/support.ts";
import { fromMarkdown, render } from "../pdf/support.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import { tagText } from "../support/pdf/tag-tree.ts";
import { gfmExamples } from "./gfm-examples.ts";

/** An example with the pieces of text that its reference has, in order. */
type Example = {
  readonly name: string;
  readonly markdown: string;
  readonly says: readonly string[];
};

/** 191: parts of a table are no code for being indented; in html.test.ts. 161: what looks like a tag gives the code a language, which is not printed. 626: comments as CommonMark 0.31.2 has them; in html.test.ts. */
const readOtherwise = [161, 191, 626];

const commonMark: readonly Example[] = tests
  .filter(({ number }) => !readOtherwise.includes(number))
  .map(({ number, markdown, html }) => ({
    name: `C${number}`,
    markdown: markdown.replaceAll("→", "\t"),
    says: piecesOf(html.replaceAll("→", "\t")),
  }));
const examples: readonly Example[] = [
  ...commonMark,
  ...gfmExamples.map(({ number, ...rest }) => ({ name: `G${number}`, ...rest })),
];

/** The texts between the tags, and alternative texts. */
function piecesOf(html: string): readonly string[] {
  return html
    .replace(
      /<(script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!][^>]*>/g,
      "",
    )
    .replace(/<img\b[^>]*\balt="([^"]*)"[^>]*>/g, "<i>$1<i>")
    .split(/<\/?[A-Za-z][^<>]*>/)
    .map((piece) => squeezed(decoded(piece)))
    .filter((piece) => piece !== "");
}

function decoded(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

function withoutMarks(text: string): string {
  return text.replace(/[*_`<>]/g, "");
}

const batch = 60;
const batches = Array.from({ length: Math.ceil(examples.length / batch) }, (_, index) =>
  examples.slice(index * batch, (index + 1) * batch),
);

/** One document of many examples, each after a paragraph with its name, so that no example reads another's definitions. */
function documentOf(batchOf: readonly Example[]): DocumentTree {
  const first = fromMarkdown("# Examples\n", "report");
  const content = batchOf.flatMap(({ name, markdown }): readonly Block[] => {
    const { content: own } = fromMarkdown(`# Examples\n\n${markdown}`, "report");
    const mark: Block = {
      kind: "paragraph",
      id: `${name}-mark`,
      children: [{ kind: "text", value: `⟦${name}⟧` }],
    };
    return [mark, ...(named(own.slice(1), name) as readonly Block[])];
  });
  return { ...first, content };
}

/** The same with ids of its own. */
function named(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((item) => named(item, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [
      key,
      (key === "id" || key === "note") && typeof held === "string"
        ? `${name}-${held}`
        : named(held, name),
    ]),
  );
}

/** Names of the examples of which a piece is not in the text, in order. */
function missing(text: string, batchOf: readonly Example[]): readonly string[] {
  const said = squeezed(text);
  return batchOf.flatMap(({ name, markdown, says }) => {
    const start = said.indexOf(`⟦${name}⟧`);
    const rest = said.slice(start + name.length + 2);
    const end = rest.indexOf("⟦");
    const own = end === -1 ? rest : rest.slice(0, end);
    // Within HTML, Markdown is Markdown here: its marks do not count.
    const compared = /<[A-Za-z/!?]/.test(markdown) ? withoutMarks : (words: string) => words;
    const shown = compared(own);
    let at = 0;
    for (const piece of says.map(compared)) {
      const found = shown.indexOf(piece, at);
      if (start === -1 || found === -1) return [`${name}: "${piece}" is not in "${shown}"`];
      at = found + piece.length;
    }
    return [];
  });
}

test.each(batches.map((batchOf) => [batchOf[0]?.name, batchOf] as const))(
  "60 examples from %s on say in PDF and in Word what their references say",
  async (_, batchOf) => {
    const document = documentOf(batchOf);
    const { bytes } = render(document);
    const { tags } = await readPdf(bytes);
    expect(missing(tagText(tags), batchOf)).toEqual([]);
    const word = open(await bytesOf(document)).part("word/document.xml");
    expect(
      missing(
        all(word, "w:t")
          .map(({ text }) => text)
          .join(""),
        batchOf,
      ),
    ).toEqual([]);
  },
);
