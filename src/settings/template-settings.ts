import type { Diagnostic, Outcome } from "../diagnostics/index.ts";
import { similarNames } from "../diagnostics/index.ts";
import type { PreparedForm } from "./prepared.ts";
import type { Reader } from "./reader.ts";
import { createReader } from "./reader.ts";
import { readYaml } from "./yaml.ts";
import { ofWhatWasRead } from "./yaml-trust.ts";

/** `template.yaml`: what a template needs of the source, and what it promises of the product. */
export type TemplateSettings = {
  /** Name of the product by language: { en, fr }; empty when the file gives none. */
  readonly title: Readonly<Record<string, string>>;
  /** Fields of the head by path: `classification`, `to`, `organization`. A product's own stand under its kind. */
  readonly fields: ReadonlyMap<string, NeededField>;
  /** Records by selection: `quick-fact`, `event[standing=past]`. */
  readonly selections: ReadonlyMap<string, NeededSelection>;
  /** Absent: the product may have any length. */
  readonly budget?: Budget;
  /** What is numbered unless the head says otherwise. */
  readonly numbering: NumberingSettings;
  /** How pages are numbered unless the head says otherwise; absent: from 1. */
  readonly pageNumbers?: PageNumberSettings;
  /** Record types that have an annex of their own, in order, where there are records. */
  readonly annexes: readonly string[];
};

export type NumberingSettings = {
  /** Levels of sections that bear a number; 0: none. */
  readonly sections: number;
  /** Whether captions begin with "Figure 2:". */
  readonly captions: boolean;
};

export type PageNumberSettings = {
  /** Pages before the first section are i, ii, iii. */
  readonly romanFront: boolean;
  /** Pages of annexes are. */
  readonly letteredAnnexes: boolean;
};

export type NeededField = {
  readonly type: FieldKind;
  /** A list of such values. */
  readonly list: boolean;
  readonly required: boolean;
  /** Value where the head gives none. */
  readonly usual?: string;
  /** For `choice`. */
  readonly values: readonly string[];
  /** What a draft prints in place of a required field that is missing. */
  readonly whenMissing: "placeholder" | "leave-out";
};

export const fieldKinds = ["text", "bilingual", "date", "choice", "person", "link"] as const;
export type FieldKind = (typeof fieldKinds)[number];

export type NeededSelection = {
  /** Fewer are told; 0 unless given. */
  readonly least: number;
  /** More are an error; absent: any number. */
  readonly most?: number;
};

export type Budget = {
  /** Pages, or slides of a deck. */
  readonly most: number;
  readonly unit: "pages" | "slides";
  readonly annexesCount: boolean;
  /** Ids of sections that would be moved or left out, first to go first. */
  readonly move: readonly string[];
};

/** Reads `template.yaml`; every fault is told, and what is sound is given. */
export function readTemplateSettings(file: string, text: string): Outcome<TemplateSettings> {
  const yaml = readYaml(file, text);
  const diagnostics: Diagnostic[] = [...yaml.diagnostics];
  const reader = createReader(yaml.value, yaml.value.place, {
    report: ofWhatWasRead((diagnostic) => diagnostics.push(diagnostic), yaml.diagnostics),
    unit: 1,
    similar: similarNames,
  });
  const budget = budgetOf(reader);
  const value: TemplateSettings = {
    title: titlesOf(
      reader.map("title", 'Write it once for each language: "title: {en: Leaflet, fr: Dépliant}".'),
    ),
    fields: fieldsOf(reader.map("fields")),
    selections: selectionsOf(reader.map("selections")),
    ...(budget && { budget }),
    numbering: numberingOf(reader),
    ...(reader.has("page-numbers") && {
      pageNumbers: pageNumbersOf(reader.map("page-numbers")),
    }),
    annexes: reader.texts("annexes"),
  };
  reader.finish();
  return { value, diagnostics };
}

export const templateSettingsForm: PreparedForm<TemplateSettings> = {
  to: (settings) => ({
    ...settings,
    fields: [...settings.fields],
    selections: [...settings.selections],
  }),
  from(json) {
    const { fields, selections, ...rest } = json as PreparedSettings;
    return { ...rest, fields: new Map(fields), selections: new Map(selections) };
  },
};

type PreparedSettings = Omit<TemplateSettings, "fields" | "selections"> & {
  readonly fields: readonly (readonly [string, NeededField])[];
  readonly selections: readonly (readonly [string, NeededSelection])[];
};

/** Of a template without `template.yaml`. */
export function usualTemplateSettings(): TemplateSettings {
  return {
    title: {},
    fields: new Map(),
    selections: new Map(),
    numbering: usualNumbering(),
    annexes: [],
  };
}

/** Captions bear numbers, sections none. */
function usualNumbering(): NumberingSettings {
  return { sections: 0, captions: true };
}

function numberingOf(reader: Reader): NumberingSettings {
  const usual = usualNumbering();
  if (!reader.has("numbering")) return usual;
  const own = reader.map("numbering");
  return {
    sections: own.count("sections") ?? usual.sections,
    captions: own.flag("captions", usual.captions),
  };
}

function pageNumbersOf(reader: Reader): PageNumberSettings {
  return {
    romanFront: reader.oneOf("front", ["roman", "usual"], "usual") === "roman",
    letteredAnnexes: reader.oneOf("annexes", ["lettered", "usual"], "usual") === "lettered",
  };
}

function titlesOf(reader: Reader): Readonly<Record<string, string>> {
  return Object.fromEntries(reader.keys().map((language) => [language, reader.text(language)]));
}

function fieldsOf(reader: Reader): ReadonlyMap<string, NeededField> {
  return new Map(reader.keys().map((path) => [path, fieldOf(reader.map(path))]));
}

function fieldOf(reader: Reader): NeededField {
  const usual = reader.text("usual", "");
  return {
    type: reader.oneOf("type", fieldKinds, "text"),
    list: reader.flag("list", false),
    required: reader.flag("required", false),
    ...(usual !== "" && { usual }),
    values: reader.texts("values"),
    whenMissing: reader.oneOf("when-missing", ["placeholder", "leave-out"], "placeholder"),
  };
}

function selectionsOf(reader: Reader): ReadonlyMap<string, NeededSelection> {
  return new Map(
    reader.keys().map((selection): [string, NeededSelection] => {
      const needed = reader.map(selection);
      const least = needed.count("least") ?? 0;
      const most = needed.count("most");
      return [selection, most === undefined ? { least } : { least, most }];
    }),
  );
}

function budgetOf(reader: Reader): Budget | undefined {
  if (!reader.has("budget")) return undefined;
  const budget = reader.map("budget");
  const unit = budget.has("slides") ? "slides" : "pages";
  const most = budget.count(unit);
  const rest = {
    unit,
    annexesCount: budget.flag("annexes-count", true),
    move: budget.texts("move"),
  } as const;
  return most === undefined ? undefined : { most, ...rest };
}
