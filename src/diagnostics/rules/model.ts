/** What the rules of the model, the head and dossier.yaml ask for, for `dossier explain`. */
export const modelRules: Readonly<Record<string, string>> = {
  "attribute-is-known":
    "Names like `kind=` and `from=` between braces tell the program what a heading, a container or a slide is for, or how a table looks. One that it does not know has no effect, which is seldom what was meant. Correct the name; the hint gives those that are close.",
  "brief-is-shorter":
    "A brief is a shorter wording of a block. This one has all of its words, so that it does nothing. Remove it, or leave something out.",
  "brief-is-verbatim":
    "A brief says less than its block, never something else: it is made of whole sentences or clauses of it, word for word and in the same order. When the block is changed the brief must follow, and this rule is how you notice.",
  "brief-stands-once":
    "A block has at most one shorter wording for each kind of product. Of two, nobody could say which is printed. Keep one, or give them different kinds.",
  "class-is-known":
    "A name with a dot between braces, such as `.key`, marks a paragraph or item, or makes an item a record of that type. One that is not known has no effect. Correct it, or add the record type to dossier.yaml.",
  "container-is-known":
    "A container `:::name` either says what products take from the text (`only`, `brief`, `slide`, `notes`) or how a part of it looks. A name that is neither prints as a plain group, and one that is nearly `notes` or `brief` would print what was not meant for readers. Correct the name.",
  "date-is-known":
    "A date is written as exactly as it is known, largest part first: `2009`, `2010-11`, `2010-11-14`, a season as `2012-21` (spring) to `2012-24` (winter), or two of them with `/` between. This is ISO 8601-2, so that nobody has to guess which number is the month. The day must be in the calendar, and an end must not come before its start.",
  "dates-are-tied-to-facts":
    "This source ties its dates to records by links to `fact:`, so that a wrong date stops the build. This one is not tied to anything, and nobody would notice. Link it to the record of what happened then, or record it.",
  "deck-has-one-outcomes-slide":
    "One slide says what is sought from the meeting, and has the role outcomes. With two of them the reader does not know which is meant. Leave the role to one.",
  "fact-agrees":
    "The words of a link to `fact:` print as they are written, and must agree with the record: a date with the same or a wider one (the year may be left out), a name with the title. One of the two is wrong. The message says where the record stands; mend whichever is at fault.",
  "field-has-its-type":
    "A field of a record is a number, or one of a few values, as its type says. Correct the value; the hint names what it can be.",
  "field-is-given":
    "A record of this type cannot do without this field: an event without a date cannot be put in order. Give the field in braces, or fill the column of the table.",
  "field-is-known":
    "The fields of a record are those of its type. A misspelt one would be lost without a word. Correct its name, or add the field to the record type in dossier.yaml.",
  "head-field-is-known":
    "The head between the lines `---` has a set of fields that the shipped products read; those of one product stand under the name of its kind. Another is a warning: it may be meant for another program, or for a template of your own. It is an error when it resembles one whose loss would be grave, such as a misspelt `classification`, which would leave a product unmarked.",
  "heading-levels-are-consecutive":
    "A heading with `##` is followed by one with at most `###`: readers who hear the text, and PDF/UA, count on it (ISO 14289-1, 7.4.2). The heading was printed one level below the last one. Write it with the number of marks that the hint says.",
  "id-is-unique":
    "An id names one thing, so that references and links to it are clear. Here it is given a second time, which was ignored. Give one of the two another id.",
  "id-is-well-formed":
    "An id begins with a small letter and has small letters, digits and hyphens, so that it can stand in a selection, an address and a bookmark. It must not be the name of a record type, since a selection could mean either.",
  "image-is-rgb": "PDF/A with an sRGB profile cannot hold a CMYK picture. Convert it to RGB.",
  "image-is-sound": "The data of a picture must be whole. Save it again from its original.",
  "language-is-known":
    "A language is named by its code, with a country where that matters: `en`, `en-CA`, `fr-CA`. Texts in two languages stand under `en:` and `fr:`.",
  "markdown-is-readable":
    "A stretch of the source asks more of the Markdown reader than any real text does; it is printed as it stands. Divide the paragraph, or take away the marks that nothing closes.",
  "marks-are-few":
    "A paragraph has so many brackets, stars or backticks that reading them would take too long; they are printed as they stand. Divide the paragraph.",
  "nesting-is-shallow":
    "Lists and quotes within each other go down to a limit that no readable text reaches; what is deeper is printed as text. Flatten the list.",
  "product-is-known":
    "A product kind is the name of a template folder: fact-sheet, briefing-note, slides, report, or one of the project's own. Text for a kind that does not exist would be printed nowhere. Correct the name.",
  "record-has-title":
    "Every record has a title, by which it is printed and spoken of: the bold words of an item, or the column that is named like the record type. Add it.",
  "record-stands-once":
    "A fact is recorded once. Two records of one type with the same title would be counted and listed twice. Remove one, or say in the titles how they differ.",
  "record-type-is-known":
    "A record type says which fields its records have. This one is neither among the usual ones nor among those of dossier.yaml. Correct its name, or add it under `records:`.",
  "reference-resolves":
    "A reference names the id of something that is there, and of the kind that is needed: an event for `since=`, a section for `detail=`. This one leads nowhere, or to something else. Correct the id; the hint gives those that are close.",
  "role-is-known":
    "The role of a section says where it stands in a briefing note, that of a slide what it is for. This one is close to a usual role, but not the same. Correct it, unless a template of your own asks for it.",
  "selection-finds-something":
    "A selection that finds nothing would print an empty place. Either the condition is mistyped, or the records are missing. Correct one of them.",
  "selection-is-well-formed":
    "A selection is a list, parted by commas, of ids, record types, and record types with a condition: `p-values,event[standing=past],commitment[due]`. In braces it takes quotes when it has blanks or `=`.",
  "setting-has-its-shape":
    "A setting is a text, a list or a map of names and values, as the documentation of dossier.yaml and of the head says. Write it in the shape that the message asks for.",
  "setting-is-given":
    "A target of dossier.yaml says at least which kind of product to make. Add the setting that the message names.",
  "setting-is-known":
    "dossier.yaml has a fixed set of settings, so that a misspelt one is noticed. Correct the name; the hint gives all of them.",
  "setting-is-one-of": "This setting takes one of a few values. Correct it; the hint names them.",
  "slide-heading-is-unique":
    "Slides are found and spoken of by their headings, so no two of a deck have the same one. Say in each what is new on the slide.",
  "slide-layout-is-known":
    "The layout of a slide is one of a few: title, statement, text, cards, timeline, two-column, list, table, section, image. Correct the name.",
  "slide-overflow-is-known":
    "What a slide does with more than it has room for is one of three: split (the rest goes to another slide), fit (the text is set smaller, down to a floor), error (no file is made). Correct the name.",
  "slide-shows-something":
    "A slide shows what its `from=` chooses, or the text that stands in it. This one has neither. Add one of them; a slide with a heading alone has the layout section.",
  "standing-agrees":
    "What is said to be past began before the as-of date, and what is planned is not over by then. Mend the date, or the standing; with a later as-of date a plan may have become a fact.",
  "text-follows-its-heading":
    "An `only` container may hold whole sections. Text that follows it belongs to the section around the container, and a section prints its own text before its subsections, so that this text moves up. Give it a heading of its own, or place it before the container.",
  "yaml-aliases-are-few":
    "Aliases (`*name`) repeat what an anchor (`&name`) marks. A few lines of them can stand for billions of values, so there is a limit. Write the values out.",
  "yaml-has-no-tags":
    "Settings are texts, lists and maps, so tags such as `!date` have no use here and are not followed. Put the value in quotes if the exclamation mark belongs to it.",
  "yaml-is-one-document":
    "A settings file holds one document. What follows a line `---` or `...` in it is not read. Remove that line, or move the rest to a file of its own.",
  "yaml-is-shallow":
    "No settings need values that are nested dozens deep; a file that does is a mistake or an attack. Write it with fewer maps and lists within each other.",
  "yaml-is-well-formed":
    "Settings are written as `name: value`, one a line, with what belongs together indented by the same number of spaces. A value with a colon and a space in it, or one that begins with a mark such as @ or *, takes quotes. What could be read was used; mend the line that the message names.",
  "yaml-keys-are-unique":
    "A name is given once in a map; of two values nobody could say which is meant. The first was used. Remove one of them.",
};
