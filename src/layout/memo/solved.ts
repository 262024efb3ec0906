/** Breaks by all numbers that they follow from. */
export type Solved = (numbers: Float64Array, solve: () => readonly number[]) => readonly number[];

type Solution = { readonly numbers: Float64Array; readonly ends: readonly number[] };

/** Numbers that are kept at most: 16 MB. A report of 300 pages has some 80,000. */
const mostNumbers = 2_000_000;

/**
 * Solutions of late; those that were not asked for longest go first.
 * @param count told of each that is asked for whether it was known
 */
export function createSolved(count: (found: boolean) => void): Solved {
  const known = new Map<string, Solution>();
  let size = 0;
  return (numbers, solve) => {
    const key = digest(numbers);
    const before = known.get(key);
    if (before !== undefined) {
      known.delete(key);
      size -= before.numbers.length;
    }
    const isKnown = before !== undefined && isSame(before.numbers, numbers);
    count(isKnown);
    const ends = isKnown ? before.ends : solve();
    known.set(key, { numbers, ends });
    size += numbers.length;
    for (const [oldest, solution] of known) {
      if (size <= mostNumbers) break;
      known.delete(oldest);
      size -= solution.numbers.length;
    }
    return ends;
  };
}

/** FNV-1a over the halves of the numbers. */
function digest(numbers: Float64Array): string {
  const halves = new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length * 2);
  let hash = 0x811c9dc5;
  for (let index = 0; index < halves.length; index++) {
    hash = Math.imul(hash ^ (halves[index] as number), 0x01000193);
  }
  return `${numbers.length} ${hash}`;
}

function isSame(one: Float64Array, other: Float64Array): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}
