/** Glyphs that do not say the text they stand for, and what they stand for. */
export type Difference = {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly text: string;
};

/** How far the next agreement of glyphs and text is looked for. */
const reach = 12;

/**
 * Where the text of glyphs, one after another, is not the text of the run: a soft hyphen, capitals, a ligature over a
 * boundary. What all glyphs say, with these in place, is the text, character for character; spaces of all widths are one.
 */
export function differences(
  count: number,
  textOf: (index: number) => string,
  text: string,
): readonly Difference[] {
  let cursor = 0;
  let index = 0;
  while (index < count) {
    const length = agreement(textOf(index), text, cursor);
    if (length === 0) break;
    cursor += length;
    index++;
  }
  if (index === count && cursor === text.length) return [];
  return compare(count, textOf, text, index, cursor);
}

/** The same, each grown to the words that it stands in. */
export function byWords(
  found: readonly Difference[],
  count: number,
  textOf: (index: number) => string,
): readonly Difference[] {
  const words: Difference[] = [];
  let word: Difference = { from: 0, to: 0, text: "" };
  let differs = false;
  const end = (next: number): void => {
    if (differs) words.push(word);
    word = { from: next, to: next, text: "" };
    differs = false;
  };
  let coming = 0;
  for (let index = 0; index < count; ) {
    const difference = found[coming];
    const isHere = difference?.from === index;
    const to = isHere ? difference.to : index + 1;
    const text = isHere ? difference.text : textOf(index);
    if (!isHere && /^\s$/.test(text)) end(to);
    else word = { from: word.from, to, text: word.text + text };
    differs ||= isHere;
    if (isHere) coming += 1;
    index = to;
  }
  end(count);
  return words;
}

function compare(
  count: number,
  textOf: (index: number) => string,
  text: string,
  index: number,
  cursor: number,
): readonly Difference[] {
  const found: Difference[] = [];
  while (index < count) {
    const length = agreement(textOf(index), text, cursor);
    if (length > 0) {
      index++;
      cursor += length;
      continue;
    }
    const [glyphs, characters] = nextAgreement(count, textOf, text, index, cursor);
    found.push({ from: index, to: glyphs, text: text.slice(cursor, characters) });
    index = glyphs;
    cursor = characters;
  }
  if (cursor < text.length) {
    // Text behind the last glyph is said with it.
    const last = found.at(-1);
    const from = last?.to === count ? last.from : count - 1;
    const before = last?.to === count ? (found.pop()?.text ?? "") : textOf(count - 1);
    found.push({ from, to: count, text: before + text.slice(cursor) });
  }
  return found;
}

/** The nearest glyph and character, after at least one glyph, that agree again; the ends when none do. */
function nextAgreement(
  count: number,
  textOf: (index: number) => string,
  text: string,
  index: number,
  cursor: number,
): readonly [number, number] {
  for (let distance = 1; distance <= reach; distance++) {
    for (let glyphs = distance; glyphs >= 1; glyphs--) {
      const at = cursor + distance - glyphs;
      if (index + glyphs >= count || at >= text.length) continue;
      if (agreement(textOf(index + glyphs), text, at) > 0) return [index + glyphs, at];
    }
  }
  return [count, text.length];
}

/** How many characters of the text at the cursor a glyph says; 0 when it says something else, or nothing. */
function agreement(glyph: string, text: string, cursor: number): number {
  if (glyph.length === 0 || cursor + glyph.length > text.length) return 0;
  for (let at = 0; at < glyph.length; at++) {
    const own = glyph.charCodeAt(at);
    const wanted = text.charCodeAt(cursor + at);
    if (own !== wanted && !(isSpace(own) && isSpace(wanted))) return 0;
  }
  return glyph.length;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200a);
}
