import type { Code, Construct, Effects, State, TokenizeContext } from "micromark-util-types";

declare module "micromark-util-types" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to.
  interface TokenTypeMap {
    attributes: "attributes";
    container: "container";
    containerFence: "containerFence";
    containerMarker: "containerMarker";
    containerName: "containerName";
    containerLabel: "containerLabel";
    containerAttributes: "containerAttributes";
    definitionDescription: "definitionDescription";
    definitionMarker: "definitionMarker";
    definitionIndent: "definitionIndent";
    inlineMath: "inlineMath";
    inlineMathSign: "inlineMathSign";
    inlineMathData: "inlineMathData";
    math: "math";
    mathSign: "mathSign";
    mathData: "mathData";
  }
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to.
  interface ContainerState {
    /** Columns of the marker of a description and its blanks, which further lines must be indented by. */
    definitionSize?: number;
  }
}

/** micromark's codes: null ends the text, below -2 are line ends, -2 and -1 a tab and the columns it fills. */
export function isLineEnd(code: Code): boolean {
  return code !== null && code < -2;
}

export function isBlank(code: Code): boolean {
  return code === -2 || code === -1 || code === 32;
}

export function isLetter(code: Code): boolean {
  return code !== null && ((code > 64 && code < 91) || (code > 96 && code < 123));
}

export const codes = {
  quote: 34,
  numberSign: 35,
  dollar: 36,
  ampersand: 38,
  apostrophe: 39,
  leftParenthesis: 40,
  rightParenthesis: 41,
  asterisk: 42,
  plus: 43,
  hyphen: 45,
  slash: 47,
  colon: 58,
  lessThan: 60,
  greaterThan: 62,
  at: 64,
  exclamation: 33,
  leftBracket: 91,
  backslash: 92,
  rightBracket: 93,
  caret: 94,
  underscore: 95,
  graveAccent: 96,
  leftBrace: 123,
  bar: 124,
  rightBrace: 125,
  tilde: 126,
} as const;

/** The next line belongs to the same block: it is not a lazy continuation of a quote or item around it. */
export const nextLine: Construct = { partial: true, tokenize: tokenizeNextLine };

function tokenizeNextLine(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this;
  return function start(code: Code): State | undefined {
    effects.enter("lineEnding");
    effects.consume(code);
    effects.exit("lineEnding");
    return (next: Code) => (self.parser.lazy[self.now().line] ? nok(next) : ok(next));
  };
}
