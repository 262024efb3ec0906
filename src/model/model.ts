import type { Place } from "../diagnostics/index.ts";
import type { Attributes, Blocks, Phrasing } from "../source/index.ts";

/** What a source says, checked: its head, its printed sections, its records. Plain data; every value knows where it was written. */
export type Model = {
  readonly file: string;
  /** BCP 47 of the printed text: `en-CA`. */
  readonly language: string;
  readonly head: Head;
  /** The section of the `#` heading: everything that is printed. */
  readonly root: ModelSection;
  /** Printed sections, paragraphs, items and containers that have an id. */
  readonly named: ReadonlyMap<string, Named>;
  readonly recordTypes: ReadonlyMap<string, RecordType>;
  /** In source order, whatever their type. */
  readonly records: readonly ModelRecord[];
  readonly recordById: ReadonlyMap<string, ModelRecord>;
  readonly briefs: readonly Brief[];
  readonly slides: readonly SlideOutline[];
  readonly slideNotes: readonly SlideNotes[];
};

/** Front matter as checked data. Fields of one product stand under its kind, as in `fields.get("briefing-note")`. */
export type Head = {
  readonly fields: HeadMap;
  readonly status: "draft" | "final";
  /** ISO date that stands for today; absent: none was given. */
  readonly asOf?: string;
  /** How far small signs are set by the customs of the language; absent: as the project says. */
  readonly typography?: "off" | "spaces" | "full";
  readonly place: Place;
};

export type HeadValue = HeadText | HeadMap | HeadList;
export type HeadText = { readonly kind: "text"; readonly text: string; readonly place: Place };
export type HeadMap = {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, HeadValue>;
  readonly place: Place;
};
export type HeadList = {
  readonly kind: "list";
  readonly items: readonly HeadValue[];
  readonly place: Place;
};

/** For whom the model is read; sections and blocks in `:::only` that exclude it are not there. */
export type Selection = {
  /** Template folder. */
  readonly product: string;
  /** `pdf`, `docx`. */
  readonly format: string;
  readonly language: string;
  readonly audience?: string;
};

/**
 * The product kinds that there are. Asked for by name, so that a new template concerns only the sources that name it; walked
 * only for suggestions.
 */
export type ProductNames = Pick<ReadonlySet<string>, "has"> & Iterable<string>;

/** `:::only{…}`: every part that is given must hold. */
export type Condition = {
  /** Any of these product kinds. */
  readonly products?: readonly string[];
  readonly formats?: readonly string[];
  readonly languages?: readonly string[];
  readonly audiences?: readonly string[];
};

export type ModelSection = {
  readonly kind: "section";
  readonly id: string;
  /** 1 for the document's own. */
  readonly level: number;
  readonly heading: Phrasing;
  readonly attributes: Attributes;
  /** `role=` of the heading: purpose, summary, background, considerations, recommendation, next, or a user's. */
  readonly role?: string;
  /** Products in which it is an annex. */
  readonly annexIn: readonly string[];
  readonly editorial: boolean;
  /** What stands before the first subsection. */
  readonly content: Blocks;
  readonly sections: readonly ModelSection[];
  /** All of these must hold for it to be printed; absent: it always is. */
  readonly only?: readonly Condition[];
  /** True when a `:::only` container stands somewhere in the content. */
  readonly conditional?: boolean;
  readonly place: Place;
};

export type Named =
  | ModelSection
  | {
      readonly kind: "block";
      readonly id: string;
      readonly attributes: Attributes;
      readonly nodes: Blocks;
      readonly editorial: boolean;
      readonly only?: readonly Condition[];
      readonly place: Place;
    };

// --------------------------------------------------------------------------------------------------------- records

/** A record type is data: a project adds its own in dossier.yaml. */
export type RecordType = {
  /** In kebab-case, as in `{records=event}` and `.initiative`. */
  readonly name: string;
  readonly fields: ReadonlyMap<string, FieldType>;
  /** The section label when a list of them stands in an opening: { en, fr }. */
  readonly label?: Readonly<Record<string, string>>;
};

export type FieldType = {
  readonly name: string;
  readonly type: "text" | "date" | "number" | "reference" | "enum" | "list" | "value";
  readonly required: boolean;
  /** For `enum`. */
  readonly values?: readonly string[];
  /** For `reference` and `list`: a record type or `section`; absent: anything with an id. */
  readonly of?: string;
  /** For `enum`: the value of a record that gives none. */
  readonly usual?: string;
};

export type ModelRecord = {
  readonly type: string;
  /** Absent where the source gave none. */
  readonly id?: string;
  readonly title: Phrasing;
  readonly titleText: string;
  /** For a record that is a printed item: the whole item, with its title. Empty for a row of the register. */
  readonly body: Blocks;
  /** For a printed item: what follows the bold title and its dash or colon. Empty when there is none. */
  readonly rest: Phrasing;
  readonly fields: ReadonlyMap<string, FieldValue>;
  readonly editorial: boolean;
  readonly only?: readonly Condition[];
  readonly place: Place;
};

export type FieldValue = {
  /** As written. */
  readonly text: string;
  /** Parsed, for a date. */
  readonly date?: DateValue;
  /** Parts, for a list. */
  readonly items?: readonly string[];
  readonly place: Place;
};

/** An EDTF date (ISO 8601-2): `2009`, `2010-11`, `2010-11-14`, `2012-23`, `2011-06-15/2011-06-18`. */
export type DateValue =
  | { readonly kind: "year"; readonly year: number }
  | {
      readonly kind: "season";
      readonly year: number /** 21 spring … 24 winter */;
      readonly season: number;
    }
  | { readonly kind: "month"; readonly year: number; readonly month: number }
  | { readonly kind: "day"; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: "interval"; readonly start: DateValue; readonly end: DateValue };

// -------------------------------------------------------------------------------------------------- shorter and deck

export type Brief = {
  readonly of: string;
  /** Products it is for; empty: all. */
  readonly products: readonly string[];
  readonly content: Blocks;
  readonly only?: readonly Condition[];
  readonly place: Place;
};

export type SlideOutline = {
  readonly id: string;
  readonly layout: string;
  readonly role?: string;
  /** What is done with more than has room: `split`, `fit` or `error`. Absent: what the deck says. */
  readonly overflow?: string;
  readonly annex: boolean;
  /** Absent: take that of what it shows. */
  readonly heading?: Phrasing;
  /** A selection; absent: what stands inside. */
  readonly from?: string;
  readonly columns: readonly {
    readonly heading: Phrasing;
    readonly from?: string;
    readonly content: Blocks;
  }[];
  readonly content: Blocks;
  readonly only?: readonly Condition[];
  readonly place: Place;
};

export type SlideNotes = {
  readonly slide: string;
  readonly from?: string;
  readonly content: Blocks;
  readonly only?: readonly Condition[];
  readonly place: Place;
};

/** What a selection gives, in order. */
export type Selected =
  | { readonly kind: "record"; readonly record: ModelRecord }
  | { readonly kind: "section"; readonly section: ModelSection }
  | { readonly kind: "block"; readonly block: Extract<Named, { readonly kind: "block" }> };
