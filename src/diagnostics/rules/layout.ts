/** What the rules of layout ask for, for `dossier explain`. */
export const layoutRules: Readonly<Record<string, string>> = {
  "content-fits":
    "Everything on a page stands within its frame: type never shrinks and nothing is cut off. What can be parted goes on in the next column or page. This cannot: a box beside the text, running text in a header or footer, an image with its caption. Shorten it or divide it. A side box that is too high is set in the text instead.",
  "slide-fits":
    "A slide is one page. Its text was tried at all sizes that the layout allows and still has no room. With `overflow=split`, which is usual, the rest stands on a further slide with the same title, and where running text is parted a warning says so; `overflow=fit` sets it smaller, down to a floor; `overflow=error` makes no file. What no slide can hold is always an error. Shorten it, or divide it where the message says.",
  "length-within-budget":
    "The template says how many pages or slides such a document has at most, since its readers have that much time. The document is complete and longer. Move one of the sections that are named to an annex, or shorten it.",
  "page-numbers-settle":
    "A document that prints page numbers of its own parts is set again until they are right, five times at most. Where a number changes a line, which moves the part, which changes the number, there is no end: the last setting is kept, and this says which number is wrong. Change the text before it a little.",
  "frame-exists":
    "A template puts running text (a marking, a footer) into a frame of the page by name, and the theme has no frame of that name, so that it is not printed. Correct the name, or add the frame to theme.yaml.",
};
