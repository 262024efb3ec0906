import type { PhrasingContent } from "mdast";
import type { Value } from "../engine/index.ts";
import { inlineValue, textValue } from "../engine/index.ts";
import type { Annex } from "./annexes.ts";
import { annexesOf, annexLetter } from "./annexes.ts";
import type { Making } from "./making.ts";
import { textNode } from "./nodes.ts";
import type { Opening } from "./opening.ts";
import { openingOf } from "./opening.ts";
import type { SectionView } from "./sections.ts";
import { sectionView } from "./sections.ts";
import type { SlideView } from "./slides.ts";
import { slidesOf } from "./slides.ts";
import type { SummaryPoint } from "./summary.ts";
import { summaryOf } from "./summary.ts";
import { titleIn, titleOf } from "./title.ts";

/** What a template sees of the model; everything else comes by helpers. Documented in docs/templates.md. */
export type View = {
  /** Id of the title. */
  readonly id: string;
  readonly title: Value;
  /** The title by language: { en, fr }; null where it is not given. */
  readonly titles: Readonly<Record<string, Value | null>>;
  readonly product: string;
  /** `en`, `fr`. */
  readonly language: string;
  readonly status: "draft" | "final";
  readonly opening: Opening;
  readonly summary: readonly SummaryPoint[];
  /** The sections below the title that are no annex of this product. */
  readonly sections: readonly SectionView[];
  /** Sections by role; every role that templates know is there, empty where the source has none. */
  readonly roles: Readonly<Record<string, readonly SectionView[]>>;
  /** Sections whose role is none of those. */
  readonly others: readonly SectionView[];
  readonly annexes: readonly Annex[];
  readonly slides: readonly SlideView[];
  /** The fields of the record that the document is for, in a batch; null for a document that is for all. */
  readonly record: Readonly<Record<string, Value>> | null;
};

const knownRoles = [
  "purpose",
  "summary",
  "background",
  "considerations",
  "options",
  "recommendation",
  "next",
] as const;

export function viewOf(making: Making, record?: Readonly<Record<string, string>>): View {
  const { root, head } = making.model;
  const sections = root.sections
    .filter((section) => annexLetter(making, section) === undefined)
    .map((section) => sectionView(making, section));
  const hasRole = (section: SectionView): boolean =>
    knownRoles.some((role) => role === section.role);
  return {
    id: root.id,
    title: titleOf(making),
    titles: { en: titleIn(making, "en"), fr: titleIn(making, "fr") },
    product: making.folder.name,
    language: making.language,
    status: head.status,
    opening: openingOf(making),
    summary: summaryOf(making),
    sections,
    roles: Object.fromEntries(
      knownRoles.map((name) => [name, sections.filter(({ role }) => role === name)]),
    ),
    others: sections.filter((section) => !hasRole(section)),
    annexes: annexesOf(making),
    slides: slidesOf(making),
    record: record === undefined ? null : fieldsOf(record),
  };
}

function fieldsOf(record: Readonly<Record<string, string>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).map(([name, text]) => [name, linesOf(text)]));
}

/** A line end in a field, as in an address, is one in the document. */
function linesOf(text: string): Value {
  const [first = "", ...others] = text.split(/\r\n|\n|\r/);
  if (others.length === 0) return textValue(first);
  return inlineValue([
    textNode(first),
    ...others.flatMap((line): PhrasingContent[] => [{ type: "break" }, textNode(line)]),
  ]);
}
