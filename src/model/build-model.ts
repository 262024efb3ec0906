import type { Outcome } from "../diagnostics/index.ts";
import { createCollector } from "../diagnostics/index.ts";
import type { Source } from "../source/index.ts";
import { plainText } from "../source/index.ts";
import type { Building } from "./building.ts";
import { createBuilding } from "./building.ts";
import { checkModel } from "./check-model.ts";
import { createIdMaker } from "./ids.ts";
import type { Head, Model, ProductNames, RecordType } from "./model.ts";
import { readPlans } from "./plans.ts";
import { walkSource } from "./sections.ts";
import { rootSection, titleHeading } from "./title.ts";

export type ModelOptions = {
  /** The product kinds that `kind=` and `annex=` may name. Usual: the four that are shipped. */
  readonly products?: ProductNames;
};

const usualProducts: ProductNames = new Set(["fact-sheet", "briefing-note", "slides", "report"]);
const usualLanguage = "en-CA";

/**
 * What a source says: its printed sections, its records, and what products take from them. One walk reads, a second
 * follows every reference and compares what is said twice. Linear in the size of the source.
 */
export function buildModel(
  source: Source,
  head: Head,
  types: readonly RecordType[],
  options?: ModelOptions,
): Outcome<Model> {
  const { report, diagnostics } = createCollector();
  const lang = head.fields.entries.get("lang");
  const language = lang?.kind === "text" ? lang.text : usualLanguage;
  const building = createBuilding({
    source,
    language,
    types: new Map(types.map((type) => [type.name, type])),
    products: options?.products ?? usualProducts,
    report,
  });
  const title = titleHeading(source, head, language);
  const root = rootSection(building, head, title);
  walkSource(building, root, title);
  readPlans(building);
  nameTheRest(building);
  const model: Model = {
    file: source.file,
    language,
    head,
    root,
    named: building.named,
    recordTypes: building.types,
    records: building.records,
    recordById: building.recordById,
    briefs: building.briefs,
    slides: building.slides,
    slideNotes: building.notes,
  };
  checkModel(model, building);
  return { value: model, diagnostics: diagnostics() };
}

/** Ids for headings and slides without one, in order, now that all given ids are known. */
function nameTheRest(building: Building): void {
  const makeId = createIdMaker(building);
  for (const section of building.sections) {
    if (section.id === "") section.id = makeId(plainText([...section.heading]), section.place);
    building.named.set(section.id, section);
  }
  for (const slide of building.slides) {
    if (slide.id !== "") continue;
    const words = slide.heading === undefined ? "slide" : plainText([...slide.heading]);
    slide.id = makeId(words, slide.place);
  }
}
