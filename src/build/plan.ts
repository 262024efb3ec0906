import type { Diagnostic, Outcome, Place } from "../diagnostics/index.ts";
import { similarNames } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";
import { languageCalled, readLanguage } from "../model/index.ts";
import type { Attachment, Project } from "../settings/index.ts";
import { attachments } from "../settings/index.ts";
import { canSatisfy } from "../template/index.ts";
import { inputsOf, outputKey, overInput } from "./inputs.ts";
import type { Session } from "./session.ts";
import type { Format, Target } from "./target.ts";
import { formats, outputPath, usualProfile } from "./target.ts";

/** What a caller asks for; whatever is absent comes from dossier.yaml, or else from the sources. */
export type BuildRequest = {
  readonly sources: readonly string[];
  readonly kinds?: readonly string[];
  readonly formats?: readonly string[];
  readonly language?: string;
  readonly audience?: string;
  readonly profile?: string;
  /** What travels within a PDF file; empty: nothing, whatever dossier.yaml says. */
  readonly attach?: readonly string[];
  readonly status?: "draft" | "final";
  readonly outFolder?: string;
  /** For one target only: its file, `-` for standard output. */
  readonly output?: string;
  readonly asOf?: string;
};

const usualFolder = "out";

/** The targets of a request, in the order of sources, kinds and formats. */
export function plan(
  asked: BuildRequest,
  session: Session,
  host: Host,
): Outcome<readonly Target[]> {
  const diagnostics: Diagnostic[] = [];
  const complain: Complain = (rule, message, hints, place) =>
    void diagnostics.push({
      ...{ rule, severity: "error", message, hints },
      ...(place === undefined ? {} : { place }),
    });
  const request = inKnownLanguage(withFormat(asked), complain);
  const wantedFormats = checked(request.formats, formats, "format", complain);
  const wantedKinds = checked(request.kinds, session.templates, "kind", complain);
  const attach = checked(request.attach, attachments, "attachment", complain);
  if (request.sources.length === 0)
    for (const { kind, place } of session.project?.targets ?? [])
      checked([kind], session.templates, "kind", complain, place);
  if (diagnostics.length > 0) return { value: [], diagnostics };

  const sources = (): readonly string[] => {
    const found = sourcesOf(request, session, host);
    if (found.length === 0)
      complain("source-exists", "There is no source to build.", [
        "Give a Markdown file, or put one in the folder data/, or list sources in dossier.yaml.",
      ]);
    return found;
  };
  const chosen = listed(request, session, sources);
  const targets =
    chosen.length > 0 || diagnostics.length > 0
      ? chosen
      : sources().flatMap((source) =>
          targetsOf(source, request, wantedKinds, wantedFormats, session),
        );
  const dressed = targets.map((target) => withAttached(target, attach, session, complain));
  return { value: named(dressed, request, session, complain), diagnostics };
}

type Complain = (rule: string, message: string, hints: readonly string[], place?: Place) => void;

/** The name of the file says its format, where nothing else does. */
function withFormat(request: BuildRequest): BuildRequest {
  const named = request.formats === undefined ? formatOf(request.output) : undefined;
  return named === undefined ? request : { ...request, formats: named };
}

function formatOf(output: string | undefined): readonly Format[] | undefined {
  const found = formats.find((format) => output?.toLowerCase().endsWith(`.${format}`));
  return found === undefined ? undefined : [found];
}

function inKnownLanguage(request: BuildRequest, complain: Complain): BuildRequest {
  if (request.language === undefined) return request;
  const language = readLanguage(request.language);
  if (language !== undefined) return { ...request, language };
  const called = languageCalled(request.language);
  complain("language-is-known", `"${request.language}" is not the name of a language.`, [
    ...(called === undefined ? [] : [`Did you mean "${called}"?`]),
    'Write a language and, if need be, a country, as in "en-CA" or "fr-CA".',
  ]);
  return request;
}

function checked<Name extends string>(
  wanted: readonly string[] | undefined,
  known: readonly Name[],
  noun: string,
  complain: Complain,
  place?: Place,
): readonly Name[] | undefined {
  for (const name of wanted ?? []) {
    if (known.some((candidate) => candidate === name)) continue;
    const near = similarNames(name, known).map((candidate) => `Did you mean "${candidate}"?`);
    const hints = [...near, `There are: ${known.join(", ")}.`];
    complain(`${noun}-exists`, `There is no ${noun} "${name}".`, hints, place);
  }
  return wanted === undefined ? undefined : known.filter((name) => wanted.includes(name));
}

function sourcesOf(request: BuildRequest, session: Session, host: Host): readonly string[] {
  if (request.sources.length > 0) return [...new Set(request.sources)];
  if (session.project !== undefined && session.project.sources.length > 0)
    return session.project.sources;
  return host
    .list("data")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `data/${name}`);
}

/**
 * The targets that dossier.yaml lists, when the request names no source; of these the kinds and formats that it asks for. None when it
 * asks for what is not listed: that is made of the sources.
 */
