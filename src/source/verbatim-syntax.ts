import type { Code, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import { codes, isBlank, isLineEnd, nextLine } from "./codes.ts";
import { isVerbatim } from "./html-elements.ts";

/**
 * HTML that is read as a block: a comment, and the elements whose text is no Markdown (`<pre>`, `<script>`), from the
 * start of a line up to an end that ends its line. Within other elements, Markdown is Markdown. Unlike CommonMark's, such
 * a block must end, and with it its line, so that no text is lost. Whether it does is looked up in `text`, the whole that
 * is parsed: the parser has no way back from a block that fails after lines.
 */
export function verbatimSyntax(text: string): Extension {
  const endOf = createVerbatimEnds(text);
  return {
    disable: { null: ["htmlFlow"] },
    flow: {
      [codes.lessThan]: {
        name: "verbatim",
        concrete: true,
        tokenize(effects, ok, nok) {
          const end = endOf(this.now().offset);
          return end === undefined ? nok : tokenizeVerbatim.call(this, effects, ok, nok, end);
        },
      },
    },
  };
}

type Ends = (start: number) => number | undefined;

/** Gives for the offset of a `<` the offset after the end of the comment or element that it begins, when a line ends there. */
export function createVerbatimEnds(text: string): Ends {
  const ends = new Map<string, Ends>();
  return (start) => {
    if (text.startsWith("<!--", start)) return endsOf("-->", 4)(start);
    const name = /^<([A-Za-z]{3,8})(?=[\s>])/
      .exec(text.slice(start, start + 12))?.[1]
      ?.toLowerCase();
    if (name === undefined || !isVerbatim(name)) return undefined;
    return endsOf(`</${name}>`, name.length + 2)(start);
  };

  function endsOf(close: string, opening: number): Ends {
    const known = ends.get(close);
    if (known !== undefined) return known;
    const made = createEnds(text, close, opening);
    ends.set(close, made);
    return made;
  }
}

/** The next end is looked for once for all starts before it. */
function createEnds(text: string, close: string, opening: number): Ends {
  const small = close === "-->" ? text : lowered(text);
  let from = 0;
  let found = small.indexOf(close);
  return (start) => {
    const least = start + opening;
    if (least < from || (found !== -1 && found < least)) {
      from = least;
      found = small.indexOf(close, least);
    }
    if (found === -1) return undefined;
    const end = found + close.length;
    let at = end;
    while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
    return at === text.length || text.charCodeAt(at) === 10 ? end : undefined;
  };
}

/** Small letters of A to Z alone: as long as the text. */
function lowered(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function tokenizeVerbatim(
  this: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State,
  last: number,
): State {
  const self = this;
  return function start(code: Code): State | undefined {
    effects.enter("htmlFlow");
    effects.enter("htmlFlowData");
    effects.consume(code);
    return self.interrupt ? ok : inside;
  };

  function inside(code: Code): State | undefined {
    if (code === null) return end(code);
    if (isLineEnd(code)) {
      effects.exit("htmlFlowData");
      return effects.attempt(nextLine, lineStart, exit)(code);
    }
    effects.consume(code);
    return self.now().offset >= last ? after : inside;
  }
  function lineStart(code: Code): State | undefined {
    if (code === null) return exit(code);
    if (isLineEnd(code)) return effects.attempt(nextLine, lineStart, exit)(code);
    effects.enter("htmlFlowData");
    return inside(code);
  }
  function after(code: Code): State | undefined {
    if (isBlank(code)) {
      effects.consume(code);
      return after;
    }
    return code === null || isLineEnd(code) ? end(code) : nok(code);
  }
  function end(code: Code): State | undefined {
    effects.exit("htmlFlowData");
    return exit(code);
  }
  /** Also where the quote or item around it ends first; then it was none, and html-tree.ts makes it text. */
  function exit(code: Code): State | undefined {
    effects.exit("htmlFlow");
    return ok(code);
  }
}
