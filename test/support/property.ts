import fc from "fast-check";

/**
 * Laws over random inputs. Without more said they take the same inputs everywhere, so that nobody's change fails for what it
 * did not touch. `SEED=n` repeats a run that failed and `SEED=random` takes new inputs; `RUNS=20` takes twenty times as many.
 */
export const seed: number =
  process.env["SEED"] === "random" ? Date.now() % 2 ** 31 : Number(process.env["SEED"] ?? 20260324);

const times = Number(process.env["RUNS"] ?? 1);

/** How many inputs a law takes that usually takes so many. */
export function runs(usual: number): number {
  return Math.ceil(usual * times);
}

fc.configureGlobal({ seed, numRuns: runs(100) });

export { fc };
