import type { Points } from "../../theme/index.ts";
import type { TextInput } from "./line.ts";

/** Stands for a width without bound, points. */
export const unbounded = 1e6;

/** How long lines may be. */
export type Measure = {
  readonly extent: (line: number) => Points;
  readonly narrowest: Points;
  readonly constantFrom: number;
};

/** Lines whose width is looked at one by one when it differs. */
const looked = 48;

export function measureOf(input: TextInput): Measure {
  const { width } = input;
  const first = input.firstLine ?? 0;
  const given = typeof width === "number" ? () => width : width;
  const extent = (line: number): Points => {
    const whole = Math.min(given(line), unbounded) - (line === 0 ? first : 0);
    return Math.max(whole, 1);
  };
  const count = typeof width === "number" ? 2 : looked;
  let narrowest = unbounded;
  let constantFrom = 0;
  for (let line = 0; line < count; line++) {
    narrowest = Math.min(narrowest, extent(line));
    if (extent(line) !== extent(count)) constantFrom = line + 1;
  }
  return { extent, narrowest, constantFrom };
}
