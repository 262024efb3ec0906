/** Marks that can be hidden, each behind a noncharacter of its own from U+FDD0 on: to Markdown those are like letters. */
const marks = ">-+*:.)_~[]<`$";
const firstMask = 0xfdd0;
const noncharacters = /[\ufdd0-\ufdef]/g;

export type Masked = {
  /** As long as the original, and as it is but for what was hidden. */
  readonly text: string;
  /** Puts the hidden marks back in what was parsed; absent when nothing was hidden. */
  readonly unmask?: (value: string) => string;
};

/**
 * The text with the marks at some offsets (ascending) replaced by characters that mean nothing to the parser. Only then
 * are noncharacters that the text already has shown as U+FFFD, since they could not be told from ours.
 */
export function maskMarks(text: string, offsets: readonly number[]): Masked {
  if (offsets.length === 0) return { text };
  const safe = text.replace(noncharacters, "\ufffd");
  const parts: string[] = [];
  let from = 0;
  for (const offset of offsets) {
    const mark = marks.indexOf(safe[offset] ?? "");
    if (mark === -1) throw new Error(`Bug: "${safe[offset]}" cannot be hidden.`);
    parts.push(safe.slice(from, offset), String.fromCharCode(firstMask + mark));
    from = offset + 1;
  }
  parts.push(safe.slice(from));
  return { text: parts.join(""), unmask };
}

function unmask(value: string): string {
  return value.replace(
    noncharacters,
    (character) => marks[character.charCodeAt(0) - firstMask] ?? "",
  );
}
