import { operationsOf } from "./content.ts";
import type { PdfObjects, PdfValue } from "./objects.ts";

/** The text of each marked content of a page by its number, and what is in no mark of a number: the artifacts. */
export type MarkedText = {
  readonly byNumber: ReadonlyMap<number, string>;
  readonly artifacts: string;
};

/** A mark that is open; inside of a replaced one nothing is said. */
type Open = {
  readonly number: number | undefined;
  readonly replaced: boolean;
  /** Characters of strings stand in the order of the page (ISO 32000-1, 14.8.2.3.3). */
  readonly reversed: boolean;
};

/** Reads the content of a page as a tagged reader does: glyphs by ToUnicode, but ActualText where there is one. */
export function markedText(objects: PdfObjects, page: string): MarkedText {
  const { dictionary, stream } = objects;
  const { "/Contents": contents, "/Resources": resources } = dictionary(page);
  const fonts = dictionary(dictionary(resources)["/Font"]);
  const texts = new Map<number, string>();
  let artifacts = "";
  let map: ReadonlyMap<string, string> = new Map();
  const open: Open[] = [];
  const say = (written: string): void => {
    if (open.at(-1)?.replaced === true) return;
    const text = open.at(-1)?.reversed === true ? [...written].reverse().join("") : written;
    const number = open.at(-1)?.number;
    if (number === undefined) artifacts += text;
    else texts.set(number, (texts.get(number) ?? "") + text);
  };
  for (const { operator, operands } of operationsOf(stream(contents))) {
    if (operator === "BDC" || operator === "BMC") {
      const { mark, actual } = readProperties(operands[1] ?? "");
      if (actual !== undefined) say(actual);
      const around = open.at(-1);
      const replaced = actual !== undefined || around?.replaced === true;
      const reversed = operands[0] === "/ReversedChars" || around?.reversed === true;
      open.push({ number: mark ?? around?.number, replaced, reversed });
      say("");
    } else if (operator === "EMC") open.pop();
    else if (operator === "Tf") map = toUnicode(objects, fonts[operands[0] ?? ""]);
    else if (operator === "TJ" || operator === "Tj") say(glyphText(operands[0] ?? "", map));
  }
  return { byNumber: texts, artifacts };
}

function readProperties(properties: string): {
  readonly mark: number | undefined;
  readonly actual: string | undefined;
} {
  const mark = /\/MCID (\d+)/.exec(properties)?.[1];
  const actual = /\/ActualText\s*<FEFF([0-9A-F]*)>/.exec(properties)?.[1];
  return {
    mark: mark === undefined ? undefined : Number(mark),
    actual: actual === undefined ? undefined : fromHex(actual),
  };
}

function glyphText(operand: string, map: ReadonlyMap<string, string>): string {
  let text = "";
  for (const [, digits = ""] of operand.matchAll(/<([0-9a-fA-F]+)>/g)) {
    for (const code of digits.match(/..../g) ?? []) text += map.get(code.toUpperCase()) ?? "\u25a1";
  }
  return text;
}

const maps = new WeakMap<PdfObjects, Map<PdfValue, ReadonlyMap<string, string>>>();

function toUnicode(objects: PdfObjects, font: PdfValue | undefined): ReadonlyMap<string, string> {
  if (font === undefined) return new Map();
  const known = maps.get(objects) ?? new Map<PdfValue, ReadonlyMap<string, string>>();
  maps.set(objects, known);
  const found = known.get(font);
  if (found !== undefined) return found;
  const made = new Map<string, string>();
  const source = objects.stream(objects.dictionary(font)["/ToUnicode"]);
  for (const [, block = ""] of source.matchAll(/beginbfchar\s([\s\S]*?)endbfchar/g)) {
    for (const [, code = "", text = ""] of block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g)) {
      made.set(code.toUpperCase(), fromHex(text));
    }
  }
  known.set(font, made);
  return made;
}

function fromHex(digits: string): string {
  const units = digits.match(/..../g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}
