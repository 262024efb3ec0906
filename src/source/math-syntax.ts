import type { Extension as FromMarkdown } from "mdast-util-from-markdown";
import type { Code, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import { codes, isBlank, isLineEnd, nextLine } from "./codes.ts";

/**
 * `$a+b$` in a line, `$$a+b$$` set apart, and blocks between lines `$$`. By pandoc's rule a formula neither begins nor ends
 * with a blank, so that "$5 and $6" are prices; nor does a letter or figure stand beside its signs, or a sum of money
 * between them.
 */
export function mathSyntax(text: string): Extension {
  return {
    text: { [codes.dollar]: { name: "inlineMath", previous, tokenize: tokenizeInline } },
    flow: {
      [codes.dollar]: {
        name: "math",
        concrete: true,
        tokenize(effects, ok, nok) {
          const last = blockEnd(text, this.now().offset);
          return last === undefined ? nok : tokenizeBlock.call(this, effects, ok, nok, last);
        },
      },
    },
  };
}

function previous(this: TokenizeContext, code: Code): boolean {
  if (code === codes.dollar || code === codes.backslash) {
    const event = this.events.at(-1);
    return event?.[1].type === "characterEscape";
  }
  return !isWord(code);
}

function isWord(code: Code): boolean {
  return code !== null && code > 0 && /[\p{L}\p{N}_]/u.test(String.fromCharCode(code));
}

/** Longer than any formula; what looks like one and goes on is text. */
const mostCharacters = 10_000;

function tokenizeInline(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let signs = 0;
  let closing = 0;
  let before: Code = null;
  let value = "";
  return function start(code: Code): State | undefined {
    effects.enter("inlineMath");
    effects.enter("inlineMathSign");
    return opening(code);
  };

  function opening(code: Code): State | undefined {
    if (code === codes.dollar && signs < 2) {
      signs++;
      effects.consume(code);
      return opening;
    }
    effects.exit("inlineMathSign");
    if (code === null || code === codes.dollar) return nok(code);
    if (signs === 1 && (isBlank(code) || isLineEnd(code))) return nok(code);
    return between(code);
  }
  function between(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (code === codes.dollar) {
      closing = 0;
      effects.enter("inlineMathSign");
      return end(code);
    }
    if (isLineEnd(code)) {
      effects.enter("lineEnding");
      effects.consume(code);
      effects.exit("lineEnding");
      before = code;
      value += " ";
      return between;
    }
    effects.enter("inlineMathData");
    return data(code);
  }
  function data(code: Code): State | undefined {
    if (code === null || isLineEnd(code) || (code === codes.dollar && before !== codes.backslash)) {
      effects.exit("inlineMathData");
      return between(code);
    }
    if (value.length > mostCharacters) return nok(code);
    // Of two backslashes the second escapes nothing.
    before = code === codes.backslash && before === codes.backslash ? null : code;
    if (code > 0) value += String.fromCharCode(code);
    effects.consume(code);
    return data;
  }
  function end(code: Code): State | undefined {
    if (code === codes.dollar && closing < signs) {
      closing++;
      effects.consume(code);
      return end;
    }
    effects.exit("inlineMathSign");
    if (closing < signs || code === codes.dollar || isWord(code)) return nok(code);
    if (signs === 1 && (isBlank(before) || isLineEnd(before) || isMoney(value))) return nok(code);
    effects.exit("inlineMath");
    return ok(code);
  }
}

/** "$5 million, or about 7 CA$": a figure and a word, and nothing that TeX would have. */
function isMoney(value: string): boolean {
  return /^\d[\d.,]*\s+\p{L}{2}/u.test(value) && !/[\\^_{}]/.test(value);
}

/** Offset after the `$$` that ends a block which begins at `start`; undefined when none does before a blank line. */
function blockEnd(text: string, start: number): number | undefined {
  if (!/^\$\$[ \t]*$/.test(lineAt(text, start))) return undefined;
  for (let at = nextLineStart(text, start); at !== undefined; at = nextLineStart(text, at)) {
    const line = lineAt(text, at);
    const bare = line.replace(/^[ \t>]*/, "");
    if (bare.trim() === "" || at - start > mostCharacters) return undefined;
    if (/\$\$[ \t]*$/.test(bare)) {
      const found = line.lastIndexOf("$$");
      return bare.trim() === "$$" || !bare.slice(0, bare.lastIndexOf("$$")).includes("$$")
        ? at + found + 2
        : undefined;
    }
  }
  return undefined;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end === -1 ? text.length : end);
}

function nextLineStart(text: string, at: number): number | undefined {
  const end = text.indexOf("\n", at);
  return end === -1 ? undefined : end + 1;
}

function tokenizeBlock(
  this: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State,
  last: number,
): State {
  const self = this;
  let opened = 0;
  return function start(code: Code): State | undefined {
    effects.enter("math");
    effects.enter("mathSign");
    return opening(code);
  };

  function opening(code: Code): State | undefined {
    if (code === codes.dollar && opened < 2) {
      opened++;
      effects.consume(code);
      return opening;
    }
    if (isBlank(code)) {
      effects.consume(code);
      return opening;
    }
    effects.exit("mathSign");
    if (self.interrupt) return ok(code);
    return effects.attempt(nextLine, lineStart, nok)(code);
  }
  function lineStart(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (self.now().offset >= last - 2) return closing(code);
    effects.enter("mathData");
    return inside(code);
  }
  function inside(code: Code): State | undefined {
    if (code !== null && !isLineEnd(code) && self.now().offset < last - 2) {
      effects.consume(code);
      return inside;
    }
    effects.exit("mathData");
    if (code === null) return nok(code);
    return isLineEnd(code) ? effects.attempt(nextLine, lineStart, nok)(code) : closing(code);
  }
  function closing(code: Code): State | undefined {
    effects.enter("mathSign");
    return sign(code);
  }
  function sign(code: Code): State | undefined {
    if (code === codes.dollar || isBlank(code)) {
      effects.consume(code);
      return sign;
    }
    effects.exit("mathSign");
    effects.exit("math");
    return code === null || isLineEnd(code) ? ok(code) : nok(code);
  }
}

export function mathFromMarkdown(): FromMarkdown {
  return {
    enter: {
      inlineMath(token) {
        this.enter({ type: "inlineMath", value: "", display: false }, token);
        this.buffer();
      },
      math(token) {
        this.enter({ type: "math", value: "" }, token);
        this.buffer();
      },
    },
    exit: {
      inlineMathData(token) {
        this.config.enter["data"]?.call(this, token);
        this.config.exit["data"]?.call(this, token);
      },
      mathData(token) {
        this.config.enter["data"]?.call(this, token);
        this.config.exit["data"]?.call(this, token);
      },
      inlineMath(token) {
        const value = this.resume();
        const node = this.stack.at(-1);
        if (node?.type === "inlineMath") {
          node.value = value.trim();
          node.display = this.sliceSerialize(token).startsWith("$$");
        }
        this.exit(token);
      },
      math(token) {
        const value = this.resume();
        const node = this.stack.at(-1);
        if (node?.type === "math") node.value = value.trim();
        this.exit(token);
      },
    },
  };
}
