import { isDeepStrictEqual } from "node:util";
import type { Report } from "../../diagnostics/index.ts";
import type { DocumentTree } from "../../document/index.ts";
import type { Assets, Page } from "../../layout/index.ts";
import type { Attachments } from "./attachments/attach.ts";
import { attachFiles } from "./attachments/attach.ts";
import { beginningsOf, writeDestinations } from "./destinations.ts";
import { embedFont } from "./fonts/embed-font.ts";
import { openFontBook } from "./fonts/font-book.ts";
import { openImageBook } from "./images/image-book.ts";
import { writeLinks } from "./links.ts";
import type { PdfMemo } from "./memo.ts";
import { informationOf, metadataPacket } from "./metadata.ts";
import { writeOutline } from "./outline.ts";
import { pageLabels } from "./page-labels.ts";
import { paintAgain } from "./paint/paint-again.ts";
import { paintPage } from "./paint/paint-page.ts";
import { openPdfkitSink } from "./pdfkit-sink.ts";
import type { PdfSink, Reference } from "./sink.ts";
import { referenceSyntax } from "./sink.ts";
import { srgbProfile } from "./srgb-profile.ts";
import { planAgain } from "./structure/again.ts";
import type { StructurePlan } from "./structure/element.ts";
import type { MarkedPage } from "./structure/mark-pages.ts";
import { markPages } from "./structure/mark-pages.ts";
import { planStructure } from "./structure/plan-blocks.ts";
import { settleStructure } from "./structure/settle.ts";
import type { StructureMemo } from "./structure/units.ts";
import { createStructureMemo } from "./structure/units.ts";
import { writeStructure } from "./structure/write-structure.ts";
import { textSyntax, utf8 } from "./syntax.ts";

/**
 * The PDF of a document on its pages: PDF 1.7 that is PDF/UA-1 and PDF/A-2a, or PDF/A-3a where files are attached. The same
 * document, pages and files give the same bytes. What cannot be in the file is reported, and a frame stands in its place.
 * @param memo what earlier files of the same target were made of; absent: all is made
 * @param attachments what travels within it; absent: nothing
 */
export function renderPdf(
  document: DocumentTree,
  pages: readonly Page[],
  assets: Assets,
  report: Report = () => {},
  memo?: PdfMemo,
  attachments?: Attachments,
): Uint8Array {
  const beginnings = beginningsOf(pages, memo?.destinations);
  const { plan, marked, structure } = structureOf(document, pages, beginnings, memo);

  const information = informationOf(document);
  const sink = openPdfkitSink(information, memo);
  const fonts = openFontBook(sink, assets.face);
  const images = openImageBook(sink, assets.image, report, memo);
  const painting = { fonts, images, language: document.language };
  const references: Reference[] = [];
  const annotations: (readonly Reference[])[] = [];
  let key = pages.length;
  for (const [index, page] of pages.entries()) {
    const marks = marked[index];
    if (marks === undefined) throw new Error(`Bug: page ${page.number} has no marks.`);
    const space = sink.page(page);
    references.push(space.reference);
    if (memo === undefined) paintPage(page, marks, painting, space);
    else paintAgain(page, marks, painting, space, memo);
    const links = writeLinks(sink, page, marks, key);
    for (const link of links) space.annotation(link);
    annotations.push(links);
    key += links.length;
    space.entry("StructParents", String(index));
    space.entry("Tabs", "/S");
  }
  for (const font of fonts.fonts()) embedFont(sink, font, memo?.fonts);
  const attached = attachFiles(sink, plan.root, attachments ?? none, information);
  const numbers = [references, ...annotations].flatMap((list) => list.map(({ id }) => id));
  const targets = [...numbers, ...attached.formulas];
  const same = structure !== undefined && isDeepStrictEqual(structure.targets, targets);
  const pointed = { pages: references, annotations, layout: pages, files: attached.files, same };
  writeStructure(sink, plan.root, marked, pointed);
  writeOutline(sink, document.content, beginnings);
  const named = writeDestinations(sink, beginnings, pages, references, memo?.named);
  if (memo !== undefined) memo.named = named;
  sink.catalogue("PageLabels", pageLabels(pages.map(({ label }) => label)));
  const profile = memo?.profile ?? srgbProfile();
  if (memo !== undefined) memo.profile = profile;
  const packet = metadataPacket(information, document.language, attached.any ? 3 : 2);
  writeIdentity(sink, document.language, packet, profile);
  const file = sink.finish();
  if (memo !== undefined && structure !== undefined) memo.structure = { ...structure, targets };
  return file;
}

const none: Attachments = { formulas: false, files: [] };

type Structured = {
  readonly plan: StructurePlan;
  readonly marked: readonly MarkedPage[];
  /** For the next file; absent: there is none. */
  readonly structure?: StructureMemo;
};

/** Files whose structures follow from one another. */
const mostFiles = 100;

/** The structure of the document, with what of it is painted where. */
function structureOf(
  document: DocumentTree,
  pages: readonly Page[],
  beginnings: ReadonlyMap<string, unknown>,
  memo: PdfMemo | undefined,
): Structured {
  const reachable = (node: string): boolean => beginnings.has(node);
  if (memo === undefined) {
    const plan = planStructure(document, reachable);
    const marked = markPages(plan, pages);
    settleStructure(plan);
    return { plan, marked };
  }
  const known = memo.structure;
  // Now and then all is planned anew, which lets go of what is no more.
  const kept = known !== undefined && known.generation < mostFiles ? known : undefined;
  const structure = kept ?? createStructureMemo();
  // It is changed now, and what was begun and not finished is not to be taken again.
  memo.structure = undefined;
  const { plan, marked, fresh } = planAgain(document, reachable, pages, structure);
  // A heading of another level is written and painted as another element.
  if (!settleStructure(plan, fresh)) return structureOf(document, pages, beginnings, memo);
  return { plan, marked, structure };
}

/** What the file is: its language, its metadata, what its colours mean (PDF/A-2, 6.2.3). */
function writeIdentity(sink: PdfSink, language: string, packet: string, colours: Uint8Array): void {
  sink.catalogue("Lang", textSyntax(language));
  const metadata = sink.reserve();
  sink.stream(metadata, { Type: "/Metadata", Subtype: "/XML" }, utf8(packet), { plain: true });
  sink.catalogue("Metadata", referenceSyntax(metadata));
  const profile = sink.reserve();
  sink.stream(profile, { N: "3" }, colours);
  const name = textSyntax("sRGB IEC61966-2.1");
  sink.catalogue(
    "OutputIntents",
    `[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier${name}/Info${name}/DestOutputProfile ${referenceSyntax(profile)}>>]`,
  );
}
