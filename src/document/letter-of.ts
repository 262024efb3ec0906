/** The letter of a number in a list of annexes, from 1: A to Z, then AA. */
export function letterOf(number: number): string {
  const before = Math.floor((number - 1) / 26);
  return `${before > 0 ? letterOf(before) : ""}${String.fromCharCode(65 + ((number - 1) % 26))}`;
}
