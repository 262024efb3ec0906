import type { MergeRecord } from "../merge/index.ts";
import type { Attachment } from "../settings/index.ts";

/** One file to make: which source, as what, for whom. */
export type Target = {
  /** Path of the Markdown file; `-` for standard input. */
  readonly source: string;
  /** Template folder: `fact-sheet`. */
  readonly product: string;
  readonly format: Format;
  /** BCP 47, or a language alone: `en`, `fr-CA`. */
  readonly language: string;
  /** Absent: everybody. */
  readonly audience?: string;
  /** `accessible` unless another is asked for. */
  readonly profile: string;
  /** What travels within the file, which then is PDF/A-3a; absent: nothing. For PDF alone. */
  readonly attach?: readonly Attachment[];
  /** Overrides the status of the source. */
  readonly status?: "draft" | "final";
  /** What is filled into the document of a batch. */
  readonly record?: MergeRecord;
  /** Path of the file; `-` for standard output. */
  readonly output: string;
};

export type Format = "pdf" | "docx";

export const formats: readonly Format[] = ["pdf", "docx"];
export const usualProfile = "accessible";

/** `out/canada-japan.fact-sheet.en.pdf`, with audience and profile where they are not the usual ones. */
export function outputPath(target: Omit<Target, "output">, folder: string): string {
  const name = target.source === "-" ? "document" : baseName(target.source);
  const parts = [
    name,
    target.product,
    target.language.split("-")[0] ?? target.language,
    ...(target.audience === undefined ? [] : [target.audience]),
    ...(target.profile === usualProfile ? [] : [target.profile]),
    target.format,
  ];
  return `${folder.replace(/\/+$/, "")}/${parts.join(".")}`;
}

/** The name of a file without folders and its last extension. */
function baseName(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}
