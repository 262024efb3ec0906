import type { Read } from "./reads.ts";
import type { Recorder } from "./recorder.ts";

/** Values made once and used again while what they were made of is the same. */
export type Memory = {
  /** The value under a key; `make` is called when there is none, or when something that it read has changed. */
  readonly remember: <Value>(key: string, make: () => Value) => Value;
};

type Entry = { readonly value: unknown; readonly reads: readonly Read[] };

/** Without a recorder nothing is ever taken for changed. */
export function createMemory(recorder?: Recorder): Memory {
  const entries = new Map<string, Entry>();
  return {
    remember<Value>(key: string, make: () => Value): Value {
      const known = entries.get(key);
      if (known !== undefined && (recorder?.holds(known.reads) ?? true)) {
        recorder?.add(known.reads);
        return known.value as Value;
      }
      const end = recorder?.start();
      try {
        const value = make();
        entries.set(key, { value, reads: end?.() ?? [] });
        return value;
      } catch (error) {
        end?.();
        throw error;
      }
    },
  };
}
