/** What the rules of the template engine ask for, for `dossier explain`. */
export const templateEngineRules: Readonly<Record<string, string>> = {
  "template-parses":
    "A template is written in Handlebars: {{field}}, {{#if field}}…{{/if}}, {{> partial}}. The text at this place is none of that, so that the file could not be read and prints nothing. Mend the braces or the closing tag that is named; a brace of Markdown beside those of the template needs a blank between: {#{{id}} }.",
  "template-is-small":
    "A template file holds at most 1,048,576 characters, and its blocks and parentheses stand at most 100 deep within each other, each `else if` counted. Divide it into partials, or let the data say what the conditions say.",
  "template-helper-exists":
    "A name with values behind it, or after {{#, must be one of the helpers: if, unless, each, with, lookup, eq, ne, gt, ge, lt, le, and, or, not, default, count, join, plural, upper, lower. Correct the name. A field is no block by itself: write {{#if field}}, {{#each field}} or {{#with field}}.",
  "template-helper-arguments-fit":
    "A helper or partial was called with values that it cannot use: too many, too few, of another kind, or with a block that it does not take. The hint shows the form; write the call like that.",
  "template-field-exists":
    "A template can only print fields that the data declare; a mistyped name would otherwise leave a silent gap. Correct the name, or begin further out with `../` or `@root.`. A declared field that is empty prints nothing and is no fault.",
  "template-partial-exists":
    "{{> name}} prints the file `name` among the partials, or an inline partial that is defined around the call. There is none of that name. Correct the name, add the file, or give a fallback: {{#> name}}…{{/name}}.",
  "template-value-is-printable":
    "Texts, numbers, yes and no, and content of the source can be printed; a list or a record cannot, since it has no one form. Print its fields, go through a list with {{#each list}}, or join it with {{join list}}.",
  "template-values-are-not-pasted":
    "Triple braces would paste a value into the Markdown, where a mark in it could change the document. Write two braces: values keep their own markup and stand exactly as they are.",
  "template-ends":
    "A template may take a fixed number of steps, write a fixed number of characters and nest its partials and blocks to a fixed depth, counted and not timed, so that it stops at the same place everywhere. Look for a partial that calls itself without a condition, or for loops within loops over long lists.",
  "markup-has-a-place":
    "Code, addresses, titles, alternative texts, attributes, ids and classes hold plain text. A value with markup was printed there and only its words are left. Print a plain field at this place.",
  "blocks-stand-alone":
    "A value of paragraphs, lists or tables was printed in the middle of a line, which had to be cut in two around it. Print the value on a line of its own.",
  "blocks-need-room":
    "A heading, a table cell or a line of text holds running text only. Several blocks were printed there and their texts were run together. Print a shorter field, or print this value on a line of its own.",
  "headings-nest-six-deep":
    "Headings of a printed value stand under the nearest heading of the template, and Markdown has six levels. The deepest ones were kept at the sixth. Print the value under a higher heading.",
  "heading-has-words":
    "A heading of the template prints only values, and they are empty, so that it was left out with its id. Put the heading and what it heads between {{#if field}} and {{/if}}.",
  "links-do-not-nest":
    "A value with a link was printed inside a link of the template. The outer link stays and the inner one gives its text. Print a plain field inside the link.",
  "id-names-one-thing":
    "An id may name one thing in a document, or links to it could not be followed. The second thing lost its id. Give one of the two another; in a loop, print an id that differs each time. The same thing printed twice keeps its id at the first place without a word.",
};
