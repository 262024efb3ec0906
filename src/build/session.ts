import { createHash } from "node:crypto";
import type { Memory } from "../cache/index.ts";
import { createMemory } from "../cache/index.ts";
import { withTables } from "../data/index.ts";
import type { Outcome } from "../diagnostics/index.ts";
import { similarNames } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";
import type { Model } from "../model/index.ts";
import { buildModel, usualRecordTypes } from "../model/index.ts";
import type { Project, YamlMap } from "../settings/index.ts";
import { readHead, readYaml } from "../settings/index.ts";
import { parseSource } from "../source/index.ts";
import type { TemplateFolder } from "../template/index.ts";
import { listTemplates, readTemplateFolder } from "../template/index.ts";
import type { Theme } from "../theme/index.ts";
import type { FontShelf } from "./assets.ts";
import { createFontShelf } from "./assets.ts";
import { readTheme } from "./read-theme.ts";
import type { Target } from "./target.ts";

/** What targets of one run share: a source is parsed once, a template read once, a font opened once. */
export type Session = {
  readonly project: Project | undefined;
  readonly templates: readonly string[];
  readonly model: (target: Pick<Target, "source" | "status">) => Outcome<Model | undefined>;
  readonly template: (product: string) => Outcome<TemplateFolder | undefined>;
  readonly theme: (product: string, profile: string) => Outcome<Theme | undefined>;
  /** SHA-256 of the source's bytes, hexadecimal. */
  readonly hash: (source: string) => string;
  readonly fonts: FontShelf;
};

export type SessionOptions = {
  readonly project?: Project;
  /** Bytes of `-`. */
  readonly standardInput?: () => Uint8Array;
  /** Keeps what was read and parsed, and knows when it is no longer true; absent: one for this session. */
  readonly memory?: Memory;
};

export function createSession(host: Host, options: SessionOptions): Session {
  const { remember } = options.memory ?? createMemory();
  const readSettings = (path: string): Outcome<YamlMap> | undefined =>
    remember(`settings ${path}`, () => readMap(host, path));
  const templatesOf = (): readonly string[] => remember("templates", () => listTemplates(host));
  const recordTypes = [...usualRecordTypes, ...(options.project?.recordTypes ?? [])];

  const bytesOf = (source: string): Uint8Array | undefined =>
    remember(`bytes ${source}`, () =>
      source === "-" ? options.standardInput?.() : host.read(source),
    );

  function readModel({
    source,
    status,
  }: Pick<Target, "source" | "status">): Outcome<Model | undefined> {
    const bytes = bytesOf(source);
    if (bytes === undefined) return missingSource(source, host);
    const templates = templatesOf();
    const read = parseSource(source, bytes);
    const parsed = withTables(read.value, (path) => host.read(path));
    const head = readHead(parsed.value, templates);
    const withStatus = status === undefined ? head.value : { ...head.value, status };
    const model = buildModel(parsed.value, withStatus, recordTypes, { products: templates });
    return {
      value: model.value,
      diagnostics: [
        ...read.diagnostics,
        ...parsed.diagnostics,
        ...head.diagnostics,
        ...model.diagnostics,
      ],
    };
  }

  return {
    project: options.project,
    get templates() {
      return templatesOf();
    },
    model: (target) =>
      remember(`model ${target.status ?? ""} ${target.source}`, () => readModel(target)),
    template: (product) => remember(`template ${product}`, () => readTemplateFolder(host, product)),
    theme: (product, profile) =>
      remember(`theme ${product} ${profile}`, () =>
        readTheme({ host, read: readSettings }, product, profile, options.project),
      ),
    hash: (source) =>
      createHash("sha256")
        .update(bytesOf(source) ?? new Uint8Array())
        .digest("hex"),
    fonts: createFontShelf(host, remember),
  };
}

function missingSource(source: string, host: Host): Outcome<undefined> {
  const slash = source.lastIndexOf("/");
  const folder = slash === -1 ? "." : source.slice(0, slash);
  const near = similarNames(
    source.slice(slash + 1),
    host.list(folder).filter((name) => !name.endsWith("/")),
  );
  const hints = near.map((name) => `Did you mean "${slash === -1 ? name : `${folder}/${name}`}"?`);
  return {
    value: undefined,
    diagnostics: [
      {
        rule: "source-exists",
        severity: "error",
        message: `There is no source "${source}", or it cannot be read.`,
        hints,
      },
    ],
  };
}

function readMap(host: Host, path: string): Outcome<YamlMap> | undefined {
  const bytes = host.read(path) ?? host.shipped(path);
  if (bytes === undefined) return undefined;
  const { value, diagnostics } = readYaml(path, new TextDecoder().decode(bytes));
  if (value.kind === "map") return { value, diagnostics };
  const empty: YamlMap = { kind: "map", entries: new Map(), keys: new Map(), place: value.place };
  return {
    value: empty,
    diagnostics: [
      ...diagnostics,
      {
        rule: "settings-are-known",
        severity: "error",
        message: `The file "${path}" must hold fields, one "name: value" a line.`,
        place: value.place,
        hints: [],
      },
    ],
  };
}
