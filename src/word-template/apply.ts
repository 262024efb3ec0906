import type { Report } from "../diagnostics/index.ts";
import type { Edit, WordFile, XmlElement, XmlPart } from "../ooxml/index.ts";
import { childOf, openWordFile, packZip, tellingFaults } from "../ooxml/index.ts";
import { addedStyles, languageElement } from "./add-styles.ts";
import { filledContents, ownContents, withoutContents } from "./contents.ts";
import { converted } from "./convert.ts";
import { fillPart } from "./fill.ts";
import { stories } from "./ids.ts";
import type { Merge } from "./merge.ts";
import { createMerge, hasRunning, languageEdit } from "./merge.ts";
import { mergeNotes, numberNotes, ownNotes } from "./notes.ts";
import { dropOrphans } from "./orphans.ts";
import { createOutput } from "./output.ts";
import type { ContentPlace } from "./place.ts";
import { endPlace, findPlace, sectionsOf, wholePlace } from "./place.ts";
import { mergeProperties, valuesOf } from "./properties.ts";
import { ownRunningParts, runningTaker } from "./running.ts";
import { requireSafeTemplate, tellDropped } from "./safety.ts";
import { planSections } from "./sections.ts";
import { dropTies } from "./settings.ts";
import { tellContents, tellLanguage, tellMarking, tellTurned } from "./tell.ts";
import { withStyles } from "./with-styles.ts";

/** How an office's own template is used. */
export type WordTemplateOptions = {
  /** Its name for messages: a path. */
  readonly file: string;
  /** Name of the bookmark or tag of the content control that the content goes to; without such a place, it goes to the end. */
  readonly place: string;
  /** Whether the text of the template stays around the content, or only its looks, headers and footers do. */
  readonly body: "keep" | "replace";
  /** Names of the template's styles by names of ours; `own` adds ours without a word. */
  readonly styles: ReadonlyMap<string, string>;
};

/**
 * A document of ours in the Word template of an office: its styles, lists, headers, footers, sections, cover page and boilerplate, with our
 * content at its place. Both are the bytes of files. Parts of the template that nothing has to change in stay byte for byte. What is wrong
 * with the template is told; with an error the result is undefined. Same files, same bytes.
 */
export function applyWordTemplate(
  own: Uint8Array,
  template: Uint8Array,
  options: WordTemplateOptions,
  report: Report,
): Uint8Array | undefined {
  return tellingFaults(options.file, report, () => {
    const there = openWordFile(template);
    requireSafeTemplate(there);
    tellDropped(there, options.file, report);
    const ours = openWordFile(own);
    return packZip(merged(ours, withStyles(there, ours), options, report));
  });
}

function merged(
  own: WordFile,
  template: WordFile,
  options: WordTemplateOptions,
  report: Report,
): ReadonlyMap<string, Uint8Array> {
  const output = createOutput(template);
  const part = template.xml(template.main);
  const place = placeIn(part, options);
  const ownPart = own.xml(own.main);
  const ownSections = sectionsOf(ownPart);
  const isRunningOwn = !hasRunning(sectionsOf(part));
  const noteParts = (["footnote", "endnote"] as const).flatMap((kind) => {
    const path = own.related(`${kind}s`);
    return path !== undefined && ownNotes({ own }, kind).length > 0 ? [path] : [];
  });
  const runningParts = isRunningOwn ? ownRunningParts({ own }, ownSections) : [];
  const merge = createMerge(
    own,
    template,
    output,
    {
      file: options.file,
      styles: isRunningOwn ? new Map([...ownRunning, ...options.styles]) : options.styles,
      parts: [own.main, ...noteParts, ...runningParts],
      ownSection: ownSections[0],
      templateSection: place.section,
    },
    report,
  );
  putContent(merge, ownPart, part, place, ownSections, isRunningOwn, options, report);
  for (const kind of ["footnote", "endnote"] as const) mergeNotes(merge, kind);
  putStyles(merge, options, report);
  const shown = fillProperties(merge, place, options, report);
  if (!isRunningOwn) tellMarking(merge, shown, options.file, report);
  tellTurned(ownSections, place.section, options.file, report);
  merge.changes.write();
  putNumbering(merge);
  mergeProperties(own, template, output);
  dropTies(template, output);
  output.setType(
    template.main,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  );
  return output.parts();
}

