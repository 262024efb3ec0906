/** The role of the span that a safe HTML tag stands for. */
export function markOf(tag: string): string {
  switch (tag) {
    case "sup":
      return "superscript";
    case "sub":
      return "subscript";
    case "kbd":
      return "keyboard";
    case "u":
    case "ins":
      return "underline";
    case "abbr":
      return "abbreviation";
    default:
      return tag;
  }
}
