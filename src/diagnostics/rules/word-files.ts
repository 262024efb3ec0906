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
};
