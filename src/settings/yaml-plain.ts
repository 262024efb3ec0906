import type { PlaceOf, YamlMap, YamlValue } from "./yaml-value.ts";

/**
 * The plain part of YAML, in which nearly all heads and settings are written: maps by indentation, lists of texts, and texts on
 * one line, bare or in quotes. It spares most runs the package.
 */
type Line = {
  /** Columns before the content. */
  readonly indent: number;
  /** Without the blanks before it. */
  readonly content: string;
  /** Offset of the content. */
  readonly start: number;
  /** Offset behind the line end. */
  readonly next: number;
};

type Reading = { readonly lines: readonly Line[]; readonly placeOf: PlaceOf; at: number };

/** Deeper ones are for the package, which says so when it is too deep. */
const deepest = 16;

/** The map that the package would give, places included; undefined when a text is not plain throughout, faulty ones among them. */
export function readPlainYaml(text: string, placeOf: PlaceOf): YamlMap | undefined {
  // No tabs, no other line ends, no characters beyond the basic plane.
  if (/[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff]/.test(text)) return undefined;
  const lines = linesOf(text);
  const first = lines?.[0];
  if (lines === undefined || first === undefined || first.indent > 0) return undefined;
  const reading: Reading = { lines, placeOf, at: 0 };
  const map = mapAt(reading, 0, 0);
  return reading.at === lines.length ? map : undefined;
}

/** Those with content. Comments are none; one that is indented can belong to what is before it, and is not plain. */
function linesOf(text: string): readonly Line[] | undefined {
  const lines: Line[] = [];
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf("\n", at);
    const end = found === -1 ? text.length : found;
    let start = at;
    while (start < end && text.charCodeAt(start) === 0x20) start++;
    const next = Math.min(end + 1, text.length);
    const comment = text.charCodeAt(start) === 0x23;
    if (comment && start > at) return undefined;
    if (start < end && !comment)
      lines.push({ indent: start - at, content: text.slice(start, end), start, next });
    at = end + 1;
  }
  return lines;
}

function mapAt(reading: Reading, indent: number, depth: number): YamlMap | undefined {
  const { lines, placeOf } = reading;
  const entries = new Map<string, YamlValue>();
  const keys = new Map<string, ReturnType<PlaceOf>>();
  const start = lines[reading.at]?.start ?? 0;
  for (;;) {
    const line = lines[reading.at];
    if (line === undefined || line.indent < indent) break;
    const [, key, blanks = "", rest] =
      /^([A-Za-z][\w-]{0,60}):(?:( +)(.*))?$/.exec(line.content) ?? [];
    if (line.indent > indent || key === undefined || keys.has(key)) return undefined;
    reading.at += 1;
    const value =
      rest === undefined || rest === ""
        ? blockUnder(reading, indent, depth)
        : textAt(reading, rest, line.start + key.length + 1 + blanks.length);
    if (value === undefined) return undefined;
    entries.set(key, value);
    keys.set(key, placeOf(line.start, line.start + key.length));
  }
  return { kind: "map", entries, keys, place: placeOf(start, lines[reading.at - 1]?.next ?? 0) };
}

/** What stands in the lines under a key: undefined when that is nothing, or not plain. */
function blockUnder(reading: Reading, indent: number, depth: number): YamlValue | undefined {
  const line = reading.lines[reading.at];
  if (line === undefined || line.indent < indent || depth === deepest) return undefined;
  if (line.content.startsWith("- ")) return listAt(reading, line.indent);
  return line.indent > indent ? mapAt(reading, line.indent, depth + 1) : undefined;
}

function listAt(reading: Reading, indent: number): YamlValue | undefined {
  const { lines, placeOf } = reading;
  const items: YamlValue[] = [];
  const start = lines[reading.at]?.start ?? 0;
  for (;;) {
    const line = lines[reading.at];
    if (line === undefined || line.indent < indent || !line.content.startsWith("-")) break;
    const [dash, rest] = /^- +(.+)$/.exec(line.content) ?? [];
    if (line.indent > indent || dash === undefined || rest === undefined) return undefined;
    reading.at += 1;
    const item = textAt(reading, rest, line.start + dash.length - rest.length);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return { kind: "list", items, place: placeOf(start, lines[reading.at - 1]?.next ?? 0) };
}

/** A text on one line, perhaps with a comment behind it. */
function textAt({ placeOf }: Reading, written: string, start: number): YamlValue | undefined {
  const quoted = /^(["'])([^"'\\]*)\1(?: +#.*| *)$/.exec(written)?.[2];
  if (quoted !== undefined)
    return { kind: "text", text: quoted, place: placeOf(start, start + quoted.length + 2) };
  // What begins with another character may be of another kind.
  if (!/^[\w\xc0-\u024f]/.test(written)) return undefined;
  const comment = written.indexOf(" #");
  const text = (comment === -1 ? written : written.slice(0, comment)).replace(/ +$/, "");
  if (text.includes(": ") || text.endsWith(":") || text === "null") return undefined;
  return { kind: "text", text, place: placeOf(start, start + text.length) };
}
