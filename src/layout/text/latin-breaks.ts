/**
 * Line breaking of Unicode (UAX #14) for Latin text with its punctuation: the same pair table as the package linebreak,
 * cut down to the classes that occur, so that most documents never load the package.
 */

/** Classes in the order of the table. */
const classNames = "OP CL CP QU GL EX SY IS PR PO NU AL IN HY BA BB B2 CB".split(" ");
const letter = 11;
const space = 18;
const forced = 19;
const unknown = 255;

/** Which characters are not letters (AL). */
const members: Readonly<Record<string, string>> = {
  OP: "([{¡¿‚„",
  CL: "}",
  CP: ")]",
  QU: "\"'«»‘’‛“”‟‹›",
  GL: "\u00A0\u2011\u202F",
  EX: "!?",
  SY: "/",
  IS: ",.:;",
  PR: "$+\\£¤¥±€",
  PO: "%¢°‰‱′″‴‵‶‷",
  NU: "0123456789",
  IN: "․‥…",
  HY: "-",
  BA: "|\u00AD‐‒–‧",
  BB: "´",
  B2: "—",
  CB: "\uFFFC",
};

/** By class before and class after: 0 a break, 1 a break if spaces stand between, 4 none. */
const table = [
  "444444444444444444",
  "044114441100111000",
  "044114441111111000",
  "444114441111111111",
  "144114441111111111",
  "044114440000111000",
  "044114440010111000",
  "044114440011111000",
  "144114440011111000",
  "144114440011111000",
  "144114441111111000",
  "144114441111111000",
  "044114440000111000",
  "044104440010111000",
  "044104440000111000",
  "144114441111111110",
  "044114440000111040",
  "044114440000000000",
];

/** The first character of a text or line counts as joined to what would stand before it when it is a space. */
const joinedRow = "144114441111111111";

let classes: Uint8Array | undefined;

/** Calls `take` as `unicodeBreaks` does; false when the text has other characters, and then nothing was taken. */
export function latinBreaks(
  text: string,
  take: (position: number, required: boolean) => void,
): boolean {
  classes ??= classTable();
  const known = classes;
  for (let i = 0; i < text.length; i++) {
    if (classOf(known, text.charCodeAt(i)) === unknown) return false;
  }
  if (text.length === 0) return true;
  let before = classOf(known, text.charCodeAt(0));
  let row = rowAfterStart(before);
  for (let i = 1; i < text.length; i++) {
    const after = classOf(known, text.charCodeAt(i));
    if (row === undefined) {
      take(i, true);
      row = rowAfterStart(after);
    } else if (after === forced) {
      row = undefined;
    } else if (after !== space) {
      const action = row.charCodeAt(after);
      if (action === 0x30 || (action === 0x31 && before === space)) take(i, false);
      row = table[after];
    }
    before = after;
  }
  take(text.length, false);
  return true;
}

/** What may follow the first class of a line; undefined after a forced break. */
function rowAfterStart(first: number): string | undefined {
  if (first === forced) return undefined;
  return first === space ? joinedRow : table[first];
}

function classOf(known: Uint8Array, code: number): number {
  if (code < 0x250) return known[code] as number;
  if (code >= 0x2000 && code < 0x2040) return known[code - 0x2000 + 0x250] as number;
  if (code === 0x20ac) return 8;
  return code === 0xfffc ? 17 : unknown;
}

/** U+0000 to U+024F, then U+2000 to U+203F. */
function classTable(): Uint8Array {
  const made = new Uint8Array(0x250 + 0x40).fill(letter);
  const index = (code: number): number => (code < 0x250 ? code : code - 0x2000 + 0x250);
  made.fill(unknown, 0, 0x20);
  made.fill(unknown, 0x7f, 0xa0);
  made.fill(unknown, index(0x2000), index(0x2010));
  made.fill(unknown, index(0x2028), index(0x2030));
  made.fill(unknown, index(0x203b));
  made[0x20] = space;
  made[index(0x2028)] = forced;
  for (let number = 0; number < classNames.length; number++) {
    for (const character of members[classNames[number] as string] ?? "") {
      const code = character.charCodeAt(0);
      if (code < 0x250 || (code >= 0x2000 && code < 0x2040)) made[index(code)] = number;
    }
  }
  return made;
}
