import type { Diagnostic } from "../diagnostics/index.ts";
import { faultExit, usageExit } from "./world.ts";

/** What was asked for on the command line; dossier.yaml may say the same, and is then at fault itself. */
type Asked = { readonly profile?: string; readonly output?: string };

/** What the process ends with after a run that failed: whether only what was asked for is at fault, and nothing that a file says. */
export function exitCodeOf(diagnostics: readonly Diagnostic[], asked: Asked): number {
  const ofRequest = [
    ...["kind-exists", "format-exists", "language-is-known", "attachment-exists"],
    ...(asked.profile === undefined ? [] : ["profile-exists"]),
    ...(asked.output === undefined
      ? []
      : ["output-is-for-one-target", "output-is-no-input", "output-names-its-format"]),
  ];
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const isUsage = errors.every(
    ({ rule, place }) => place === undefined && ofRequest.includes(rule),
  );
  return isUsage && errors.length > 0 ? usageExit : faultExit;
}
