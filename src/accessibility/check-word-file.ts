import type { Diagnostic } from "../diagnostics/index.ts";
import type { WordFile, XmlElement } from "../ooxml/index.ts";
import {
  childOf,
  flagOf,
  openWordFile,
  readStyleSheet,
  readThemeColours,
  tellingFaults,
  WordFileFault,
} from "../ooxml/index.ts";
import { plainColour } from "./colour.ts";
import { fillOf } from "./looks.ts";
import { readBlocks } from "./read-part.ts";
import type { Reading, ReadParagraph, ReadTable } from "./reading.ts";
import { checkBoxes } from "./rules/boxes.ts";
import { checkContrast } from "./rules/contrast.ts";
import { checkHeadings } from "./rules/headings.ts";
import { checkLinks } from "./rules/links.ts";
import { checkPictures } from "./rules/pictures.ts";
import { checkRunning } from "./rules/running.ts";
import { checkLists, checkSpacing } from "./rules/spacing.ts";
import { checkTables } from "./rules/tables.ts";
import { checkWholeFile } from "./rules/whole-file.ts";
import { createTeller } from "./tell.ts";

export type CheckOptions = {
  /** Merged cells were asked for. Absent: they are told. */
  readonly mergedCellsAreMeant?: boolean;
};

/**
 * What keeps people from a Word file, or makes it hard for them, who read it with a screen reader, enlarged, or in other colours. `file` is its
 * name for messages. A file that cannot be read gives the one fault that says why. Never throws for what a file holds.
 */
export function checkWordFile(
  bytes: Uint8Array,
  file: string,
  options: CheckOptions = {},
): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  const { tell, diagnostics } = createTeller(file);
  tellingFaults(
    file,
    (fault) => void faults.push(fault),
    () => {
      const reading = read(openWordFile(bytes));
      checkWholeFile(reading, tell);
      checkHeadings(reading, tell);
      checkTables(reading, { mergedCellsAreMeant: options.mergedCellsAreMeant ?? false }, tell);
      checkPictures(reading, tell);
      checkLinks(reading, tell);
      checkSpacing(reading, tell);
      checkLists(reading, tell);
      checkContrast(reading, tell);
      checkBoxes(reading, tell);
      checkRunning(reading, tell);
    },
  );
  return [...diagnostics(), ...faults];
}

function read(file: WordFile): Reading {
  const path = file.related("styles");
  if (path === undefined)
    throw new WordFileFault(
      "word-file-is-sound",
      "has no styles",
      "Open it in Word, save it again, and check that file.",
    );
  const styles = readStyleSheet(file, path);
  const colours = readThemeColours(file);
  const paragraphs: ReadParagraph[] = [];
  const tables: ReadTable[] = [];
  const running: ReadParagraph[] = [];
  const readPart = (part: string, holder: XmlElement | undefined, into: ReadParagraph[]): void => {
    if (holder === undefined) return;
    const here: ReadParagraph[] = [];
    const background = pageColour(file, colours);
    const where = { background, cell: [], isInTable: false, isInBox: false };
    readBlocks(holder, where, { file, part, styles, colours, paragraphs: here, tables });
    into.push(...here);
  };
  readPart(file.main, childOf(file.xml(file.main).root, "w:body"), paragraphs);
  for (const { name, path: part } of file.relations(file.main)) {
    if (part === undefined) continue;
    if (name === "footnotes" || name === "endnotes")
      readPart(part, file.xml(part).root, paragraphs);
    if (name === "header" || name === "footer") readPart(part, file.xml(part).root, running);
  }
  return { file, styles, colours, paragraphs, tables, running };
}

/** Shown only when the settings say so (17.15.1.25). */
function pageColour(file: WordFile, colours: ReadonlyMap<string, string>): string {
  const settings = file.related("settings");
  const background = childOf(file.xml(file.main).root, "w:background");
  const isShown =
    settings !== undefined && flagOf(file.xml(settings).root, "w:displayBackgroundShape") === true;
  if (!isShown || background === undefined) return "FFFFFF";
  const { attributes } = background;
  return plainColour(attributes["w:color"]) ?? fillOf(background, colours) ?? "FFFFFF";
}
