import type { RawPoint, SyntaxReport } from "./handlebars-parser.ts";

/** A fault of syntax before its place is known by file and offset. */
export type SyntaxFault = {
  readonly rule: string;
  readonly message: string;
  readonly at: RawPoint;
  readonly end?: RawPoint;
  readonly hints: readonly string[];
};

/** Where the parser was when it gave up. */
export type Standing = {
  /** Begin of the token that does not fit. */
  readonly at: RawPoint;
  /** The last opening braces, and the name of their token. */
  readonly opener?: { readonly token: string; readonly at: RawPoint };
  /** Whether those braces are closed somewhere after. */
  readonly closes: boolean;
  /** The innermost block that is open. */
  readonly block?: RawPoint;
};

/** What the parser says in names of tokens, in words for the author. */
export function describeSyntax(report: SyntaxReport, standing: Standing): SyntaxFault {
  const { token } = report;
  const { at, opener, closes, block } = standing;
  if (token === undefined || token === null) {
    return fault(at, "A comment that begins here or after is never closed.", "Close it with --}}.");
  }
  if (opener !== undefined && !closes) {
    return fault(opener.at, "The braces that open here are never closed.", "Close them with }}.");
  }
  if (token === "EOF" && block !== undefined) {
    return fault(block, "The block that begins here is never closed.", "Close it with {{/name}}.");
  }
  if (token === "CLOSE" && opener?.token === "OPEN_UNESCAPED") {
    const message = "Three braces open here and two close them.";
    return fault(
      opener.at,
      message,
      'Part a brace of Markdown from those of the template: "{ {{id}} }".',
    );
  }
  if (token === "CLOSE_UNESCAPED") {
    const message = "Three braces close here what two have opened.";
    return fault(at, message, 'Leave a blank between "}}" and the "}" of Markdown: "{#{{id}} }".');
  }
  const found = foundWords(report);
  if (block === undefined && /^(OPEN_ENDBLOCK|INVERSE|OPEN_INVERSE_CHAIN)$/.test(token)) {
    return fault(
      at,
      `${found} stands where no block is open.`,
      "Open the block first, or delete this.",
    );
  }
  const wanted = wantedWords(report);
  const should =
    wanted.length > 0 && wanted.length <= 3 ? `, where ${wanted.join(" or ")} should be` : "";
  return fault(at, `${found} cannot stand here${should}.`);
}

function fault(at: RawPoint, message: string, hint?: string): SyntaxFault {
  return { rule: "template-parses", message, at, hints: hint === undefined ? [] : [hint] };
}

function foundWords({ token, text }: SyntaxReport): string {
  if (token === "EOF") return "The end of the template";
  const shown = text.trim().slice(0, 40);
  return shown === "" ? "This" : `"${shown}"`;
}

function wantedWords({ expected = [] }: SyntaxReport): readonly string[] {
  const words = expected.map((name) => tokenWords(name.replaceAll("'", "")));
  return [...new Set(words.filter((word) => word !== ""))];
}

function tokenWords(token: string): string {
  switch (token) {
    case "CLOSE":
      return '"}}"';
    case "CLOSE_SEXPR":
      return '")"';
    case "CLOSE_BLOCK_PARAMS":
      return '"|"';
    case "EQUALS":
      return '"="';
    case "ID":
    case "STRING":
    case "NUMBER":
      return "a name or a value";
    default:
      return "";
  }
}
