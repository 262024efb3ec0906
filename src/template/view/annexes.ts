import { letterOf } from "../../document/index.ts";
import type { ModelSection } from "../../model/index.ts";
import { select } from "../../model/index.ts";
import type { InlineValue, TextValue } from "../engine/index.ts";
import { inlineValue, textValue } from "../engine/index.ts";
import type { Making } from "./making.ts";
import type { RecordView } from "./records.ts";
import { recordView } from "./records.ts";
import { labelOf } from "./words.ts";

/** What stands at the end of a product, on pages of its own: a section of the source, or all records of a type. */
export type Annex = {
  readonly letter: string;
  readonly id: string;
  readonly heading: InlineValue | TextValue;
  /** Null for records. */
  readonly section: ModelSection | null;
  /** Record type; null for a section. */
  readonly type: string | null;
  readonly records: readonly RecordView[];
};

export function annexesOf(making: Making): readonly Annex[] {
  const sections = annexedSections(making);
  const ofSections = sections.map((section, index): Annex => {
    const heading = inlineValue(section.heading, section.place);
    const base = { letter: letterOf(index + 1), id: section.id, heading, section };
    return { ...base, type: null, records: [] };
  });
  const types = making.folder.settings.annexes.flatMap((type) => {
    const records = recordsOf(making, type);
    return records.length === 0 ? [] : [{ type, records }];
  });
  const ofTypes = types.map(({ type, records }, index): Annex => {
    const letter = letterOf(sections.length + index + 1);
    const heading = textValue(typeLabel(making, `annex-${type}`, type));
    return { letter, id: `annex-${type}`, heading, section: null, type, records };
  });
  return [...ofSections, ...ofTypes];
}

export function recordsOf(making: Making, type: string): readonly RecordView[] {
  if (!making.model.recordTypes.has(type)) return [];
  const chosen = select(making.model, type, making.model.root.place).value;
  return chosen.flatMap((one) => (one.kind === "record" ? [recordView(making, one.record)] : []));
}

/** The label of the template, or else that of the record type, or else its name. */
export function typeLabel(making: Making, key: string, type: string): string {
  const labels = making.folder.labels;
  if (labels.get(making.language)?.has(key) || labels.get("en")?.has(key)) {
    return labelOf(making, key) ?? type;
  }
  const label = making.model.recordTypes.get(type)?.label;
  return label?.[making.language] ?? label?.["en"] ?? type;
}

/** Sections with `annex=` of this product, in order of the source. */
function annexedSections(making: Making): readonly ModelSection[] {
  const found: ModelSection[] = [];
  const look = (section: ModelSection): void => {
    if (section.annexIn.includes(making.folder.name)) found.push(section);
    for (const inner of section.sections) look(inner);
  };
  look(making.model.root);
  return found;
}

/** The letter of the annex that a section is; undefined when it is none. */
export function annexLetter(making: Making, section: ModelSection): string | undefined {
  if (!section.annexIn.includes(making.folder.name)) return undefined;
  const index = annexedSections(making).findIndex(({ id }) => id === section.id);
  return index === -1 ? undefined : letterOf(index + 1);
}
