import type { Report } from "../diagnostics/index.ts";
import { lineStarts, placeAt } from "../diagnostics/index.ts";
import type { WrittenRecord } from "./record.ts";

/**
 * Records in JSON (RFC 8259): a list of maps, or one map after another. Numbers stay as they are written, and `null` is an empty text.
 * Our own reader, since the usual one knows no lines and makes `2.50` and long numbers others. Undefined with an error when it is no
 * such file.
 */
export function readJson(
  file: string,
  text: string,
  report: Report,
): readonly WrittenRecord[] | undefined {
  const starts = lineStarts(text);
  const wrong = (message: string, at: number, ...hints: readonly string[]): void => {
    const place = placeAt(file, starts, at);
    report({ rule: "data-is-a-table", severity: "error", message, place, hints });
  };
  const reader = createReader(text);
  try {
    const isList = reader.takes("[");
    if (!isList && !/\.(jsonl|ndjson)$/i.test(file)) {
      wrong(`The file "${file}" should hold a list of records.`, reader.at(), sample);
      return undefined;
    }
    const records: WrittenRecord[] = [];
    for (let first = true; !reader.takes(isList ? "]" : ""); first = false) {
      if (isList && !first) reader.expect(",");
      const start = reader.at();
      const values = reader.takes("{") ? fieldsOf(reader, file, wrong) : undefined;
      if (values === undefined) {
        wrong(`The file "${file}" has a record that is no map of fields.`, start, sample);
        reader.skipValue();
      } else {
        records.push({ values, place: placeAt(file, starts, start) });
      }
    }
    if (isList && !reader.takes("")) throw new Fault("the end of the file", reader.at());
    return records;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    wrong(`The file "${file}" is no sound JSON: ${error.expected} should stand here.`, error.at);
    return undefined;
  }
}

const sample = 'A record is written as in {"id": "east"}, and a list as in [{…}, {…}].';

class Fault extends Error {
  readonly expected: string;
  readonly at: number;
  constructor(expected: string, at: number) {
    super(expected);
    this.expected = expected;
    this.at = at;
  }
}

/** After the `{` of a record. */
function fieldsOf(
  reader: Reader,
  file: string,
  wrong: (message: string, at: number, ...hints: readonly string[]) => void,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (let first = true; !reader.takes("}"); first = false) {
    if (!first) reader.expect(",");
    const start = reader.at();
    const name = reader.text();
    reader.expect(":");
    if (values.has(name))
      wrong(`The field "${name}" is given twice.`, start, "Keep one of the two.");
    const at = reader.at();
    const value = reader.plain();
    if (value === undefined) {
      wrong(`The file "${file}" has a field "${name}" that is no text.`, at, sample);
      reader.skipValue();
    }
    values.set(name, (value ?? "").trim());
  }
  return values;
}

type Reader = {
  /** Offset of the next token. */
  readonly at: () => number;
  /** Whether the next token is this sign, which is then passed; the end for "". */
  readonly takes: (sign: string) => boolean;
  readonly expect: (sign: string) => void;
  readonly text: () => string;
  /** A text, number, truth or nothing as a text; undefined for a list or map, which is not passed. */
  readonly plain: () => string | undefined;
  readonly skipValue: () => void;
};

function createReader(text: string): Reader {
  let here = 0;
  const at = (): number => {
    while (here < text.length && " \t\n\r".includes(text.charAt(here))) here += 1;
    return here;
  };
  const takes = (sign: string): boolean => {
    const found = sign === "" ? at() === text.length : text.startsWith(sign, at());
    if (found) here += sign.length;
    return found;
  };
  const expect = (sign: string): void => {
    if (!takes(sign)) throw new Fault(`"${sign}"`, here);
  };
  const quoted = (): string => {
    const start = at();
    if (text[start] !== '"') throw new Fault("a text in quotation marks", start);
    let end = start + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
    here = end + 1;
    try {
      return String(JSON.parse(text.slice(start, here)));
    } catch {
      throw new Fault("a whole text in quotation marks", start);
    }
  };
  const plain = (): string | undefined => {
    const start = at();
    if (text[start] === '"') return quoted();
    if (text[start] === "{" || text[start] === "[") return undefined;
    const word = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=[\s,\]}]|$)/y;
    word.lastIndex = start;
    const [found] = word.exec(text) ?? [];
    if (found === undefined) throw new Fault("a value", start);
    here = start + found.length;
    return found === "null" ? "" : found;
  };
  function skipValue(): void {
    let depth = 0;
    do {
      if (takes("{") || takes("[")) depth += 1;
      else if (takes("}") || takes("]")) depth -= 1;
      else if (!takes(",") && !takes(":")) plain();
      if (takes("")) return;
    } while (depth > 0);
  }
  return { at, takes, expect, text: quoted, plain, skipValue };
}
