import type { Report } from "../diagnostics/index.ts";
import type { Edit, StyleSheet, WordFile, XmlElement } from "../ooxml/index.ts";
import {
  childOf,
  escapeXml,
  readStyleSheet,
  readThemeColours,
  targetFrom,
  WordFileFault,
} from "../ooxml/index.ts";
import type { Fitting } from "./added-look.ts";
import { leftOf } from "./added-look.ts";
import type { Changes } from "./changes.ts";
import { createChanges } from "./changes.ts";
import type { Conversion } from "./convert.ts";
import { takenIds } from "./ids.ts";
import type { StyleMatches } from "./match-styles.ts";
import { matchStyles } from "./match-styles.ts";
import type { NumberingMerge } from "./numbering.ts";
import { mergeNumbering, readNumbering } from "./numbering.ts";
import type { Output } from "./output.ts";
import { carryPart } from "./output.ts";
import { textSizeOf } from "./sections.ts";
import { tabStopsOf } from "./tab-stops.ts";
import { usedStyles } from "./used-styles.ts";

/** The two files side by side, and what leads from one to the other. */
export type Merge = {
  readonly own: WordFile;
  readonly template: WordFile;
  readonly output: Output;
  readonly changes: Changes;
  readonly styles: StyleMatches;
  readonly lists: NumberingMerge;
  readonly fit: Fitting;
  /** Names of our bookmarks that had to change, by those that they had. */
  readonly bookmarkNames: ReadonlyMap<string, string>;
  /** For elements of a part of ours that go to a part of the template. */
  readonly conversionFor: (ownPart: string, part: string) => Conversion;
  /** Numbers of our notes in the template by kind and number: `footnote 1`. */
  readonly noteIds: Map<string, string>;
  /** Properties for the sections that end within our content, taken one after the other. */
  readonly sections: string[];
};

export type MergeOptions = {
  /** The template's name for messages. */
  readonly file: string;
  /** Names of the template's styles by names of ours. */
  readonly styles: ReadonlyMap<string, string>;
  /** Parts of ours whose content goes into the file. */
  readonly parts: readonly string[];
  /** Section properties that say how wide the text is, of ours and of the template. */
  readonly ownSection: XmlElement | undefined;
  readonly templateSection: XmlElement | undefined;
};

export function createMerge(
  own: WordFile,
  template: WordFile,
  output: Output,
  options: MergeOptions,
  report: Report,
): Merge {
  const ownStyles = styleSheetOf(own);
  const templateStyles = styleSheetOf(template);
  const styles = matchStyles(
    ownStyles,
    templateStyles,
    usedStyles(own, options.parts),
    options.styles,
    options.file,
    report,
  );
  const ownNumbering = readNumbering(own, own.related("numbering"), ownStyles);
  const templateNumbering = readNumbering(template, template.related("numbering"), templateStyles);
  const lists = mergeNumbering(ownNumbering, templateNumbering);
  const ids = takenIds(template);
  const size = textSizeOf(options.templateSection);
  const ownSize = textSizeOf(options.ownSection);
  const fit = fitting(ownStyles, templateStyles, styles.idOf, template, {
    width: size.width / ownSize.width,
    turnedWidth: size.turnedWidth / ownSize.turnedWidth,
    numberOf: lists.carried,
  });
  const carried = new Map<string, string>();
  const noteIds = new Map<string, string>();
  const sections: string[] = [];
  const shared = {
    styles,
    ownNumbering,
    templateNumbering,
    lists,
    ids,
    bookmarkNames: freeBookmarks(own, options.parts, ids.bookmarkName),
    ownRoom: { width: ownSize.width, indent: leftOf(fit.ownBody) },
    tabStops: tabStopsOf(fit, styles),
    room: { width: size.width, indent: leftOf(fit.templateBody) },
    noteId: (kind: string, id: string) => noteIds.get(`${kind} ${id}`) ?? id,
    section: () => sections.shift() ?? "",
  };
  return {
    own,
    template,
    output,
    changes: createChanges(template, output),
    styles,
    lists,
    noteIds,
    sections,
    bookmarkNames: shared.bookmarkNames,
    fit,
    conversionFor: (ownPart, part) => ({
      ...shared,
      bookmarkIds: new Map(),
      relation: relationTaker(own, ownPart, part, output, carried),
    }),
  };
}

function styleSheetOf(file: WordFile): StyleSheet {
  const path = file.related("styles");
  if (path === undefined)
    throw new WordFileFault(
      "word-file-is-sound",
      "has no styles",
      "Open it in Word, save it again, and use that file.",
    );
  return readStyleSheet(file, path);
}

function fitting(
  own: StyleSheet,
  template: StyleSheet,
  idOf: (id: string) => string,
  file: WordFile,
  rest: Pick<Fitting, "width" | "turnedWidth" | "numberOf">,
): Fitting {
  const body = template.byName("paragraph", "Body Text") ?? template.defaultOf("paragraph");
  const heading = template.byId(idOf("Heading1")) ?? template.byName("paragraph", "heading 1");
  return {
    own,
    template,
    ownBody: own.lookOf(own.byName("paragraph", "Body Text")?.id),
    templateBody: template.lookOf(body?.id),
    ownHeading: own.lookOf(own.byName("paragraph", "heading 1")?.id),
    templateHeading: template.lookOf(heading?.id),
    colours: readThemeColours(file),
    ...rest,
  };
}

/** Names of our bookmarks that the template has too, with other ones. */
function freeBookmarks(
  own: WordFile,
  parts: readonly string[],
  free: (name: string) => string,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const path of parts)
    for (const [, name = ""] of own
      .xml(path)
      .text.matchAll(/<w:bookmarkStart\b[^>]*\sw:name="([^"]*)"/g)) {
      const other = free(name);
      if (other !== name) names.set(name, other);
    }
  return names;
}

function relationTaker(
  own: WordFile,
  ownPart: string,
  part: string,
  output: Output,
  carried: Map<string, string>,
): (id: string) => string {
  const taken = new Map<string, string>();
  return (id) => {
    const known = taken.get(id);
    if (known !== undefined) return known;
    const relation = own.relations(ownPart).find((each) => each.id === id);
    if (relation === undefined) throw new Error(`Bug: our file has no relationship "${id}".`);
    const target =
      relation.path === undefined
        ? relation.target
        : targetFrom(part, carryPart(own, relation.path, output, carried));
    const made = output.relate(part, relation.type, target, relation.isExternal);
    taken.set(id, made);
    return made;
  };
}

/** The language of text that names none becomes that of the document, whose words are the most. */
export function languageEdit(element: XmlElement, value: string): Edit {
  const others = Object.entries(element.attributes)
    .filter(([name]) => name !== "w:val")
    .map(([name, other]) => ` ${name}="${escapeXml(other)}"`);
  const text = `<w:lang w:val="${escapeXml(value)}"${others.join("")}/>`;
  return { from: element.start, to: element.end, text };
}

/** Whether any page of the template has a header or footer. */
export function hasRunning(sections: readonly XmlElement[]): boolean {
  return sections.some(
    (section) =>
      childOf(section, "w:headerReference") !== undefined ||
      childOf(section, "w:footerReference") !== undefined,
  );
}
