import type { Diagnostic, Outcome } from "../../diagnostics/index.ts";
import { lineStarts, placeAt } from "../../diagnostics/index.ts";
import { programOf } from "./from-handlebars.ts";
import type { RawPoint, RawProgram } from "./handlebars-parser.ts";
import { parseHandlebars } from "./handlebars-parser.ts";
import { placeBetween } from "./lines.ts";
import { createNesting, deepest } from "./nesting.ts";
import type { Standing, SyntaxFault } from "./syntax-fault.ts";
import { describeSyntax } from "./syntax-fault.ts";
import type { Template } from "./template.ts";

/** Longest template, in UTF-16 units. Hand-written ones are far below. */
const longest = 1 << 20;

/**
 * Reads one file of a template and checks what can be checked without data: syntax, names of helpers, triple braces.
 * A template with a fault of syntax is empty.
 */
export function parseTemplate(
  file: string,
  text: string,
  helperNames: Iterable<string>,
): Outcome<Template> {
  const source = normalised(text);
  const starts = lineStarts(source);
  const offset = (point: RawPoint): number => (starts[point.line - 1] ?? 0) + point.column;
  const read = readProgram(source, offset);
  if ("rule" in read) {
    const { rule, message, at, end, hints } = read;
    const place = end
      ? placeBetween(file, starts, offset(at), offset(end))
      : placeAt(file, starts, offset(at));
    const empty: Template = { file, lineStarts: starts, program: { body: [], parameters: [] } };
    return { value: empty, diagnostics: [{ rule, severity: "error", message, place, hints }] };
  }
  const diagnostics: Diagnostic[] = [];
  const names = new Set(helperNames);
  const reading = { file, lineStarts: starts, helperNames: names, diagnostics, offset };
  const program = programOf(read, reading);
  return { value: { file, lineStarts: starts, program }, diagnostics };
}

/** Line ends as `\n`, no byte order mark, no NUL: what Handlebars' lexer can count and read. */
function normalised(text: string): string {
  const unmarked = text.startsWith("\ufeff") ? text.slice(1) : text;
  return unmarked.replace(/\r\n?/g, "\n").replaceAll("\0", "\ufffd");
}

function readProgram(
  source: string,
  offset: (point: RawPoint) => number,
): RawProgram | SyntaxFault {
  if (source.length > longest) {
    return tooMuch(`has more than ${longest} characters`, { line: 1, column: 0 });
  }
  const nesting = createNesting();
  let found: SyntaxFault | undefined;
  let at: RawPoint = { line: 1, column: 0 };
  let opener: Standing["opener"];
  try {
    return parseHandlebars(
      source,
      (token, begin) => {
        at = begin;
        if (token.startsWith("OPEN") && !/SEXPR|PARAMS/.test(token)) opener = { token, at };
        if (token === "CONTENT" || token === "COMMENT") opener = undefined;
        if (nesting.enter(token, at)) return;
        found = tooMuch(`nests blocks and parentheses more than ${deepest} deep`, at);
        throw new Error(found.message);
      },
      (message, report) => {
        const closes = opener === undefined || source.includes("}}", offset(opener.at));
        const block = nesting.open()?.at;
        found = describeSyntax(report, {
          at,
          closes,
          ...(opener && { opener }),
          ...(block && { block }),
        });
        throw new Error(message);
      },
    );
  } catch (error) {
    const known = found ?? thrownFault(error);
    if (known === undefined) throw error;
    return known;
  }
}

function tooMuch(what: string, at: RawPoint): SyntaxFault {
  const hints = ["Divide it into partials."];
  return { rule: "template-is-small", message: `The template ${what}.`, at, hints };
}

/** Handlebars' own exceptions: a closing tag of another name, `..` in the midst of a path. */
function thrownFault(error: unknown): SyntaxFault | undefined {
  if (!(error instanceof Error)) return undefined;
  const { lineNumber: line, column, endLineNumber, endColumn } = error as HandlebarsError;
  if (line === undefined || column === undefined) return undefined;
  const said = error.message.replace(/ - \d+:\d+$/, "");
  const closing = /^(.+) doesn't match (.+)$/s.exec(said);
  const message = closing
    ? `The block "${closing[1]}" is closed as "${closing[2]}".`
    : `"${said.replace("Invalid path: ", "")}" is no path: "..", "." and "this" can only begin one.`;
  const hints = closing ? [`Write {{/${closing[1]}}}, or close what stands between first.`] : [];
  const at = { line, column };
  const end = { line: endLineNumber ?? line, column: endColumn ?? column };
  return { rule: "template-parses", message, at, end, hints };
}

type HandlebarsError = Error & {
  readonly lineNumber?: number;
  readonly column?: number;
  readonly endLineNumber?: number;
  readonly endColumn?: number;
};
