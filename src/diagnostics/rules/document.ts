/** What the rules of documents, templates' needs and labels ask for, for `dossier explain`. */
export const documentRules: Readonly<Record<string, string>> = {
  "document-has-title":
    "Every document has a title: it names the window, the file in a list, and the first line that a screen reader says (PDF/UA-1, 7.1). Begin the text with a heading `# Title`, or write `title:` in the head.",
  "heading-has-text":
    "A heading without words is a gap for those who move through a text by its headings. Write what the part is about, or remove the heading.",
  "slide-headings-are-unique":
    "Slides are found and spoken of by their headings, so that no two slides of a deck have the same one. Say in each what is new on the slide.",
  "link-address-is-safe":
    "A link leads to an address that begins with `https:`, `http:`, `mailto:` or `tel:`, or to a part of the same text by `#id`. Any other address is not made a link: it could run a program, or lead to a file that the reader does not have. Its words are printed.",
  "column-setting-is-known":
    "A table takes `align=` with one word a column (left, right, centre, decimal) and `widths=` with one a column: a share (`2`), a length (`30mm`, `2cm`, `1in`, `60pt`), a percentage of the whole width (`20%`), bounds (`>=20mm`, `<=60mm`, `20mm..60mm`) or `auto`.",
  "image-size-is-known":
    "An image takes `{width=…}` and `{height=…}`: a length (`60mm`, `2.5cm`, `1in`, `60pt`), pixels of 1/96 inch (`300`, `300px`), or for the width a part of the room there is (`50%`). It keeps its proportions and never outgrows its room.",
  "numbering-is-known":
    "`numbering:` in the head is a number of levels (`2` numbers sections as 1 and 1.1), `none`, or a map with `sections:` (a number) and `captions:` (yes or no).",
  "reference-has-number":
    "A link with `{number}` in its words prints the number of a figure, a table with a caption, a numbered section or an item of a numbered list. Sections are numbered where the head says `numbering:` with the number of levels, as in `numbering: 2`. Where there is no number, the title or the page is printed.",
  "link-target-exists":
    "A link to `#id` needs a part with this id in the same product: a heading's words in small letters with hyphens, or a name given by `{#id}`. What a product leaves out cannot be linked to there. Its words are printed.",
  "image-is-in-the-project":
    "An image is a PNG or JPEG file inside the project folder, named by its path from the source. Addresses of other machines are never fetched, so that a build is the same everywhere; paths out of the project are not read. The alternative text is printed in place of the image.",
  "required-field-is-given":
    'A template says in `template.yaml` which fields of the head it needs. In a draft a missing one prints "to be completed" or is left out, with this warning; a final product cannot be made without it. Write the field in the head, or under the name of the product there.',
  "selection-fits-template":
    "A template says in `template.yaml` how many records of a selection it needs and has room for: three to five quick facts in a fact sheet, for example. Add some to the register, or remove some.",
  "head-choice-is-known":
    "This field of the head takes one of a few values, which `template.yaml` lists. Correct the value; the hint names them.",
  "label-is-translated":
    "A template prints its own words from `labels.en.yaml` and its sisters. A label that is missing in the language of the document is printed in English. Add it to the file that is named.",
  "labels-are-texts":
    "A file of labels holds one label a line, `key: words`. A list or a map cannot be printed as a label.",
  "template-label-exists":
    '`{{label "key"}}` prints words from the template\'s files of labels, and there is none of this key. Correct the key, or add it to `labels.en.yaml` and `labels.fr.yaml`.',
};
