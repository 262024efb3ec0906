const pointsIn: Readonly<Record<string, number>> = {
  pt: 1,
  px: 72 / 96,
  mm: 72 / 25.4,
  cm: 72 / 2.54,
  in: 72,
};

/** Points of a length such as `30mm`; undefined for other words. */
export function lengthOf(word: string): number | undefined {
  const match = /^(\d{1,4}(?:\.\d{1,3})?)(pt|px|mm|cm|in)$/.exec(word);
  const unit = pointsIn[match?.[2] ?? ""];
  return match === null || unit === undefined ? undefined : Number(match[1]) * unit;
}

/** A part of the whole such as `50%`, more than 0 and at most 1; undefined for other words. */
export function partOf(word: string): number | undefined {
  const percent = Number(/^(\d{1,3}(?:\.\d+)?)%$/.exec(word)?.[1] ?? 0);
  return percent > 0 ? Math.min(1, percent / 100) : undefined;
}
