import type { Place } from "../../diagnostics/index.ts";
import { placeAt } from "../../diagnostics/index.ts";

/** The place of a stretch of a text, `end` exclusive. */
export function placeBetween(
  file: string,
  starts: readonly number[],
  at: number,
  end: number,
): Place {
  const last = placeAt(file, starts, end);
  return { ...placeAt(file, starts, at), endLine: last.line, endColumn: last.column };
}
