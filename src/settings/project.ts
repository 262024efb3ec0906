import type { Outcome, Place, Report } from "../diagnostics/index.ts";
import { createCollector } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";
import type { RecordType } from "../model/index.ts";
import { parseDate } from "../model/index.ts";
import { readRecordTypes } from "./record-types.ts";
import type { RuleLevel } from "./rules.ts";
import { readRules } from "./rules.ts";
import type { WordTemplates } from "./word-template.ts";
import { readWordTemplates } from "./word-template.ts";
import { readYaml } from "./yaml.ts";
import {
  checkKeys,
  field,
  readList,
  readMap,
  readNumber,
  readOneOf,
  readText,
  readTexts,
  wrongShape,
} from "./yaml-fields.ts";
import { readLanguageField } from "./yaml-language.ts";
import { ofWhatWasRead } from "./yaml-trust.ts";
import type { YamlMap, YamlValue } from "./yaml-value.ts";

/** What dossier.yaml says. Paths are relative to it. */
export type Project = {
  /** Empty: none are listed. */
  readonly sources: readonly string[];
  /** What to make; empty: everything that the sources have enough for. */
  readonly targets: readonly ProjectTarget[];
  readonly outFolder?: string;
  /** Folder of the project's own templates; absent: `templates`. */
  readonly templates?: string;
  /** Path of the brand file. */
  readonly brand?: string;
  /** Record types besides the usual ones. */
  readonly recordTypes: readonly RecordType[];
  /** ISO date that stands for today. */
  readonly asOf?: string;
  /** How far small signs are set by the customs of the language; absent: `spaces`. */
  readonly typography?: "off" | "spaces" | "full";
  /** What travels within PDF files whose target does not say; absent: nothing. */
  readonly attach?: readonly Attachment[];
  /** Pages or slides that a product kind may have, in place of its usual budget. */
  readonly budgets: ReadonlyMap<string, ProjectBudget>;
  /** By rule, what becomes of its warnings. */
  readonly rules: ReadonlyMap<string, RuleLevel>;
  /** Word files of the office that documents are put into; absent: none. */
  readonly wordTemplates?: WordTemplates;
};

export type ProjectBudget = { readonly pages?: number; readonly slides?: number };

/** The MathML of each formula, the Markdown of the document, the files that its tables are made of. */
export type Attachment = "formulas" | "source" | "data";

export const attachments: readonly Attachment[] = ["formulas", "source", "data"];

export type ProjectTarget = {
  /** What travels within a PDF file; empty: nothing; absent: what the project says. */
  readonly attach?: readonly Attachment[];
  /** Absent: each source of the project. */
  readonly source?: string;
  readonly kind: string;
  /** Empty: every format. */
  readonly formats: readonly ("pdf" | "docx")[];
  readonly language?: string;
  readonly audience?: string;
  readonly profile?: string;
  readonly status?: "draft" | "final";
  /** Path of the file. */
  readonly output?: string;
  /** Where its kind is named. */
  readonly place: Place;
};

const file = "dossier.yaml";
const settings = [
  ...["sources", "targets", "kinds", "out-dir", "templates", "brand", "records", "as-of", "budget"],
  ...["word-template", "typography", "rules", "attach"],
];
const targetSettings = [
  ...["source", "kind", "format", "language", "audience", "profile", "status", "output", "attach"],
];

/** Reads dossier.yaml; undefined when there is none. Whether kinds and sources exist is for the build to say. */
export function readProject(host: Host): Outcome<Project | undefined> {
  const bytes = host.read(file);
  if (bytes === undefined) return { value: undefined, diagnostics: [] };
  const { report: collect, diagnostics } = createCollector();
  const read = readYaml(file, new TextDecoder().decode(bytes));
  for (const diagnostic of read.diagnostics) collect(diagnostic);
  const report = ofWhatWasRead(collect, read.diagnostics);
  if (read.value.kind !== "map") wrongShape(read.value, file, "a map of names and values", report);
  const map = read.value;
  checkKeys(map, settings, report, "the file dossier.yaml");
  const outFolder = readText(map, "out-dir", report);
  const templates = readText(map, "templates", report);
  const brand = readText(map, "brand", report);
  const asOf = readDay(map, "as-of", report);
  const typography = readOneOf(map, "typography", ["off", "spaces", "full"], report);
  const attach = readAttach(map, report);
  const project: Project = {
    sources: readTexts(map, "sources", report) ?? [],
    targets: [...readKinds(map, report), ...readTargets(map, report)],
    ...(outFolder === undefined ? {} : { outFolder }),
    ...(templates === undefined ? {} : { templates }),
    ...(brand === undefined ? {} : { brand }),
    recordTypes: recordTypesOf(map, report),
    ...(asOf === undefined ? {} : { asOf }),
    ...(typography === undefined ? {} : { typography }),
    ...(attach === undefined ? {} : { attach }),
    budgets: readBudgets(map, report),
    rules: readRules(map, report),
    ...(field(map, "word-template") === undefined
      ? {}
      : { wordTemplates: readWordTemplates(map, report) }),
  };
  return { value: project, diagnostics: diagnostics() };
}

