/** `SEED` and `RUNS` repeat or lengthen a random test; fast-check prints the seed of a failure. */
export const seed: number = Number(process.env["SEED"] ?? 20260324);

export function runs(usual: number): number {
  return Number(process.env["RUNS"] ?? usual);
}
