import Handlebars from "handlebars";
import type { Place } from "../../../src/diagnostics/index.ts";
import { lineStarts, placeAt } from "../../../src/diagnostics/index.ts";
import { tokenOf } from "../../../src/template/engine/token.ts";
import type { Value } from "../../../src/template/engine/value.ts";
import { bare, toValue } from "../../../src/template/engine/value.ts";

/**
 * The other way to the same output: Handlebars' own compiler over a rewritten syntax tree.
 *
 * Before every line of content stands a numbered mark; every print becomes a call of `print` with the number of its
 * place; every path is made strict. Marks stand only before characters, since Handlebars indents a last line unless
 * it is empty, and a mark alone would make it not so.
 */
export type Compiled = {
  readonly text: string;
  /** Output offset and place of each line of content. */
  readonly marks: readonly { readonly at: number; readonly place: Place }[];
  readonly prints: readonly { readonly value: Value; readonly place: Place }[];
};

type Rewriting = { readonly file: string; readonly text: string; readonly places: Place[] };
type Raw = { readonly type: string; readonly loc: hbs.AST.SourceLocation } & Readonly<
  Record<string, unknown>
>;

const markOpen = "\ufde2";
const markClose = "\ufde3";

/** Runs a template by Handlebars' own compiler. Throws what Handlebars throws. */
export function runCompiled(
  main: string,
  partials: Readonly<Record<string, string>>,
  data: unknown,
): Compiled {
  const places: Place[] = [];
  const prints: { value: Value; place: Place }[] = [];
  const environment = Handlebars.create();
  environment.registerHelper("print", (printed: unknown, place: number) => {
    const value = toValue(printed);
    if (value === undefined) throw new TypeError("not printable");
    prints.push({ value, place: at(places, place) });
    return new Handlebars.SafeString(tokenOf(prints.length - 1));
  });
  environment.registerHelper("eq", (a: unknown, b: unknown) => bare(a) === bare(b));
  environment.registerHelper("upper", (text: unknown) => String(bare(text)).toUpperCase());
  const names = ["print", "eq", "upper", "if", "unless", "each", "with", "lookup"];
  const options = {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(names.map((name) => [name, true])) as never,
  };
  const compile = (file: string, text: string): HandlebarsTemplateDelegate => {
    const tree = Handlebars.parse(text);
    return environment.compile(rewritten(tree, { file, text, places }) as hbs.AST.Program, options);
  };
  const compiled = compile("template.md.hbs", main);
  const others = Object.entries(partials).map(
    ([name, text]) => [name, compile(`${name}.md.hbs`, text)] as const,
  );
  const written = compiled(data, { partials: Object.fromEntries(others) });
  return { ...withoutMarks(written, places), prints };
}

function at(places: readonly Place[], number: number): Place {
  const place = places[number];
  if (place === undefined) throw new Error(`No place has the number ${number}.`);
  return place;
}

function rewritten(node: unknown, to: Rewriting): unknown {
  if (Array.isArray(node)) return node.map((child) => rewritten(child, to));
  if (typeof node !== "object" || node === null || !("type" in node)) return node;
  const raw = node as Raw;
  const changed: Record<string, unknown> = { ...raw };
  for (const [key, child] of Object.entries(raw)) {
    if (key !== "loc") changed[key] = rewritten(child, to);
  }
  if (raw.type === "ContentStatement") return { ...changed, value: markedLines(raw, to) };
  if (raw.type === "PathExpression") return { ...changed, strict: true };
  return raw.type === "MustacheStatement" ? printCall(changed as Raw, to) : changed;
}

function printCall(node: Raw, to: Rewriting): unknown {
  const { loc, params, hash } = node;
  const path = {
    type: "PathExpression",
    data: false,
    depth: 0,
    parts: ["print"],
    original: "print",
    loc,
  };
  const called = (params as unknown[]).length > 0 || hash !== undefined;
  const printed = called
    ? { type: "SubExpression", path: node["path"], params, hash, loc }
    : node["path"];
  const place = placeAt(to.file, lineStarts(to.text), offsetOf(node, to));
  const number = { type: "NumberLiteral", value: to.places.push(place) - 1, original: 0, loc };
  return { ...node, path, params: [printed, number], hash: undefined };
}

function offsetOf(node: Raw, { text }: Rewriting): number {
  const { line, column } = node.loc.start;
  return (lineStarts(text)[line - 1] ?? 0) + column;
}

function markedLines(node: Raw, to: Rewriting): string {
  const [value, original] = [String(node["value"]), String(node["original"])];
  const inside = value.search(/\S/);
  const stripped = inside === -1 ? original.indexOf(value) : original.search(/\S/) - inside;
  let from = offsetOf(node, to) + stripped;
  const lines = value.split(/(?<=\n)/).map((line) => {
    if (line === "") return "";
    const place = placeAt(to.file, lineStarts(to.text), from);
    from += line.length;
    return markOpen + tokenOf(to.places.push(place) - 1).slice(1, -1) + markClose + line;
  });
  return lines.join("");
}

function withoutMarks(written: string, places: readonly Place[]): Pick<Compiled, "text" | "marks"> {
  const marks: { at: number; place: Place }[] = [];
  let text = "";
  let end = 0;
  for (const match of written.matchAll(/\ufde2([\ufdd0-\ufddf]+)\ufde3/g)) {
    text += written.slice(end, match.index);
    const digits = [...(match[1] ?? "")].map((digit) =>
      (digit.charCodeAt(0) - 0xfdd0).toString(16),
    );
    marks.push({ at: text.length, place: at(places, Number.parseInt(digits.join(""), 16)) });
    end = match.index + match[0].length;
  }
  return { text: text + written.slice(end), marks };
}
