import type { Blocks, RootContent } from "../source/index.ts";
import { conditionOf } from "./condition.ts";
import type { Condition, Model, ModelRecord, ModelSection, Named, Selection } from "./model.ts";
import { withChildren } from "./nodes.ts";

/**
 * The model as one target sees it: what an `only` container excludes is nowhere in it, what it includes stands without
 * the container. Text for an audience is left out unless the target is for that audience. Briefs for other products go.
 */
export function selectFor(model: Model, selection: Selection): Model {
  const isFor = (part: { readonly only?: readonly Condition[] }): boolean =>
    part.only === undefined || part.only.every((condition) => holds(condition, selection));
  const sections = new Map<ModelSection, ModelSection>();
  const root = selectSection(model.root, selection, isFor, sections);
  const records = new Map<ModelRecord, ModelRecord>();
  for (const record of model.records) {
    if (isFor(record)) records.set(record, { ...record, body: openBlocks(record.body, selection) });
  }
  const recordById = new Map<string, ModelRecord>();
  for (const [id, record] of model.recordById) {
    const kept = records.get(record);
    if (kept !== undefined) recordById.set(id, kept);
  }
  const named = new Map<string, Named>();
  for (const [id, one] of model.named) {
    const kept = one.kind === "section" ? sections.get(one) : selectBlock(one, selection, isFor);
    if (kept !== undefined) named.set(id, kept);
  }
  const open = <Part extends { readonly content: Blocks }>(part: Part): Part => ({
    ...part,
    content: openBlocks(part.content, selection),
  });
  return {
    ...model,
    root,
    named,
    records: [...records.values()],
    recordById,
    briefs: model.briefs
      .filter((brief) => isFor(brief) && isForProduct(brief.products, selection))
      .map(open),
    slides: model.slides
      .filter(isFor)
      .map((slide) => ({ ...open(slide), columns: slide.columns.map(open) })),
    slideNotes: model.slideNotes.filter(isFor).map(open),
  };
}

function isForProduct(products: readonly string[], { product }: Selection): boolean {
  return products.length === 0 || products.includes(product);
}

function selectSection(
  section: ModelSection,
  selection: Selection,
  isFor: (section: ModelSection) => boolean,
  kept: Map<ModelSection, ModelSection>,
): ModelSection {
  const sections: ModelSection[] = [];
  for (const inner of section.sections) {
    if (isFor(inner)) sections.push(selectSection(inner, selection, isFor, kept));
  }
  const isSame =
    section.conditional !== true &&
    sections.length === section.sections.length &&
    sections.every((inner, index) => inner === section.sections[index]);
  const selected = isSame
    ? section
    : { ...section, sections, content: openBlocks(section.content, selection) };
  kept.set(section, selected);
  return selected;
}

function selectBlock(
  block: Extract<Named, { readonly kind: "block" }>,
  selection: Selection,
  isFor: (block: Named) => boolean,
): Named | undefined {
  if (!isFor(block)) return undefined;
  const nodes = openBlocks(block.nodes, selection);
  return nodes === block.nodes ? block : { ...block, nodes };
}

/** Opens the `only` containers that hold and drops the others; the same array when there are none. */
function openBlocks(nodes: Blocks, selection: Selection): Blocks {
  let result: RootContent[] | undefined;
  nodes.forEach((node, index) => {
    const opened = openBlock(node, selection);
    if (result === undefined) {
      if (opened.length === 1 && opened[0] === node) return;
      result = nodes.slice(0, index);
    }
    for (const one of opened) result.push(one);
  });
  return result ?? nodes;
}

function openBlock(node: RootContent, selection: Selection): Blocks {
  if (node.type === "container" && node.name === "only") {
    return holds(conditionOf(node), selection) ? openBlocks(node.children, selection) : [];
  }
  if (!("children" in node)) return [node];
  const children = openBlocks(node.children as Blocks, selection);
  // A list, quote or note of which nothing is left is not printed.
  if (children.length === 0 && node.children.length > 0) return [];
  return [withChildren(node, children)];
}

function holds(condition: Condition, selection: Selection): boolean {
  const { products, formats, languages, audiences } = condition;
  const { product, format, language, audience } = selection;
  return (
    (products === undefined || products.includes(product)) &&
    (formats === undefined || formats.includes(format)) &&
    (languages === undefined || languages.some((one) => isLanguage(language, one))) &&
    (audiences === undefined || (audience !== undefined && audiences.includes(audience)))
  );
}

/** `fr` is asked for by `fr`, and answered by `fr-CA`; `fr-CA` too is answered by `fr`. */
function isLanguage(language: string, wanted: string): boolean {
  const [a, b] = [language.toLowerCase(), wanted.toLowerCase()];
  return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
}
