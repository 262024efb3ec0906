import type { Report } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";
import type { Project } from "../settings/index.ts";

/** The Word file of a kind in the office's own template, where dossier.yaml names one. Undefined when an error stopped it. */
export async function inWordTemplate(
  bytes: Uint8Array,
  kind: string,
  project: Project | undefined,
  host: Host,
  report: Report,
): Promise<Uint8Array | undefined> {
  const { usual, kinds } = project?.wordTemplates ?? { usual: undefined, kinds: new Map() };
  const settings = kinds.has(kind) ? kinds.get(kind) : usual;
  if (settings === undefined) return bytes;
  const template = host.read(settings.file);
  if (template === undefined) {
    report({
      rule: "word-template-exists",
      severity: "error",
      message: `There is no Word template "${settings.file}", or it cannot be read.`,
      place: settings.at,
      hints: ["Paths are relative to the project folder."],
    });
    return undefined;
  }
  const { applyWordTemplate } = await import("../word-template/index.ts");
  return applyWordTemplate(bytes, template, settings, (diagnostic) =>
    report({ place: settings.at, ...diagnostic }),
  );
}
