/** Rules of Word files that others made: templates of an office, and files that are checked. */
export const wordFileRules: Readonly<Record<string, string>> = {
  "word-file-is-sound":
    "The file must be one that Word opens without a question: a .docx or .dotx whose parts are whole. Open it in Word, save it again, and use that file. A file with a password, or one of the old kind (.doc), has to be saved as a Word document first.",
  "word-file-is-safe":
    "A Word file from elsewhere is read within limits: no part outside the package, no document type declaration, no part that unpacks without end, nothing that Word would fetch from somewhere else when the file is opened. Links that a reader clicks are fine. The message names what was found; take it out in Word and save the file again.",
  "word-file-has-no-macros":
    "A document that is sent out must not carry macros, so a template with macros or ActiveX controls is refused. Save it in Word as a template without macros (.dotx).",
  "word-file-is-transitional":
    "Word writes two forms of the same format. The usual one is called Word Document (.docx); Strict Open XML Document has the same ending but other names inside, and the two cannot be mixed. Open the file in Word and save it as Word Document (.docx).",
  "word-template-exists":
    "The Word file that dossier.yaml names under word-template must be a file of the project. The path counts from the project folder.",
  "word-style-exists":
    'A document is put into the office\'s Word template by the names of styles: Title, heading 1, Body Text, List Bullet and so on, which have these English names in every language of Word. Where the template has no style of a name, Dossier\'s own is added, in the fonts, sizes and colours of the template. To use another style of the template, write it under styles: "Quick Fact: Facts of the Office"; to be content with Dossier\'s, write "Quick Fact: own".',
  "word-property-exists":
    "A field { DOCPROPERTY name } of the Word template shows a property of the document. Word prints an error in its place when the document has none of that name. Documents have Title, Subject, Author, Keywords, Status, Classification and FileNumber, as far as the head of the source gives them.",
  "word-template-is-plain":
    "Some things of a Word template hold for that file alone, such as its signature, and are left out of the documents made with it.",
  "word-template-speaks-the-language":
    "What stands in the Word template in another language than the document is read out as if it were in the document's, unless it is marked with its own. Use a template for each language, or mark the text in Word: Review, Language, Set Proofing Language.",
  "word-template-shows-the-marking":
    "In the plain look the classification stands in the header of each page. A Word template has headers of its own, so they must show it: put the field { DOCPROPERTY Classification } there.",
  "word-template-has-no-contents":
    "A table of contents in the Word template is filled with the headings of the document. That fails where other words or pictures stand in its first or last paragraph, or where none of its levels has a heading; then it lists what was there when the template was saved. Give it paragraphs of its own, or update it in Word before the document is sent.",
  "word-template-turns-the-same-way":
    "A Word template keeps the size of its pages. Slides are made for wide pages; on upright ones each stands at the head of a page that stays empty below. Name a template with wide pages for them, or none: word-template with kinds: {slides: none}.",
};