/** Our headers and footers have tab stops of their own, which the template's styles of these names have not. */
const ownRunning: readonly (readonly [string, string])[] = [
  ...["header", "footer", "header Wide", "footer Wide", "Header First Page"].map(
    (name) => [name, "own"] as const,
  ),
  ...["Footer Line 2", "Footer Line 3"].map((name) => [name, "own"] as const),
];

function placeIn(part: XmlPart, options: WordTemplateOptions): ContentPlace {
  if (options.body === "replace") return wholePlace(part);
  return findPlace(part, options.place) ?? endPlace(part);
}

function putContent(
  merge: Merge,
  ownPart: XmlPart,
  part: XmlPart,
  place: ContentPlace,
  ownSections: readonly XmlElement[],
  isRunningOwn: boolean,
  { file }: WordTemplateOptions,
  report: Report,
): void {
  for (const kind of ["footnote", "endnote"] as const) numberNotes(merge, kind);
  const { main } = merge.template;
  const contents = ownContents(merge, place);
  const lists = contents.flatMap(
    (field) => filledContents(merge, field, place, merge.bookmarkNames) ?? [],
  );
  if (lists.length < contents.length) tellContents(file, report);
  const blocks = (childOf(ownPart.root, "w:body")?.children ?? []).filter(
    ({ name }) => name !== "w:sectPr",
  );
  // No section ends in a cell, so that there the first of ours is all.
  const sections = place.isInBody ? ownSections : ownSections.slice(0, 1);
  const running = isRunningOwn ? runningTaker(merge) : undefined;
  const plan = planSections(part, place.section, sections, running);
  merge.sections.push(...plan.inner);
  const conversion = merge.conversionFor(merge.own.main, main);
  const content = (lists.length === 0 ? [blocks] : withoutContents(blocks))
    .map((stretch) => converted(ownPart, stretch, conversion))
    .join("");
  // A cell ends with a paragraph (17.4.65).
  const closing = !place.isInBody && blocks.at(-1)?.name === "w:tbl" ? "<w:p/>" : "";
  const open = dropOrphans(merge.template, place, merge.changes);
  const edits: readonly Edit[] = [
    { from: place.from, to: place.to, text: content + open + closing },
  ];
  merge.changes.paste(main, ownPart, blocks);
  if (isRunningOwn) merge.changes.paste(main, ownPart, sections);
  merge.changes.edit(main, [...edits, ...lists, ...plan.edits]);
}

function putStyles(merge: Merge, options: WordTemplateOptions, report: Report): void {
  const path = merge.template.related("styles");
  if (path === undefined) return;
  const { own, template, element } = languageElement(merge.fit);
  tellLanguage(own, template, options.file, report);
  const added = addedStyles(merge.styles, merge.fit);
  const at = merge.fit.template.part.root.contentEnd;
  merge.changes.edit(path, [
    ...(element === undefined || own === undefined || own === template
      ? []
      : [languageEdit(element, own)]),
    ...(added === "" ? [] : [{ from: at, to: at, text: added }]),
  ]);
}

/** Lists come last, when everything has said which it needs. */
function putNumbering(merge: Merge): void {
  const xml = merge.lists.xml((id) => {
    const match = merge.styles.matchOf(id);
    return match?.kind === "added" ? match.id : undefined;
  });
  if (xml === undefined) return;
  const there = merge.template.related("numbering");
  if (there !== undefined) {
    merge.output.text(there, xml);
    return;
  }
  const { main } = merge.template;
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const path = merge.output.add(
    `${folder}numbering.xml`,
    new TextEncoder().encode(xml),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
  );
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering";
  merge.output.relate(main, type, path.slice(folder.length), false);
}

function fillProperties(
  merge: Merge,
  place: ContentPlace,
  options: WordTemplateOptions,
  report: Report,
): ReadonlySet<string> {
  const values = valuesOf(merge.own);
  const language = values.get("language") ?? "en";
  const shown = new Set<string>();
  for (const path of stories(merge.template)) {
    const filled = fillPart(merge.template.xml(path), values, language, options.file, report);
    for (const name of filled.shown) shown.add(name);
    const isReplaced = ({ from, to }: Edit): boolean =>
      path === merge.template.main && from >= place.from && to <= place.to && place.from < place.to;
    merge.changes.edit(
      path,
      filled.edits.filter((edit) => !isReplaced(edit)),
    );
  }
  return shown;
}
