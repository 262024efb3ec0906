import type { BeginOptions, Begun, Target } from "../build/index.ts";
import { begin, inputsOf, overInput } from "../build/index.ts";
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
  /** One for each record and format, or, before the records are read, for each format. Empty when something is wrong that concerns all. */
  readonly targets: readonly Target[];
  /** Places for values in the source. */
  readonly blanks: readonly PlacedBlank[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Reads all but the records. */
export function openBatch(options: BatchOptions, world: Host): BatchPlan {
  const { source, data: _, pattern, ...rest } = options;
  const format = /\.(pdf|docx)$/i.exec(pattern)?.[1]?.toLowerCase();
  const formats = rest.formats ?? (format === undefined ? undefined : [format]);
  // What one record does not change, such as the lines of a paragraph, is taken from the one before.
  const memory = createMemory(rest.cache?.recorder ?? rest.recorder);
  const begun = begin(
    { ...rest, sources: [source], memory, ...(formats === undefined ? {} : { formats }) },
    world,
  );
  const kinds = new Set(begun.targets.map(({ product }) => product));
  const several = error("batch-has-one-kind", "A batch makes one kind of document.", [
    "Say which with --kind.",
  ]);
  const diagnostics = [...begun.diagnostics, ...(kinds.size > 1 ? [several] : [])];
  const read = kinds.size === 1 ? begun.session.source(source) : undefined;
  if (read === undefined) return { begun, targets: [], blanks: [], diagnostics };
  const blanks = findBlanks(read.source, read.head);
  return { begun, targets: begun.targets, blanks, diagnostics };
}

/** Plans all files of a batch. Whatever can be told before the first is made is told here, and then none is made. */
export function planBatch(options: BatchOptions, world: Host): BatchPlan {
  const base = openBatch(options, world);
  const { begun, blanks } = base;
  if (base.targets.length === 0) return base;
  const diagnostics: Diagnostic[] = [...base.diagnostics];
  const nothing = { begun, targets: [], blanks, diagnostics };
  const table = tableOf(options.data, begun, diagnostics);
  if (table === undefined) return nothing;
  checkFields(blanks, table, (diagnostic) => diagnostics.push(diagnostic));
  const formats = base.targets.map(({ format }) => format);
  const named = nameOutputs(options.pattern, table, formats);
  diagnostics.push(...named.diagnostics);
  const isInput = inputsOf(base.targets, begun.session.project);
  const over = named.value.outputs.flat().find(isInput);
  if (over !== undefined) diagnostics.push(error(...overInput(over)));
  if (diagnostics.some(({ severity }) => severity === "error")) return nothing;
  const targets = table.records.flatMap((record, at) =>
    base.targets.map((target, index): Target => {
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

function error(rule: string, message: string, hints: readonly string[] = []): Diagnostic {
  return { rule, severity: "error", message, hints };
}
