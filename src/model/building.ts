import type { Diagnostic, Place, Report } from "../diagnostics/index.ts";
import type { Container, RootContent, Source } from "../source/index.ts";
import type {
  Brief,
  Condition,
  ModelRecord,
  ModelSection,
  Named,
  ProductNames,
  RecordType,
  SlideNotes,
  SlideOutline,
} from "./model.ts";

/** A section while it is filled. */
export type DraftSection = {
  -readonly [Key in keyof ModelSection]: ModelSection[Key];
} & {
  content: RootContent[];
  sections: DraftSection[];
  /** Number of `#` as written; 0 or 1 for the document's own. */
  readonly depth: number;
};

/** A link to `fact:`, which the printed text keeps as plain words. */
export type FactLink = {
  /** What stands after `fact:`. */
  readonly to: string;
  readonly text: string;
  readonly place: Place;
};

/** A `from=` to be followed when all is read. */
export type SelectionUse = { readonly selection: string; readonly place: Place };

/** Printed running text outside of links, in which dates are looked for. */
export type TextPiece = {
  readonly text: string;
  /** Place of its first character; undefined if it has none. */
  readonly place: Place;
};

/** What is gathered on the one walk through the source. */
export type Building = {
  readonly source: Source;
  readonly language: string;
  readonly types: ReadonlyMap<string, RecordType>;
  readonly products: ProductNames;
  readonly report: Report;
  /** Where each id is given. Ids made from headings come last. */
  readonly ids: Map<string, Place>;
  readonly named: Map<string, Named>;
  readonly records: ModelRecord[];
  readonly recordById: Map<string, ModelRecord>;
  readonly briefs: Brief[];
  readonly slides: Mutable<SlideOutline>[];
  readonly notes: SlideNotes[];
  /** Where each `type\ntitle` is recorded. */
  readonly titles: Map<string, Place>;
  /** Ids in tables of an unknown type, which was told: what refers to them is not told again. */
  readonly lost: Set<string>;
  readonly facts: FactLink[];
  readonly selections: SelectionUse[];
  readonly pieces: TextPiece[];
  /** Briefs, slides and notes as they were met; read after the text, whose ids come first. */
  readonly plans: { readonly node: Container; readonly context: Context }[];
  /** Children of footnotes, as they are printed. */
  readonly footnotes: Map<readonly RootContent[], readonly RootContent[]>;
  /** Printed sections in order, the document's own first. */
  readonly sections: DraftSection[];
};

export type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Where the walk is. */
export type Context = {
  readonly only: readonly Condition[];
  readonly editorial: boolean;
  /** False in the register and in briefs, slides and notes: what stands there has no place in the printed text. */
  readonly printed: boolean;
  /** Items are records of the section, whose fields their attributes are. */
  readonly recorded?: true;
  /** Every `:::only` met on the way is noted here. */
  readonly onConditional?: () => void;
};

export function createBuilding(
  parts: Pick<Building, "source" | "language" | "types" | "products" | "report">,
): Building {
  return {
    ...parts,
    ids: new Map(),
    named: new Map(),
    records: [],
    recordById: new Map(),
    briefs: [],
    slides: [],
    notes: [],
    titles: new Map(),
    lost: new Set(),
    facts: [],
    selections: [],
    pieces: [],
    plans: [],
    footnotes: new Map(),
    sections: [],
  };
}

type Words = readonly [message: string, ...hints: string[]];

export function error(report: Report, rule: string, place: Place, words: Words): void {
  report(diagnostic("error", rule, place, words));
}

export function warning(report: Report, rule: string, place: Place, words: Words): void {
  report(diagnostic("warning", rule, place, words));
}

function diagnostic(
  severity: "error" | "warning",
  rule: string,
  place: Place,
  [message, ...hints]: Words,
): Diagnostic {
  return { rule, severity, message, place, hints };
}

/** `"a", "b" and "c"`. */
export function listed(names: Iterable<string>): string {
  return [...names].map((name) => `"${name}"`).join(", ");
}

/** A place as it is named in a sentence: `data/canada-japan.md:12:3`. */
export function placeText(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}

/** `{ only }` where there are conditions. */
export function onlyOf(context: Context): { readonly only?: readonly Condition[] } {
  return context.only.length === 0 ? {} : { only: context.only };
}

/** Whether a container says what products take from the text: it is not printed where it stands. */
export function isPlan(node: Container): boolean {
  return node.name === "brief" || node.name === "slide" || node.name === "notes";
}
