import type { Target, TargetResult } from "../build/index.ts";
import { attachments, formats } from "../build/index.ts";
import type { Read } from "../cache/index.ts";
import { isRead } from "../cache/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { hashOf, isHash } from "./store/store.ts";

/** What travels to a worker. It names no file of any machine: paths are keys of the snapshot. */
export type JobData = {
  /** Hash of the snapshot's list. */
  readonly snapshot: string;
  readonly target: JobTarget;
  /** ISO date asked for. */
  readonly asOf?: string;
  /** ISO date of the machine that asked. */
  readonly epochDate?: string;
};

export type JobTarget = Omit<Target, "output">;

/** What comes back. */
export type JobResult = Pick<TargetResult, "pages" | "diagnostics"> & {
  /** Hash of the file; absent when an error stopped it. */
  readonly output?: string;
  /** What was asked of the snapshot and of the program, with the digests of the answers. */
  readonly reads: readonly Pick<Read, "how" | "path" | "digest">[];
};

const mostText = 10 * 1024 * 1024;

/** Jobs that ask for the same have one name, so that asking twice makes once. */
export function jobName(data: JobData): string {
  return hashOf(new TextEncoder().encode(JSON.stringify(data)));
}

/** The job, if it has the shape of one; what came over the network is not believed. */
export function readJob(json: unknown): JobData {
  const job = mapIn(json, "job");
  const target = mapIn(job["target"], "target");
  const format = formats.find((one) => one === target["format"]);
  if (!isHash(job["snapshot"]) || format === undefined)
    throw new Error("The job has no sound shape.");
  const status = target["status"];
  return {
    snapshot: job["snapshot"],
    target: {
      source: textIn(target["source"]),
      product: textIn(target["product"]),
      format,
      language: textIn(target["language"]),
      profile: textIn(target["profile"]),
      ...(target["attach"] === undefined ? {} : { attach: attachmentsIn(target["attach"]) }),
      ...(target["audience"] === undefined ? {} : { audience: textIn(target["audience"]) }),
      ...(status === "draft" || status === "final" ? { status } : {}),
      ...(target["record"] === undefined ? {} : { record: recordIn(target["record"]) }),
    },
    ...(job["asOf"] === undefined ? {} : { asOf: textIn(job["asOf"]) }),
    ...(job["epochDate"] === undefined ? {} : { epochDate: textIn(job["epochDate"]) }),
  };
}

export function readResult(json: unknown): JobResult {
  const result = mapIn(json, "result");
  const { pages, diagnostics, output, reads } = result;
  if (typeof pages !== "number" || !Array.isArray(diagnostics) || !Array.isArray(reads))
    throw new Error("The result has no sound shape.");
  if (output !== undefined && !isHash(output)) throw new Error("The result has no sound shape.");
  const told = diagnostics.filter(isDiagnostic);
  if (!reads.every(isRead)) throw new Error("The result has no sound shape.");
  return { pages, diagnostics: told, reads, ...(output === undefined ? {} : { output }) };
}

function recordIn(json: unknown): NonNullable<Target["record"]> {
  const record = mapIn(json, "record");
  const place = mapIn(record["place"], "place");
  const values = Object.entries(mapIn(record["values"], "values")).map(
    ([name, value]): [string, string] => [name, textIn(value)],
  );
  return {
    number: Number(record["number"]),
    values: Object.fromEntries(values),
    place: {
      file: textIn(place["file"]),
      line: Number(place["line"]),
      column: Number(place["column"]),
    },
  };
}

function attachmentsIn(json: unknown): NonNullable<Target["attach"]> {
  if (!Array.isArray(json)) throw new Error("The job has no sound shape.");
  return attachments.filter((name) => json.includes(name));
}

function isDiagnostic(json: unknown): json is Diagnostic {
  const { rule, message, hints, severity } = mapIn(json, "diagnostic");
  return (
    typeof rule === "string" &&
    typeof message === "string" &&
    Array.isArray(hints) &&
    (severity === "error" || severity === "warning")
  );
}

function mapIn(json: unknown, noun: string): Readonly<Record<string, unknown>> {
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw new Error(`The ${noun} has no sound shape.`);
  return json as Record<string, unknown>;
}

function textIn(json: unknown): string {
  if (typeof json !== "string" || json.length > mostText)
    throw new Error("The job has no sound shape.");
  return json;
}
