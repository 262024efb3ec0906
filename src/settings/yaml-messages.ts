/** What the library says about YAML, in words for those who do not know YAML: a message and hints. */
export function wordsFor(
  code: string,
  message: string,
): readonly [message: string, ...hints: string[]] {
  for (const [pattern, ...words] of patterns) {
    if (message.includes(pattern)) return words;
  }
  return messages[code] ?? [`This cannot be read as YAML: ${plain(message)}.`];
}

/** Whether the library means a quotation mark or a bracket without its partner, whose place it gives as the end of the text. */
export function isUnclosed(message: string): boolean {
  return message.includes("Missing closing") || message.includes("and end with a");
}

type Words = readonly [message: string, ...hints: string[]];

const quotes = "Put the whole value between quotes if it is text.";

const messages: Readonly<Record<string, Words>> = {
  BLOCK_AS_IMPLICIT_KEY: ["A second colon makes this value look like a map.", quotes],
  BAD_SCALAR_START: ["A value cannot begin with this character.", quotes],
  TAB_AS_INDENT: ["This line is indented with a tab.", "Indent it with spaces."],
  BAD_INDENT: [
    "The indent of this line does not agree with the lines above.",
    "Give names that belong together the same number of spaces.",
  ],
  MULTILINE_IMPLICIT_KEY: ["A name must stand on one line.", "Write `name: value`."],
  BAD_DQ_ESCAPE: [
    "A backslash in double quotes begins an unknown escape.",
    "Use single quotes, or write the backslash twice.",
  ],
  TAG_RESOLVE_FAILED: ["Tags, which begin with an exclamation mark, are not used here.", quotes],
  BAD_COLLECTION_TYPE: ["Tags, which begin with an exclamation mark, are not used here.", quotes],
  BAD_ALIAS: ["An anchor or alias needs a name of letters and digits.", quotes],
  BAD_DIRECTIVE: ["A line that begins with % is not used here.", "Remove it."],
};

const patterns: readonly (readonly [pattern: string, ...Words])[] = [
  ["Missing closing", "A quotation mark is not closed.", "Add the closing quotation mark."],
  [
    "Implicit map keys need",
    "A colon is missing after this name.",
    "Write `name: value`, with a space after the colon.",
  ],
  ["and end with a", "A list or map between brackets is not closed.", "Close it with ] or }."],
  ["flow map", "A map between braces is not closed or lacks a comma.", quotes],
  ["flow sequence", "A list between brackets is not closed or lacks a comma.", quotes],
  ["flow collection", "A list or map between brackets is not closed or lacks a comma.", quotes],
  [
    "at node end",
    "Something follows the closing quotation mark of this value.",
    'Put the whole value between quotes; within double quotes write \\" for a quotation mark.',
  ],
  [
    "same column",
    "The items of a list do not stand under each other.",
    "Indent each `-` by the same number of spaces.",
  ],
];

function plain(message: string): string {
  const trimmed = message.replace(/[.:\s]+$/, "");
  return trimmed.charAt(0).toLowerCase() + trimmed.slice(1);
}
