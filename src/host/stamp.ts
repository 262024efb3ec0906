import type { BigIntStats } from "node:fs";
import { statSync } from "node:fs";

const second = 1_000_000_000n;

/**
 * Size, times and number of a file. Two changes within one tick of the file system's clock look alike, so a file whose times are
 * not older than that has no stamp. A clock that was set back makes files look too young, which costs time and nothing else.
 */
export function stampOf(path: string): string | undefined {
  const state = stateOf(path);
  if (state === undefined) return undefined;
  const { size, mtimeNs, ctimeNs, ino } = state;
  // A time of whole seconds may come from a file system that knows no parts of one (ext3, HFS+) or counts in twos (FAT).
  const tick = mtimeNs % second === 0n || ctimeNs % second === 0n ? 2n * second : second / 10n;
  const still = now() - tick;
  return mtimeNs > still || ctimeNs > still ? undefined : `${size}.${mtimeNs}.${ctimeNs}.${ino}`;
}

function stateOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined; // a loop of links, a folder that may not be looked into
  }
}

/** Nothing that is made depends on it: it only tells whether to look again. */
function now(): bigint {
  // biome-ignore lint/plugin: the age of a file is measured, no output is.
  return BigInt(Date.now()) * 1_000_000n;
}