function listed(
  request: BuildRequest,
  session: Session,
  usualSources: () => readonly string[],
): readonly Unnamed[] {
  const { project } = session;
  if (project === undefined || request.sources.length > 0) return [];
  let shared: readonly string[] | undefined;
  return project.targets.flatMap((entry): Unnamed[] => {
    const wanted = entry.formats.length > 0 ? entry.formats : (formatOf(entry.output) ?? formats);
    if (request.kinds !== undefined && !request.kinds.includes(entry.kind)) return [];
    const asked = wanted.filter((format) => request.formats?.includes(format) ?? true);
    if (asked.length === 0) return [];
    shared ??= entry.source === undefined ? usualSources() : undefined;
    const sources = entry.source === undefined ? (shared ?? []) : [entry.source];
    return sources.flatMap((source) =>
      asked.map((format) => unnamed(source, entry.kind, format, request, session, entry)),
    );
  });
}

type Unnamed = Omit<Target, "output"> & { readonly output?: string };
type Entry = {
  readonly attach?: readonly Attachment[];
  readonly language?: string;
  readonly audience?: string;
  readonly profile?: string;
  readonly status?: "draft" | "final";
  readonly output?: string;
};

function targetsOf(
  source: string,
  request: BuildRequest,
  kinds: readonly string[] | undefined,
  wanted: readonly Format[] | undefined,
  session: Session,
): readonly Unnamed[] {
  const products = kinds ?? satisfied(source, request, session);
  return products.flatMap((product) =>
    (wanted ?? formats).map((format) => unnamed(source, product, format, request, session, {})),
  );
}

/** Every kind that has what it needs in the source; a source that cannot be read gets one target, which tells why. */
function satisfied(source: string, request: BuildRequest, session: Session): readonly string[] {
  const model = session.model({
    source,
    ...(request.status === undefined ? {} : { status: request.status }),
  }).value;
  if (model === undefined) return session.templates.slice(0, 1);
  return session.templates.filter((name) => {
    const folder = session.template(name, model.language).value;
    return folder === undefined || canSatisfy(folder, model);
  });
}

function unnamed(
  source: string,
  product: string,
  format: Format,
  request: BuildRequest,
  session: Session,
  entry: Entry,
): Unnamed {
  const audience = request.audience ?? entry.audience;
  const status = request.status ?? entry.status;
  const asked = { source, ...(status === undefined ? {} : { status }) };
  const language =
    request.language ?? entry.language ?? session.model(asked).value?.language ?? "en";
  return {
    ...asked,
    product,
    format,
    language,
    profile: request.profile ?? entry.profile ?? usualProfile,
    ...(audience === undefined ? {} : { audience }),
    ...(entry.attach === undefined ? {} : { attach: entry.attach }),
    ...(entry.output === undefined ? {} : { output: entry.output }),
  };
}

/** What the request, the target or the project wants within a PDF file. What is for some readers does not go out with what is for all. */
function withAttached(
  { attach: own, ...target }: Unnamed,
  asked: readonly Attachment[] | undefined,
  { project }: Session,
  complain: Complain,
): Unnamed {
  const wanted = asked ?? own ?? project?.attach ?? [];
  if (target.format !== "pdf" || wanted.length === 0) return target;
  const attach = attachments.filter((name) => wanted.includes(name));
  const whole = attach.filter((name) => name !== "formulas");
  if (target.audience !== undefined && whole.length > 0)
    complain(
      "attachment-is-for-its-readers",
      `The ${target.product} of "${target.source}" is for "${target.audience}", and its ${whole.join(" and ")} would go with it, which hold what is for others too.`,
      ["Attach formulas alone, or leave the audience out."],
    );
  return { ...target, attach };
}

function named(
  targets: readonly Unnamed[],
  request: BuildRequest,
  session: Session,
  complain: Complain,
): readonly Target[] {
  const folder = request.outFolder ?? session.project?.outFolder ?? usualFolder;
  if (request.output !== undefined && targets.length > 1) {
    complain(
      "output-is-for-one-target",
      `The output "${request.output}" was given for ${targets.length} targets.`,
      ["Choose one with --kind and --format, or use --out-dir."],
    );
    return [];
  }
  const result = targets.map((target) => ({
    ...target,
    output: request.output ?? target.output ?? outputPath(target, folder),
  }));
  checkOutputs(result, session.project, complain);
  return result;
}

function checkOutputs(
  targets: readonly Target[],
  project: Project | undefined,
  complain: Complain,
): void {
  const owners = new Map<string, Target>();
  const isInput = inputsOf(targets, project);
  for (const target of targets) {
    const [said] = formatOf(target.output) ?? [];
    if (said !== undefined && said !== target.format)
      complain(
        "output-names-its-format",
        `The file "${target.output}" would be named as ${said} and hold ${target.format}.`,
        ["Leave the format out, or name the file by it."],
      );
    if (isInput(target.output)) complain(...overInput(target.output));
    const key = outputKey(target.output);
    const other = owners.get(key);
    if (other !== undefined)
      complain(
        "outputs-differ",
        `Two targets would write "${target.output}": ${other.product} of "${other.source}" and ${target.product} of "${target.source}".`,
        ["Give one of them another output."],
      );
    owners.set(key, target);
  }
}
