import type { Edit } from "./edit.ts";
import { object } from "./edit.ts";
import type { QuoteMarks } from "./quote-marks.ts";

/** What straight double marks become, and those within guillemets. */
export type Quotations = { readonly outer: QuoteMarks; readonly within: QuoteMarks };

type Reading = {
  readonly text: string;
  readonly marks: Quotations;
  /** Of the double mark that is open, what closes it. */
  doubleClose: string | undefined;
  /** Where single marks are known to close a quotation, and with what. */
  readonly closes: Map<number, string>;
  /** Guillemets that are open. */
  guillemets: number;
};

/** Straight marks keep their kind: what stands before and after says which way they turn. */
export function quoteEdits(text: string, marks: Quotations): readonly Edit[] {
  if (!/["']/.test(text)) return [];
  const reading: Reading = {
    text,
    marks,
    doubleClose: undefined,
    closes: new Map(),
    guillemets: 0,
  };
  const edits: Edit[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (mark === "«") reading.guillemets++;
    else if (mark === "»") reading.guillemets = Math.max(0, reading.guillemets - 1);
    else if (mark === '"') edits.push({ at, end: at + 1, text: doubleMark(reading, at) });
    else if (mark === "'") edits.push({ at, end: at + 1, text: singleMark(reading, at) });
  }
  return edits;
}

function isOpening(text: string, at: number): boolean {
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  if (/\s/.test(after)) return false;
  // Two marks together open when words follow, and close when signs do.
  if (before === '"' || before === "'") return !/[.,;:!?)\]}»”’]/.test(after);
  if (before === "-") return text[at - 2] === "-";
  return /[\s\u00A0\u202F\u2066-\u2068([{«“‘—–/]/.test(before);
}

function doubleMark(reading: Reading, at: number): string {
  const { text, marks } = reading;
  if (isOpening(text, at)) {
    const { open, close } = reading.guillemets > 0 ? marks.within : marks.outer;
    reading.doubleClose = close;
    return open;
  }
  const close = reading.doubleClose;
  reading.doubleClose = undefined;
  if (close !== undefined) return close;
  return /\d/.test(text[at - 1] ?? "") ? "″" : marks.outer.close;
}

/** Words that have lost their beginning, and years without their century. */
const shortened =
  /^(?:(?:twas|tis|twere|twill|til|till|em|cause|bout|neath|cept)(?![\p{L}\p{N}'])|\d\ds?(?![\p{L}\p{N}']))/iu;

function singleMark(reading: Reading, at: number): string {
  const { text, closes } = reading;
  const known = closes.get(at);
  if (known !== undefined) return known;
  const rest = text.slice(at + 1);
  if (!isOpening(text, at)) return /\d/.test(text[at - 1] ?? "") && isMeasure(rest) ? "′" : "’";
  if (/^n'(?![\p{L}\p{N}])/u.test(rest)) {
    closes.set(at + 2, "’");
    return "’";
  }
  if (shortened.test(rest)) return "’";
  const close = rest.search(/(?<=[^\s'])'(?![\p{L}\p{N}])/u);
  if (close === -1 || rest.slice(0, close).includes(object)) return "’";
  closes.set(at + 1 + close, "’");
  return "‘";
}

/** Feet or minutes, which a word may not follow at once. */
function isMeasure(rest: string): boolean {
  return /^\d+["″]/.test(rest) || !/^[\p{L}\p{N}]/u.test(rest);
}
