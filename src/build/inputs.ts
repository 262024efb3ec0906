import { posix } from "node:path";
import type { Project } from "../settings/index.ts";
import type { Target } from "./target.ts";

/** Endings of what documents are made of. */
const inputs = /\.(md|markdown|ya?ml|hbs|jsonl?|csv|tsv|bib|png|jpe?g|svg|ttf|otf|woff2?)$/i;

/** Whether a file is one that documents are made of, so that none may be written over it. */
export function inputsOf(
  targets: readonly Pick<Target, "source">[],
  project: Project | undefined,
): (path: string) => boolean {
  const { usual, kinds } = project?.wordTemplates ?? { usual: undefined, kinds: new Map() };
  const templates = [usual, ...kinds.values()].flatMap((template) => template?.file ?? []);
  const named = new Set([...targets.map(({ source }) => source), ...templates].map(outputKey));
  return (path) => path !== "-" && (inputs.test(path) || named.has(outputKey(path)));
}

export function overInput(path: string): readonly [rule: string, message: string, hints: string[]] {
  return [
    "output-is-no-input",
    `A document would be written to "${path}", which is what documents are made of.`,
    ["Give a name that ends in .pdf or .docx."],
  ];
}

/** Equal for paths that lead to one file. Windows and macOS take small and capital letters, and composed and decomposed ones, for the same. */
export function outputKey(path: string): string {
  return posix.normalize(path).normalize("NFC").toLowerCase();
}
