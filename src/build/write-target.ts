import type { Host } from "../host/index.ts";
import type { TargetResult } from "./result.ts";

/** Writes what was made, if anything was; the output `-` goes to the stream. */
export function writeTarget(
  result: TargetResult,
  host: Host,
  standardOutput?: (bytes: Uint8Array) => void,
): TargetResult {
  if (result.bytes === undefined) return result;
  try {
    if (result.target.output === "-") standardOutput?.(result.bytes);
    else host.write(result.target.output, result.bytes);
    return { ...result, written: true };
  } catch (error) {
    const message =
      error instanceof Error ? error.message : `Cannot write "${result.target.output}".`;
    return {
      ...result,
      diagnostics: [
        ...result.diagnostics,
        {
          rule: "output-is-writable",
          severity: "error",
          message,
          hints: ["Choose another folder with --out-dir."],
        },
      ],
    };
  }
}
