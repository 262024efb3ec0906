import type { Text } from "mdast";
import type { Extension as FromMarkdown } from "mdast-util-from-markdown";
import type { Code, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import { longestAttributes, readAttributes } from "./attributes.ts";
import { codes, isBlank, isLineEnd } from "./codes.ts";

/** Stands in the tree between reading and attaching, where it becomes attributes of a node, or text again. */
export type AttributesMark = {
  readonly type: "attributesMark";
  readonly value: string;
  readonly position?: Text["position"];
};

/**
 * Braces are read by the tokenizer and not from the finished text: there, `{title="a *b*"}`, `{to=x@y.ca}` and
 * `{a_b=c_d}` would already have become emphasis and links, and an escaped brace could no longer be told from a bare one.
 */
export function attributesSyntax(): Extension {
  return {
    text: {
      [codes.leftBrace]: {
        name: "attributes",
        previous: (code) => code === null || isGluing(code) || code === 32 || code < 0,
        tokenize: tokenizeAttributes,
      },
    },
  };
}

/** After `)` or `]` they may describe the link or image that ends there, wherever it stands. */
function isGluing(code: Code): boolean {
  return code === codes.rightParenthesis || code === codes.rightBracket;
}

function tokenizeAttributes(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this;
  const glued = isGluing(self.previous);
  let quote: Code = null;
  let length = 0;
  return start;

  function start(code: Code): State | undefined {
    effects.enter("attributes");
    effects.consume(code);
    return inside;
  }
  function inside(code: Code): State | undefined {
    const opens = code === codes.leftBrace && quote === null;
    if (code === null || isLineEnd(code) || opens || ++length > longestAttributes) return nok(code);
    effects.consume(code);
    if (quote !== null) {
      if (code === quote) quote = null;
      return inside;
    }
    if (code === codes.quote || code === codes.apostrophe) quote = code;
    if (code !== codes.rightBrace) return inside;
    const token = effects.exit("attributes");
    return readAttributes(self.sliceSerialize(token).slice(1, -1)) === undefined ? nok : after;
  }
  function after(code: Code): State | undefined {
    if (glued || code === null) return ok(code);
    return effects.check({ tokenize: tokenizeEnd, partial: true }, ok, nok)(code);
  }
}

/** Only blanks up to the end of the heading, paragraph or cell. */
function tokenizeEnd(effects: Effects, ok: State, nok: State): State {
  let entered = false;
  return function blank(code: Code): State | undefined {
    if (isBlank(code)) {
      if (!entered) effects.enter("whitespace");
      entered = true;
      effects.consume(code);
      return blank;
    }
    if (entered) effects.exit("whitespace");
    entered = false;
    return code === null ? ok(code) : nok(code);
  };
}

export function attributesFromMarkdown(): FromMarkdown {
  return {
    enter: {
      attributes(token) {
        // The type is ours alone and is gone before anyone sees the tree; mdast's types do not know it.
        const mark: AttributesMark = { type: "attributesMark", value: this.sliceSerialize(token) };
        this.enter(mark as unknown as Text, token);
        this.exit(token);
      },
    },
  };
}
