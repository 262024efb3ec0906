import type { BeginOptions, Begun, Target } from "../build/index.ts";
import { begin } from "../build/index.ts";
import { createMemory } from "../cache/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";
import type { MergeTable, PlacedBlank } from "../merge/index.ts";
import { checkFields, findBlanks, nameOutputs, readTable } from "../merge/index.ts";

/** One source, and a file of records for each of which it is made. */
export type BatchOptions = Omit<BeginOptions, "sources" | "output"> & {
  readonly source: string;
  /** Path of the CSV, YAML or JSON file. */
  readonly data: string;
  /** Path of each file, with fields as in `out/{{id}}.pdf`. */
  readonly pattern: string;
};

export type BatchPlan = {
  readonly begun: Begun;
  /** Empty when something is wrong that concerns all. */
  readonly targets: readonly Target[];
  /** Places for values in the source. */
  readonly blanks: readonly PlacedBlank[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Plans all files of a batch. Whatever can be told before the first is made is told here, and then none is made. */
export function planBatch(options: BatchOptions, world: Host): BatchPlan {
  const { source, data, pattern, ...rest } = options;
  const format = /\.(pdf|docx)$/i.exec(pattern)?.[1]?.toLowerCase();
  const formats = rest.formats ?? (format === undefined ? undefined : [format]);
  // What one record does not change, such as the lines of a paragraph, is taken from the one before.
  const memory = createMemory(rest.cache?.recorder ?? rest.recorder);
  const begun = begin(
    { ...rest, sources: [source], memory, ...(formats === undefined ? {} : { formats }) },
    world,
  );
  const diagnostics: Diagnostic[] = [...begun.diagnostics];
  const nothing = { begun, targets: [], blanks: [], diagnostics };
  if (begun.targets.length === 0) return nothing;
  const kinds = new Set(begun.targets.map(({ product }) => product));
  if (kinds.size > 1) {
    diagnostics.push(
      error("batch-has-one-kind", "A batch makes one kind of document.", "Say which with --kind."),
    );
    return nothing;
  }
  const table = tableOf(data, begun, diagnostics);
  const read = begun.session.source(source);
  if (table === undefined || read === undefined) return nothing;
  const blanks = findBlanks(read.source, read.head);
  checkFields(blanks, table, (diagnostic) => diagnostics.push(diagnostic));
  const named = nameOutputs(
    pattern,
    table,
    begun.targets.map((target) => target.format),
  );
  diagnostics.push(...named.diagnostics);
  if (diagnostics.some(({ severity }) => severity === "error")) return nothing;
  const targets = table.records.flatMap((record, at) =>
    begun.targets.map((target, index): Target => {
      const output = named.value.outputs[at]?.[index] ?? target.output;
      return { ...target, record, output };
    }),
  );
  return { begun, targets, blanks, diagnostics };
}

function tableOf(path: string, begun: Begun, diagnostics: Diagnostic[]): MergeTable | undefined {
  const bytes = begun.run.host.read(path);
  if (bytes === undefined) {
    diagnostics.push(error("data-exists", `There is no file "${path}", or it cannot be read.`));
    return undefined;
  }
  const read = readTable(path, bytes);
  diagnostics.push(...read.diagnostics);
  return read.value;
}

function error(rule: string, message: string, ...hints: readonly string[]): Diagnostic {
  return { rule, severity: "error", message, hints };
}
