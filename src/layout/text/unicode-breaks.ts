import { latinBreaks } from "./latin-breaks.ts";
import { loadLineBreaker } from "./packages.ts";

/** Calls `take` with each place where Unicode (UAX #14) allows or requires (`required`) a break, rising; the end is one. */
export function unicodeBreaks(
  text: string,
  take: (position: number, required: boolean) => void,
): void {
  if (latinBreaks(text, take)) return;
  const Breaker = loadLineBreaker();
  const breaker = new Breaker(text);
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    take(found.position, found.required);
  }
}
