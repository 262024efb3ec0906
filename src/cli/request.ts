import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import type { BuildRequest } from "../build/index.ts";
import type { DiagnosticFormat } from "./tell.ts";
import { diagnosticFormats } from "./tell.ts";

/** Options that say what is asked for; the same for every command that goes the way of a document. */
export type RequestOptions = {
  readonly kind?: readonly string[];
  readonly format?: readonly string[];
  readonly lang?: string;
  readonly audience?: string;
  readonly profile?: string;
  readonly attach?: readonly string[];
  readonly status?: "draft" | "final";
  readonly asOf?: string;
  readonly diagnostics: DiagnosticFormat;
};

export function addRequestOptions(command: Command): Command {
  return command
    .option(
      "-k, --kind <KIND>",
      "fact-sheet, briefing-note, slides, report, or a template of your own; several with commas",
      names,
    )
    .option("-f, --format <FORMAT>", "pdf, docx, or both with a comma", names)
    .option(
      "-l, --lang <LANGUAGE>",
      "language of the labels and dates, such as en-CA or fr-CA (default: that of the source)",
    )
    .option("--audience <NAME>", "leave out what is for other readers")
    .option("--profile <NAME>", "accessible, print, or one of your own (default: accessible)")
    .option(
      "--attach <WHAT>",
      "formulas, source or data, several with commas: the PDF file holds them, as PDF/A-3a",
      names,
    )
    .addOption(
      new Option(
        "--status <STATUS>",
        "draft prints what is missing, final refuses it (default: that of the source)",
      ).choices(["draft", "final"]),
    )
    .option("--as-of <DATE>", "the date that stands for today, as YYYY-MM-DD", isoDate)
    .addOption(
      new Option("--diagnostics <FORMAT>", "how faults are printed")
        .choices(diagnosticFormats)
        .default("pretty"),
    );
}

export function requestOf(sources: readonly string[], options: RequestOptions): BuildRequest {
  return {
    sources,
    ...(options.kind === undefined ? {} : { kinds: options.kind }),
    ...(options.format === undefined ? {} : { formats: options.format }),
    ...(options.lang === undefined ? {} : { language: options.lang }),
    ...(options.audience === undefined ? {} : { audience: options.audience }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.attach === undefined ? {} : { attach: options.attach }),
    ...(options.status === undefined ? {} : { status: options.status }),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
  };
}

/** Several with commas, or the option again. */
function names(value: string, before: readonly string[] | undefined): readonly string[] {
  return [
    ...(before ?? []),
    ...value
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  ];
}

function isoDate(value: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const [month, day] = [Number(match?.[2]), Number(match?.[3])];
  if (match === null || month < 1 || month > 12 || day < 1 || day > 31)
    throw new InvalidArgumentError("A date is written as YYYY-MM-DD.");
  return value;
}
