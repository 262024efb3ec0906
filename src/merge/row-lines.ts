/**
 * The line on which each row of a CSV file begins, empty lines left out; both count from 1. A quoted cell may go over several lines
 * (RFC 4180, 2.6).
 */
export function rowLines(text: string): readonly number[] {
  const lines: number[] = [];
  let quoted = false;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (!quoted && line.trim() !== "") lines.push(index + 1);
    const marks = line.split('"').length - 1; // a doubled mark leaves the state as it was
    if (marks % 2 === 1) quoted = !quoted;
  }
  return lines;
}
