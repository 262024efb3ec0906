import type { Explanation } from "../explanation.ts";

/** Rules of src/source: what a text file and its Markdown should be. */
export const sourceRules: Readonly<Record<string, Explanation>> = {
  "container-is-closed": {
    text:
      'A container opens with ":::name" and ends at the next ":::" on a line of its own that is not taken by a ' +
      "container within. Without one it holds everything up to the end of the text, or of the item or quote it stands in.",
    wrong: ":::only{kind=slides}\n\nFor the deck.\n\n## Next section",
    right: ":::only{kind=slides}\n\nFor the deck.\n\n:::\n\n## Next section",
  },
  "container-is-well-formed": {
    text:
      "A line of three colons and a name opens a container. A label in brackets and attributes in braces may follow, and " +
      "nothing else; there is no blank between the colons and the name. Other lines are printed as they stand.",
    wrong: "::: note Mind the date",
    right: ":::note[Mind the date]{.small}",
  },
  "fence-closes-a-container": {
    text:
      'A line ":::" closes the innermost open container. When none is open, the line is printed. Often a container above ' +
      "was closed twice, or its opening line has a mistake.",
    wrong: ":::note\n\ntext\n\n:::\n:::",
    right: ":::note\n\ntext\n\n:::",
  },
  "footnote-does-not-hold-itself": {
    text: "A note that refers to itself, or to a note that refers back, would never end. The reference is printed as text.",
    wrong: "[^a]: See note [^a].",
    right: "[^a]: See above.",
  },
  "footnote-is-defined": {
    text:
      'A reference "[^name]" needs a line "[^name]: text" at the start of a line somewhere in the source. Without one it ' +
      "is printed as it stands.",
    wrong: "As agreed.[^1]",
    right: "As agreed.[^1]\n\n[^1]: In the exchange of notes.",
  },
  "footnote-is-defined-once": {
    text: "When two notes have one name, every reference means the first, and the text of the second is printed nowhere.",
    wrong: "[^1]: First.\n\n[^1]: Second.",
    right: "[^1]: First.\n\n[^2]: Second.",
  },
  "footnote-is-referred-to": {
    text: "A note is printed where it is referred to. A note without a reference is printed nowhere.",
    wrong: "As agreed.\n\n[^1]: In the exchange of notes.",
    right: "As agreed.[^1]\n\n[^1]: In the exchange of notes.",
  },
  "footnotes-are-few": {
    text:
      "Notes may refer to notes, and each reference stands for the whole note. When that makes a text of more than a " +
      "million parts, further references are printed as text.",
  },
  "footnotes-are-shallow": {
    text: "Notes may refer to notes, 20 within each other. Deeper references are printed as text.",
  },
  "front-matter-is-closed": {
    text:
      'The head of a source stands between two lines "---", the first of them the first line of the file. Without the ' +
      "second the head cannot be told from the text, and all of it is printed.",
    wrong: "---\ntitle: Relations\n\n# Relations",
    right: "---\ntitle: Relations\n---\n\n# Relations",
  },
  "front-matter-is-yaml": {
    text:
      'The head of a source is YAML between two lines "---": a name, a colon and a value on each line. What other programs ' +
      "write there in TOML is not read, so its title, date and language would be missing without a word.",
    wrong: '+++\ntitle = "Relations"\n+++',
    right: "---\ntitle: Relations\n---",
  },
  "html-can-be-printed": {
    text:
      "Documents are made as PDF and Word. Scripts, style sheets, frames, drawings, sound and film in HTML have no place " +
      "there, so that such an element is left out with what it holds.",
    wrong: '<iframe src="https://example.org/map"></iframe>',
    right: "[Map](https://example.org/map)",
  },
  "html-has-meaning": {
    text:
      "Documents are made as PDF and Word, not only for the web. HTML's headings, paragraphs, lists, tables, quotations, " +
      "pictures and links, and its elements for words, are read as what they mean. Tags of forms, and tags of blocks in " +
      "the middle of a line, have no meaning: what they hold is printed, they are not.",
    wrong: "Use the <table> element.",
    right: "Use the \\<table> element.",
  },
  "markdown-is-readable": {
    text:
      "A stretch of the source was nested or mixed in a way that exhausts the parser. Its text is printed as it stands, " +
      "each group of lines a paragraph. Texts that people write do not come near this.",
  },
  "marks-are-few": {
    text:
      "Each mark of emphasis, link or code may belong to any other in its paragraph, so that many thousands of them would " +
      "take minutes to read. The first thousand count; further ones are printed as text. Blank lines begin a new count.",
  },
  "blocks-are-few": {
    text:
      "Nested lists and quotes, and what stands in one container, are read together, and the time grows with the square " +
      "of their number. The first three thousand are read as Markdown; the rest is printed as plain text.",
  },
  "paragraphs-are-short": {
    text:
      "The time for a paragraph can grow with the square of its lines. One of more than five thousand is most likely a " +
      "file of another kind; the rest of it is printed as plain text.",
  },
  "nesting-is-shallow": {
    text:
      "Lists and quotes may stand 50 deep in each other and containers 8 deep; no reader could follow more. The marks of " +
      "deeper ones are printed as text. Often a container above was never closed.",
  },
  "row-fits-its-table": {
    text:
      "The head of a table says how many columns it has. A row may have fewer cells, but what stands in further ones has no " +
      "column. Often a bar that is text was not escaped.",
    wrong: "| Term | Meaning |\n| --- | --- |\n| a|b | either |",
    right: "| Term | Meaning |\n| --- | --- |\n| a\\|b | either |",
  },
  "source-has-no-nul": {
    text:
      "A NUL character has no place in a text; most often the file is not a text at all, or was cut short by a program. " +
      'Each is shown as "\uFFFD".',
  },
  "source-is-of-readable-size": {
    text:
      "A source of more than 50 million bytes is refused: it would make some 15,000 pages. Most often the file is not the " +
      "one that was meant.",
  },
  "source-is-utf-8": {
    text:
      "Sources are read as UTF-8, the encoding that every editor offers. UTF-16 is read when the file begins with a byte " +
      "order mark. Anything else would have to be guessed, so characters that cannot be read are an error.",
  },
};
