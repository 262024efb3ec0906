import type { Foreseen } from "../build/index.ts";
import { foreseeTarget } from "../build/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";
import { checkValues } from "../merge/index.ts";
import type { BatchOptions } from "./plan-batch.ts";
import { planBatch } from "./plan-batch.ts";

/** Plans a batch, and tells what it would do with each file, in the order of the records; nothing is made. */
export async function foreseeBatch(
  options: BatchOptions,
  host: Host,
  onForeseen: (foreseen: Foreseen) => void,
): Promise<readonly Diagnostic[]> {
  const { begun, targets, blanks, diagnostics } = planBatch(options, host);
  const told = [...diagnostics];
  for (const target of targets) {
    const missing = target.record === undefined ? [] : checkValues(blanks, target.record);
    told.push(...missing);
    if (missing.length === 0) onForeseen(await foreseeTarget(target, { ...begun.run, lean: true }));
  }
  begun.end();
  return told;
}
