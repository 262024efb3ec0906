/** Rules of what a source says, each with why it is there and what to do. */
export const modelRules: Readonly<Record<string, string>> = {
  "attribute-is-known":
    "An attribute in braces must be one that the program knows, so that a slip such as `anex=` does not silently do nothing. Similar names are suggested; take away what is not meant.",
  "brief-is-shorter":
    "A shorter wording must be shorter than the text that it stands for. Shorten it, or take it away: without one the text itself is printed.",
  "brief-is-verbatim":
    "A shorter wording is made of sentences or clauses of its text, word for word and in order, so that no product says what the source does not. Copy the words from the text, or change the text.",
  "brief-stands-once":
    "A text has one shorter wording for each kind of product. Join the two, or give them different kinds.",
  "class-is-known":
    "A class in braces, such as `.key` or `.initiative`, must be a mark or a record type. Similar names are suggested; a type of your own is declared under `records:` in dossier.yaml.",
  "container-is-known":
    "A container `:::name` must be one that the program or the template knows; what stands in it is printed all the same. Mend the name.",
  "date-is-known":
    "A date is written as exactly as it is known: 2009, 2010-11, 2010-11-14, 2012-23 for a fall, or two of them with a slash between. Days that no calendar has are refused.",
  "dates-are-tied-to-facts":
    "A date in the text that is not tied to a record cannot be checked and may go stale. Link it: `[29 August 2011](fact:first-2plus2.date)`.",
  "deck-has-one-outcomes-slide":
    "A deck says once what is wanted of its readers. Give `role=outcomes` to one slide only.",
  "fact-agrees":
    "Words that are tied to a record by a `fact:` link must agree with it: a date must be that of the record or a wider one, other words must be the same. Either the text or the record is wrong; the message gives both places.",
  "field-has-its-type":
    "The value of a field must be of the type that the record type says: a date, a number, one of a list of words, the id of another record. The message says which.",
  "field-is-given":
    "A record needs the fields that its type marks as needed. Add the field, or a column for it in the table.",
  "field-is-known":
    "A record has the fields of its type and no others, so that a mistyped name is not lost. Similar names are suggested.",
  "head-field-is-known":
    "The head of a source has known fields; those of one product stand under its kind. Similar names are suggested.",
  "heading-levels-are-consecutive":
    "A heading is one level below the section that it stands in, never two, since readers with a screen reader find their way by levels (PDF/UA-1, 7.4.2). The document closes the gap; mend the number of `#`.",
  "id-is-unique":
    "An id names one thing. The message gives both places; rename one of them and what refers to it.",
  "id-is-well-formed":
    "An id is small letters, digits and hyphens, and begins with a letter: `first-2plus2`.",
  "image-is-rgb": "PDF/A with an sRGB profile cannot hold a CMYK picture. Convert it to RGB.",
  "image-is-sound": "The data of a picture must be whole. Save it again from its original.",
  "language-is-known":
    "A language is a tag of BCP 47 such as en-CA or fr-CA: it decides how words are divided and how a screen reader says them.",
  "markdown-is-readable":
    "A stretch of the source asks more of the Markdown reader than any real text does; it is printed as it stands. Divide the paragraph, or take away the marks that nothing closes.",
  "marks-are-few":
    "A paragraph has so many brackets, stars or backticks that reading them would take too long; they are printed as they stand. Divide the paragraph.",
  "nesting-is-shallow":
    "Lists and quotes within each other go down to a limit that no readable text reaches; what is deeper is printed as text. Flatten the list.",
  "product-is-known":
    "A kind named in `kind=` or `annex=` must be a template: fact-sheet, briefing-note, slides, report, or one of your own.",
  "record-has-title":
    "A record has a title: the bold words of an item, or the column named like the type in a table. Without it nothing can be printed of it.",
  "record-stands-once":
    "A fact is recorded in one place; two records with the same words drift apart. Keep one and refer to it.",
  "record-type-is-known":
    "`{records=TYPE}` and conditions name a record type. The usual ones are initiative, commitment, event, quick-fact, acronym, person and partner; others are declared in dossier.yaml.",
  "reference-resolves":
    "What refers to something by its id, such as `detail=`, `since=` or a `fact:` link, must find it. Similar ids are suggested.",
  "role-is-known":
    "A section's role is purpose, summary, background, considerations, recommendation or next; a template of your own may use others.",
  "selection-is-well-formed":
    "A selection is ids, record types, or types with a condition, parted by commas: `event[standing=planned],commitment[due]`.",
  "setting-has-its-shape":
    "A setting takes a text, a list or a map of fields, as the message says. Look at its indentation too: in YAML, blanks at the start of a line decide what belongs together.",
  "setting-is-given":
    "A setting that is needed is missing. Add it to the file that the message names.",
  "setting-is-known":
    "dossier.yaml has known settings, so that a slip is not overlooked. Similar names are suggested.",
  "setting-is-one-of": "A setting takes one of a few words. The message lists them.",
  "slide-heading-is-unique":
    "Each slide has a heading of its own, since readers find their way by them. Say what this slide adds.",
  "slide-layout-is-known":
    "A slide's layout is title, statement, text, cards, timeline, two-column, list, table, image or section.",
  "standing-agrees":
    "An event that is past cannot lie after the date that stands for today, nor a planned one before it. Change the standing, the date, or `as-of` in the head.",
  "text-follows-its-heading":
    "Text after a container that holds sections belongs to none of them, so it is printed before them. Move it above the container, or into it.",
  "yaml-aliases-are-few":
    "A YAML file repeats values by aliases so often that it would fill the memory. Write the values out.",
  "yaml-has-no-tags": "YAML tags such as `!!js` are not read: settings are texts, lists and maps.",
  "yaml-is-one-document": "A settings file is one YAML document. Take away the second `---`.",
  "yaml-is-shallow": "Maps and lists within each other go down to 64 levels.",
  "yaml-is-well-formed":
    "The YAML cannot be read at this place. Often a colon in a text wants quotes, or the indentation is uneven.",
  "yaml-keys-are-unique":
    "A name stands once in a map; the second would silently win. Rename or join them.",
};