/** `kinds: [fact-sheet, slides]` is a target in every format for each. */
function readKinds(map: YamlValue, report: Report): readonly ProjectTarget[] {
  const kinds = readTexts(map, "kinds", report) ?? [];
  const value = field(map, "kinds");
  const places = (value?.kind === "list" ? value.items : value === undefined ? [] : [value])
    .filter(({ kind }) => kind === "text")
    .map(({ place }) => place);
  return kinds.map((kind, at) => ({ kind, formats: [], place: places[at] ?? map.place }));
}

function readTargets(map: YamlValue, report: Report): readonly ProjectTarget[] {
  const targets: ProjectTarget[] = [];
  for (const item of readList(map, "targets", report)?.items ?? []) {
    if (item.kind === "map") {
      const target = readTarget(item, report);
      if (target !== undefined) targets.push(target);
    } else {
      wrongShape(item, "targets", "a list of maps", report);
    }
  }
  return targets;
}

function readTarget(map: YamlMap, report: Report): ProjectTarget | undefined {
  checkKeys(map, targetSettings, report, "a target");
  const kind = readText(map, "kind", report);
  if (kind === undefined) {
    report({
      rule: "setting-is-given",
      severity: "error",
      message: 'A target has no "kind".',
      place: map.place,
      hints: ['Say what to make, as in "kind: fact-sheet".'],
    });
    return undefined;
  }
  const source = readText(map, "source", report);
  const language = readLanguageField(map, "language", report)?.text;
  const audience = readText(map, "audience", report);
  const profile = readText(map, "profile", report);
  const status = readOneOf(map, "status", ["draft", "final"], report);
  const output = readText(map, "output", report);
  const attach = readAttach(map, report);
  return {
    kind,
    place: field(map, "kind")?.place ?? map.place,
    formats: readChoices(map, "format", ["pdf", "docx"], report) ?? [],
    ...(attach === undefined ? {} : { attach }),
    ...(source === undefined ? {} : { source }),
    ...(language === undefined ? {} : { language }),
    ...(audience === undefined ? {} : { audience }),
    ...(profile === undefined ? {} : { profile }),
    ...(status === undefined ? {} : { status }),
    ...(output === undefined ? {} : { output }),
  };
}

/** `format: pdf` or `format: [pdf, docx]`; undefined when it is not there. */
function readChoices<Choice extends string>(
  map: YamlValue,
  name: string,
  choices: readonly Choice[],
  report: Report,
): readonly Choice[] | undefined {
  const value = field(map, name);
  if (value === undefined) return undefined;
  return (value.kind === "list" ? value.items : [value]).flatMap((item) => {
    const { place } = item;
    const one: YamlMap = { kind: "map", entries: new Map([[name, item]]), keys: new Map(), place };
    const choice = readOneOf(one, name, choices, report);
    return choice === undefined ? [] : [choice];
  });
}

function readAttach(map: YamlValue, report: Report): readonly Attachment[] | undefined {
  return readChoices(map, "attach", attachments, report);
}

function recordTypesOf(map: YamlValue, report: Report): readonly RecordType[] {
  const records = readMap(map, "records", report);
  if (records === undefined) return [];
  const read = readRecordTypes(records);
  for (const diagnostic of read.diagnostics) report(diagnostic);
  return read.value;
}

function readBudgets(map: YamlValue, report: Report): ReadonlyMap<string, ProjectBudget> {
  const budgets = new Map<string, ProjectBudget>();
  const written = readMap(map, "budget", report);
  for (const kind of written?.entries.keys() ?? []) {
    const budget = readMap(written, kind, report);
    checkKeys(budget, ["pages", "slides"], report, `the budget of "${kind}"`);
    const pages = readNumber(budget, "pages", report, { least: 1, most: 10_000 });
    const slides = readNumber(budget, "slides", report, { least: 1, most: 10_000 });
    budgets.set(kind, {
      ...(pages === undefined ? {} : { pages }),
      ...(slides === undefined ? {} : { slides }),
    });
  }
  return budgets;
}

function readDay(map: YamlValue, name: string, report: Report): string | undefined {
  const value = field(map, name);
  const text = readText(map, name, report);
  if (value === undefined || text === undefined || parseDate(text)?.kind === "day") return text;
  wrongShape(value, name, 'a day, as in "2012-03-25"', report);
  return undefined;
}
