import type { RootContent } from "mdast";
import type { ModelRecord, ModelSection } from "../../model/index.ts";
import type { Blocks, Phrasing } from "../../source/index.ts";
import type { BlocksValue, InlineValue } from "../engine/index.ts";
import { blocksValue, inlineValue } from "../engine/index.ts";
import { annexLetter } from "./annexes.ts";
import { briefOf } from "./briefs.ts";
import type { Making } from "./making.ts";
import { headingNode, linkNode, paragraphNode, sectionNode, textNode } from "./nodes.ts";
import { capitalNodes, labelOf } from "./words.ts";

/** A section as template data. */
export type SectionView = {
  readonly kind: "section";
  readonly id: string;
  /** `role=` of its heading; null without one. */
  readonly role: string | null;
  readonly heading: InlineValue;
  /** The same as `heading`, so that whatever was selected has a title. */
  readonly title: InlineValue;
  /** What stands before its first subsection; null when nothing does. */
  readonly content: BlocksValue | null;
  /** Everything in it but its heading, subsections with their headings. */
  readonly body: BlocksValue;
  /** The shorter wording for this product, or else the content. */
  readonly brief: BlocksValue;
  readonly shortened: boolean;
  /** With its heading: printed, it is a section one level below what stands around. */
  readonly whole: BlocksValue;
  readonly sections: readonly SectionView[];
  readonly editorial: boolean;
  /** As for a record: a section has no date. */
  readonly when: null;
};

export function sectionView(making: Making, section: ModelSection): SectionView {
  const { id, place } = section;
  const heading = inlineValue(section.heading, place);
  const short = briefOf(making, id);
  const content = contentOf(making, section);
  const body = bodyOf(making, section);
  return {
    kind: "section",
    id,
    role: section.role ?? null,
    heading,
    title: heading,
    content: content.length === 0 ? null : blocksValue(content, place),
    body: blocksValue(body, place),
    brief: blocksValue(short ?? (content.length > 0 ? content : body), place),
    shortened: short !== undefined,
    whole: blocksValue([wholeOf(making, section)], place),
    sections:
      annexLetter(making, section) === undefined
        ? section.sections.map((inner) => sectionView(making, inner))
        : [],
    editorial: section.editorial,
    when: null,
  };
}

/** The section in full, also where it is an annex of this product. */
export function annexBody(making: Making, section: ModelSection): BlocksValue {
  const subsections = section.sections.map((inner) => wholeOf(making, inner));
  return blocksValue([...section.content, ...subsections], section.place);
}

function wholeOf(making: Making, section: ModelSection): RootContent {
  const heading = headingNode(section.level, section.heading, section.place);
  const isAnnex = annexLetter(making, section) !== undefined;
  // The annex itself has the id of the section.
  const id = isAnnex ? `${section.id}-in-short` : section.id;
  return sectionNode(id, heading, bodyOf(making, section), section);
}

function bodyOf(making: Making, section: ModelSection): Blocks {
  const content = contentOf(making, section);
  if (annexLetter(making, section) !== undefined) return content;
  return [...content, ...section.sections.map((inner) => wholeOf(making, inner))];
}

/** Where a section is an annex, the item that points to it stands in its place. */
function contentOf(making: Making, section: ModelSection): Blocks {
  const letter = annexLetter(making, section);
  if (letter === undefined) return section.content;
  const words = labelOf(making, "annex") ?? "Annex %";
  const [before = "", after = ""] = (labelOf(making, "see-annex") ?? "See %.").split("%");
  const link = linkNode(`#${section.id}`, words.replace("%", letter));
  const see = [textNode(before), link, textNode(after)];
  const item = making.model.records.find(
    (record) => record.fields.get("detail")?.text === section.id,
  );
  if (item === undefined) return [paragraphNode(see)];
  return [{ ...paragraphNode([...standIn(item), textNode(" "), ...see]), ...positionOf(item) }];
}

function standIn(item: ModelRecord): Phrasing {
  return capitalNodes(item.rest.length > 0 ? item.rest : item.title);
}

function positionOf(item: ModelRecord): Pick<RootContent, "position"> {
  const [first] = item.body;
  return first?.position === undefined ? {} : { position: first.position };
}
