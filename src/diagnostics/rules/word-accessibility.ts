/** Rules of finished Word files, each with whom it keeps out and what to do. */
export const wordAccessibilityRules: Readonly<Record<string, string>> = {
  "word-file-has-title":
    "A screen reader says the title of a file when it is opened, and a list of files shows it. Without one they say the name of the file. In Word: File, Info, Title.",
  "word-file-has-language":
    "A screen reader speaks a text in the language that the file says. In Word, select all, then Review, Language, Set Proofing Language; mark words of other languages in the same way.",
  "word-headings-are-there":
    "Who cannot see a page goes through it by its headings. A long file without any has to be read from its beginning. Give the headings the styles Heading 1, Heading 2 and so on.",
  "word-headings-are-in-order":
    "A heading of level 3 below one of level 1 sounds as if a part were missing. Go down one level at a time; how large a heading is printed is for its style to say.",
  "word-headings-have-text":
    "An empty paragraph in the style of a heading stands in the list of headings as a blank entry. Delete it, or give it another style.",
  "word-headings-are-styled":
    "Text that is only bold looks like a heading and is none: it is missing in the list of headings and in the table of contents. Give it the style of a heading.",
  "word-table-has-header-row":
    "A screen reader says the head of the column with each cell when the table tells which row is the head. Put the cursor in the first row and choose Table Layout, Repeat Header Rows. In a table whose rows have heads, choose Table Design, First Column, and take the mark from Header Row.",
  "word-table-has-no-merged-cells":
    "In a table with merged cells, readers lose count of the columns. Split the cells, or make two tables of one.",
  "word-table-is-not-nested":
    "A table within a table is read as part of one cell, and hardly anybody finds the way out. Let one follow the other.",
  "word-picture-has-alternative":
    'Of a picture without alternative text, some hear nothing but "picture". Say in a sentence what it shows; mark a picture that shows nothing as decorative.',
  "word-alternative-says-something":
    'A file name, or the word "picture", is no alternative text. Say what a reader would miss without the picture.',
  "word-object-is-in-line":
    "Pictures, text boxes, frames and tables that float beside the text are read before it, after it or not at all. Put pictures in line with the text; let boxes be paragraphs with a border or shading.",
  "word-link-says-where":
    'Many go through a file by its links alone, and hear "here", "here", "here". Let the words of a link name what it leads to.',
  "word-link-leads-somewhere":
    "A link within the file leads to a bookmark, and one to the outside to an address. This one has neither. Make it again, or take it out.",
  "word-paragraph-is-not-empty":
    'Empty paragraphs are read out as "blank", again and again, and distances made of them fall apart on the next page. Delete them, and set the space before and after in the styles.',
  "word-tabs-have-stops":
    "Tabs without stops of their own put text where it happens to fit, and that changes with the font and its size. Set tab stops or an indent in the style; make a table of what stands in columns.",
  "word-blanks-do-not-lay-out":
    "Blanks in a row do not line up in another font, and a screen reader says each. Use a tab with a tab stop, an indent, or a table.",
  "word-lists-are-lists":
    "A list that is made by numbering is announced with the number of its items. One that is typed is a row of paragraphs that begin with a sign. Take the signs out and use the styles List Bullet or List Number.",
  "word-text-has-contrast":
    "Text needs a contrast of 4.5 to 1 to what is behind it (WCAG 2.1, 1.4.3), and 3 to 1 from 18 points, or from 14 in bold. Change the colour in the style.",
  "word-text-is-not-only-in-header":
    "Headers and footers are not read out with the text. What a reader has to know, such as an address, a date or a classification, stands in the text too.",
};
