import { createHash } from "node:crypto";
import type { Outcome } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";

/**
 * What files of the program say, as it was read when the program was built, so that a run need not read them again. A value
 * is good for the bytes that it was made of and for nothing else: a changed file is read anew.
 */
export type Prepared = {
  /**
   * The value that was prepared from these bytes, or else what `read` makes of them.
   * @param name what was read, as in `template templates/report/template.md.hbs`
   * @param form between the value and what JSON can hold; `from` gives undefined where it is of another form
   */
  readonly take: <Value>(
    name: string,
    bytes: readonly Uint8Array[],
    read: () => Outcome<Value>,
    form: PreparedForm<Value>,
  ) => Outcome<Value>;
};

export type PreparedForm<Value> = {
  readonly to: (value: Value) => unknown;
  readonly from: (json: unknown) => Value | undefined;
};

/** By name: the digest of the bytes, and the value. */
type Entries = Readonly<Record<string, readonly [digest: string, value: unknown]>>;

/** Where nothing is prepared, all is read. */
export const nothingPrepared: Prepared = { take: (_name, _bytes, read) => read() };

/** Of a template; without a file of prepared values everything is read. */
export function openPrepared(host: Host, template: string): Prepared {
  let entries: Entries | undefined;
  return {
    take(name, bytes, read, form) {
      entries ??= readEntries(host.shipped(preparedPath(template)));
      const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
      if (entry === undefined || entry[0] !== digestOf(bytes)) return read();
      const value = form.from(entry[1]);
      return value === undefined ? read() : { value, diagnostics: [] };
    },
  };
}

/** Reads everything and keeps what was read without a fault, to be opened later. */
export function recordPrepared(): { readonly prepared: Prepared; readonly json: () => string } {
  const entries: Record<string, readonly [string, unknown]> = {};
  return {
    prepared: {
      take(name, bytes, read, form) {
        const outcome = read();
        if (outcome.diagnostics.length === 0)
          entries[name] = [digestOf(bytes), form.to(outcome.value)];
        return outcome;
      },
    },
    json: () => JSON.stringify(entries),
  };
}

/** Where a program keeps the prepared values of a template, among its shipped files. */
export function preparedPath(template: string): string {
  return `prepared/${template}.json`;
}

function readEntries(bytes: Uint8Array | undefined): Entries {
  return bytes === undefined ? {} : (JSON.parse(new TextDecoder().decode(bytes)) as Entries);
}

function digestOf(bytes: readonly Uint8Array[]): string {
  const digest = createHash("sha256");
  for (const part of bytes) digest.update(`${part.length} `).update(part);
  return digest.digest("base64");
}
