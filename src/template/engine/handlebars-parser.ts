import { createRequire } from "node:module";

/**
 * Handlebars' parser and white space control without its compiler, loaded when the first template has to be read:
 * three modules instead of the package, since most runs use templates that were read before.
 */
export type RawProgram = { readonly body: readonly RawNode[]; readonly blockParams?: string[] };

export type RawPoint = { readonly line: number; readonly column: number };

/** The syntax tree as Handlebars makes it, with the fields of all kinds of nodes. */
export type RawNode = {
  readonly type: string;
  /** Lines count from 1, columns from 0. */
  readonly loc: { readonly start: RawPoint; readonly end: RawPoint };
  readonly value?: unknown;
  readonly original?: unknown;
  readonly escaped?: boolean;
  readonly path?: RawNode;
  readonly name?: RawNode;
  readonly params?: readonly RawNode[];
  readonly hash?: { readonly pairs: readonly { readonly key: string; readonly value: RawNode }[] };
  readonly program?: RawProgram;
  readonly inverse?: RawProgram;
  readonly indent?: string;
  readonly parts?: readonly string[];
  readonly depth?: number;
  readonly data?: boolean;
};

/** What jison tells of a token that does not fit. Its location is that of the token before. */
export type SyntaxReport = {
  /** Name of the token that was found; absent where no token begins. */
  readonly token?: string | null;
  readonly text: string;
  readonly expected?: readonly string[];
};

type RawLocation = {
  readonly first_line: number;
  readonly first_column: number;
  readonly last_line: number;
  readonly last_column: number;
};

export type RawLexer = {
  /** `undefined` where what was read is no token. */
  readonly next: () => number | string | undefined;
  /** Of the token last given. */
  readonly yylloc: RawLocation;
};

type RawParser = {
  readonly lexer: RawLexer;
  readonly symbols_: Readonly<Record<string, number>>;
  readonly parse: (text: string) => RawProgram;
};

/** Reads a template by Handlebars' rules. `watch` sees every token's name and begin before the parser does; it may throw. */
export function parseHandlebars(
  text: string,
  watch: (token: string, at: RawPoint) => void,
  fail: (message: string, report: SyntaxReport) => never,
): RawProgram {
  const { parser, helpers, WhitespaceControl } = loadHandlebars();
  const names = new Map(Object.entries(parser.symbols_).map(([name, number]) => [number, name]));
  const lexer: RawLexer = Object.create(parser.lexer, {
    lex: {
      value(this: RawLexer): number | string | undefined {
        let token: ReturnType<RawLexer["next"]>;
        // What gives no token is white space, and comments in part.
        do token = this.next();
        while (token === undefined);
        const { first_line: line, first_column: column } = this.yylloc;
        watch(typeof token === "number" ? (names.get(token) ?? "") : String(token), {
          line,
          column,
        });
        return token;
      },
    },
  });
  const locInfo = (loc: RawLocation): RawNode["loc"] => ({
    start: { line: loc.first_line, column: loc.first_column },
    end: { line: loc.last_line, column: loc.last_column },
  });
  // A parser of our own over the shared tables: Handlebars' is one object, changed by every use.
  const own: RawParser = Object.create(parser, {
    lexer: { value: lexer },
    yy: { value: { ...helpers, locInfo, parseError: fail } },
    parseError: { value: fail, writable: true },
  });
  return new WhitespaceControl().accept(own.parse(text));
}

type Handlebars = {
  readonly parser: RawParser;
  readonly helpers: Readonly<Record<string, unknown>>;
  readonly WhitespaceControl: new () => { readonly accept: (program: RawProgram) => RawProgram };
};

/** Synchronous; a bundler that makes one file sees the names and puts the modules into it. */
function loadHandlebars(): Handlebars {
  const load = typeof require === "function" ? undefined : createRequire(import.meta.url);
  const parser = load
    ? load("handlebars/dist/cjs/handlebars/compiler/parser.js")
    : require("handlebars/dist/cjs/handlebars/compiler/parser.js");
  const helpers = load
    ? load("handlebars/dist/cjs/handlebars/compiler/helpers.js")
    : require("handlebars/dist/cjs/handlebars/compiler/helpers.js");
  const control = load
    ? load("handlebars/dist/cjs/handlebars/compiler/whitespace-control.js")
    : require("handlebars/dist/cjs/handlebars/compiler/whitespace-control.js");
  return { parser, helpers, WhitespaceControl: control };
}
