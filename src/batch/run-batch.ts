import type { Begun, Target, TargetResult } from "../build/index.ts";
import { runTarget, writeTarget } from "../build/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { PlacedBlank } from "../merge/index.ts";
import { checkValues } from "../merge/index.ts";

/** What became of one file of a batch; its bytes are written and gone, so that memory does not grow with the number of records. */
export type BatchResult = Pick<
  TargetResult,
  "target" | "pages" | "written" | "reuse" | "why" | "reads" | "diagnostics"
> & {
  /** SHA-256 of the file, base64url; absent when there is none, or no cache. */
  readonly digest?: string;
  /** Of the file, in bytes; 0 when it was not made. */
  readonly size: number;
};

/** Makes the file of one record. Never throws: a fault of the program in one record leaves the others be. */
export async function runRecord(
  target: Target,
  blanks: readonly PlacedBlank[],
  { run }: Pick<Begun, "run">,
): Promise<BatchResult> {
  const { record } = target;
  const missing = record === undefined ? [] : checkValues(blanks, record);
  if (missing.length > 0) return failed(target, missing);
  try {
    const { world } = run;
    const result = await runTarget(target, {
      ...run,
      lean: true,
      finish: (made) => writeTarget(made, world),
    });
    const { pages, written, reuse, why, reads, digest, bytes, diagnostics } = result;
    return {
      target,
      pages,
      written,
      diagnostics: diagnostics.map((diagnostic) => ofRecord(diagnostic, target)),
      size: bytes?.length ?? 0,
      ...(reuse === undefined ? {} : { reuse }),
      ...(why === undefined ? {} : { why }),
      ...(reads === undefined ? {} : { reads }),
      ...(digest === undefined ? {} : { digest }),
    };
  } catch (error) {
    return failed(target, [fault(target, error instanceof Error ? error.message : String(error))]);
  }
}

export function failed(target: Target, diagnostics: readonly Diagnostic[]): BatchResult {
  return { target, pages: 0, written: false, diagnostics, size: 0 };
}

export function fault(target: Target, message: string): Diagnostic {
  const { place } = target.record ?? {};
  return {
    rule: "record-is-made",
    severity: "error",
    message: `The file "${target.output}" could not be made: ${message.replace(/\.$/, "")}.`,
    ...(place === undefined ? {} : { place }),
    hints: [],
  };
}

/** An error of one record says of which; a warning that all records have is told once, so it names none. */
function ofRecord(diagnostic: Diagnostic, { record }: Target): Diagnostic {
  if (record === undefined || diagnostic.severity !== "error") return diagnostic;
  const { file, line } = record.place;
  return {
    ...diagnostic,
    hints: [...diagnostic.hints, `This is with record ${record.number}, ${file}:${line}.`],
  };
}
