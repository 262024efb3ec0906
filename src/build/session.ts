import { createHash } from "node:crypto";
import type { Memory } from "../cache/index.ts";
import { createMemory } from "../cache/index.ts";
import { withTables } from "../data/index.ts";
import type { Diagnostic, Outcome } from "../diagnostics/index.ts";
import { similarNames } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";
import { fillHead, fillSource } from "../merge/index.ts";
import type { Head, Model, ProductNames } from "../model/index.ts";
import { buildModel, usualRecordTypes } from "../model/index.ts";
import type { Project, YamlMap } from "../settings/index.ts";
import { readHead, readYaml } from "../settings/index.ts";
import type { Source } from "../source/index.ts";
import { createSourceMemo, parseSource } from "../source/index.ts";
import type { TemplateFolder } from "../template/index.ts";
import { hasTemplate, listTemplates, readTemplateFolder } from "../template/index.ts";
import type { Theme } from "../theme/index.ts";
import type { FontShelf } from "./assets.ts";
import { createFontShelf } from "./assets.ts";
import type { Layouts } from "./layouts.ts";
import { createLayouts } from "./layouts.ts";
import { readTheme } from "./read-theme.ts";
import type { Target } from "./target.ts";

/** What targets of one run share: a source is parsed once, a template read once, a font opened once. */
export type Session = {
  readonly project: Project | undefined;
  readonly templates: readonly string[];
  /** With the values of its record, if the target has one; then it is made at each call. */
  readonly model: (
    target: Pick<Target, "source" | "status" | "record">,
  ) => Outcome<Model | undefined>;
  /** The source as read, and its head; undefined when there is no such source. */
  readonly source: (path: string) => ReadSource | undefined;
  /** The source as it stands; undefined when there is none. */
  readonly bytes: (path: string) => Uint8Array | undefined;
  /** With its labels in this language. */
  readonly template: (product: string, language: string) => Outcome<TemplateFolder | undefined>;
  readonly theme: (product: string, profile: string) => Outcome<Theme | undefined>;
  /** SHA-256 of the source's bytes, hexadecimal. */
  readonly hash: (source: string) => string;
  readonly fonts: FontShelf;
  readonly layouts: Layouts;
  /** Memos that outlive the run, by name; absent: no run comes after this one. */
  readonly warm?: Memory["remember"];
};

export type ReadSource = {
  readonly source: Source;
  readonly head: Head;
  readonly diagnostics: readonly Diagnostic[];
};

export type SessionOptions = {
  readonly project?: Project;
  /** Bytes of `-`. */
  readonly standardInput?: () => Uint8Array;
  /** Keeps what was read and parsed, and knows when it is no longer true; absent: one for this session. */
  readonly memory?: Memory;
  /** More runs with the same memory will come, so that what this one sets is kept for them. Absent: not. */
  readonly warm?: boolean;
};

/** A file for a table. A link of a foreign project is not to fetch what lies elsewhere on the machine into a document. */
function readInside(path: string, host: Host): Uint8Array | "outside" | undefined {
  return host.leadsOutside?.(path) === true ? "outside" : host.read(path);
}

export function createSession(host: Host, options: SessionOptions): Session {
  const { remember } = options.memory ?? createMemory();
  const readSettings = (path: string): Outcome<YamlMap> | undefined =>
    remember(`settings ${path}`, () => readMap(host, path));
  const folder = options.project?.templates;
  const ownFolder = folder === undefined ? {} : { folder };
  const templatesOf = (): readonly string[] =>
    remember("templates", () => listTemplates(host, folder));
  const products: ProductNames = {
    has: (name) => remember(`has template ${name}`, () => hasTemplate(host, name, folder)),
    [Symbol.iterator]: () => templatesOf()[Symbol.iterator](),
  };
  const recordTypes = [...usualRecordTypes, ...(options.project?.recordTypes ?? [])];

  const bytesOf = (source: string): Uint8Array | undefined =>
    remember(`bytes ${source}`, () =>
      source === "-" ? options.standardInput?.() : host.read(source),
    );

  const sourceOf = (path: string): ReadSource | undefined =>
    remember(`source ${path}`, () => {
      const bytes = bytesOf(path);
      if (bytes === undefined) return undefined;
      const pieces = options.warm ? remember(`memo of ${path}`, createSourceMemo) : undefined;
      const read = parseSource(path, bytes, pieces);
      const parsed = withTables(read.value, (table) => readInside(table, host));
      const head = readHead(parsed.value, products);
      const diagnostics = [...read.diagnostics, ...parsed.diagnostics, ...head.diagnostics];
      return { source: parsed.value, head: head.value, diagnostics };
    });

  function readModel({
    source: path,
    status,
    record,
  }: Pick<Target, "source" | "status" | "record">): Outcome<Model | undefined> {
    const read = sourceOf(path);
    if (read === undefined) return missingSource(path, host);
    const { values } = record ?? {};
    const source = values === undefined ? read.source : fillSource(read.source, values);
    const head = values === undefined ? read.head : fillHead(read.head, values);
    const withStatus = status === undefined ? head : { ...head, status };
    const model = buildModel(source, withStatus, recordTypes, { products });
    return { value: model.value, diagnostics: [...read.diagnostics, ...model.diagnostics] };
  }

  return {
    project: options.project,
    get templates() {
      return templatesOf();
    },
    model: (target) =>
      target.record === undefined
        ? remember(`model ${target.status ?? ""} ${target.source}`, () => readModel(target))
        : readModel(target),
    source: sourceOf,
    bytes: bytesOf,
    template(product, language) {
      const languages = labelLanguages(language);
      return remember(`template ${product} ${languages.join(" ")}`, () =>
        readTemplateFolder(host, product, { languages, ...ownFolder }),
      );
    },
    theme: (product, profile) =>
      remember(`theme ${product} ${profile}`, () =>
        readTheme({ host, read: readSettings }, product, profile, options.project),
      ),
    hash: (source) =>
      createHash("sha256")
        .update(bytesOf(source) ?? new Uint8Array())
        .digest("hex"),
    fonts: createFontShelf(host, remember),
    layouts: createLayouts(),
    ...(options.warm === true ? { warm: remember } : {}),
  };
}

/** That of the document, the other of both, and English for what is not translated. */
function labelLanguages(language: string): readonly string[] {
  const [own = "en"] = language.split("-");
  return [...new Set([...(/^[a-z]{2,3}$/.test(own) ? [own] : []), "en", "fr"])].sort();
}

function missingSource(source: string, host: Host): Outcome<undefined> {
  const slash = source.lastIndexOf("/");
  const folder = slash === -1 ? "." : source.slice(0, slash);
  const near = similarNames(
    source.slice(slash + 1),
    host.list(folder).filter((name) => !name.endsWith("/")),
  );
  const within = host.list(source).find((name) => /\.(?:md|markdown)$/i.test(name));
  const folderHint = `It is a folder: name the files in it, as in "${source.replace(/\/*$/, "/")}${within}".`;
  const hints = [
    ...(within === undefined ? [] : [folderHint]),
    ...near.map((name) => `Did you mean "${slash === -1 ? name : `${folder}/${name}`}"?`),
  ];
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
