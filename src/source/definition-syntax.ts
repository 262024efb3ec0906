import type { Extension as FromMarkdown } from "mdast-util-from-markdown";
import type { Code, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import { codes, isBlank, isLineEnd } from "./codes.ts";

/**
 * PHP Markdown Extra's `: description`. It is read as a block that holds blocks, like a list item, whatever stands before
 * it; the tree then knows whether that is a term (see definition-tree.ts).
 *
 *     Term
 *     : First description,
 *       continued.
 *     : Second description.
 */
export function definitionSyntax(): Extension {
  return {
    document: {
      [codes.colon]: {
        name: "definitionDescription",
        tokenize: tokenizeMarker,
        continuation: { tokenize: tokenizeContinuation },
        exit(effects) {
          effects.exit("definitionDescription");
        },
      },
    },
  };
}

function tokenizeMarker(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this;
  let size = 1;
  return function start(code: Code): State | undefined {
    effects.enter("definitionDescription", { _container: true });
    effects.enter("definitionMarker");
    effects.consume(code);
    return first;
  };

  function first(code: Code): State | undefined {
    return isBlank(code) ? blank(code) : nok(code);
  }
  /** Up to four columns in all: what is indented further is code. */
  function blank(code: Code): State | undefined {
    if (isBlank(code) && size < 4) {
      size++;
      effects.consume(code);
      return blank;
    }
    if (code === null || isLineEnd(code)) return nok(code);
    effects.exit("definitionMarker");
    if (self.containerState !== undefined) self.containerState.definitionSize = size;
    return ok(code);
  }
}

/** A blank line, or one that is indented to the text of the description. */
function tokenizeContinuation(
  this: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State,
): State {
  const size = this.containerState?.definitionSize ?? 0;
  return effects.check({ tokenize: tokenizeBlankLine, partial: true }, ok, (code) =>
    effects.attempt({ tokenize: tokenizeIndent(size), partial: true }, ok, nok)(code),
  );
}

function tokenizeBlankLine(effects: Effects, ok: State, nok: State): State {
  return function start(code: Code): State | undefined {
    if (!isBlank(code)) return code === null || isLineEnd(code) ? ok(code) : nok(code);
    effects.enter("whitespace");
    return blank(code);
  };
  function blank(code: Code): State | undefined {
    if (isBlank(code)) {
      effects.consume(code);
      return blank;
    }
    effects.exit("whitespace");
    return code === null || isLineEnd(code) ? ok(code) : nok(code);
  }
}

function tokenizeIndent(size: number) {
  return (effects: Effects, ok: State, nok: State): State => {
    let columns = 0;
    return function start(code: Code): State | undefined {
      effects.enter("definitionIndent");
      return blank(code);
    };
    function blank(code: Code): State | undefined {
      if (columns < size) {
        if (!isBlank(code)) return nok(code);
        columns++;
        effects.consume(code);
        return blank;
      }
      effects.exit("definitionIndent");
      return ok(code);
    }
  };
}

export function definitionFromMarkdown(): FromMarkdown {
  return {
    enter: {
      definitionDescription(token) {
        this.enter({ type: "definitionDescription", children: [] }, token);
      },
    },
    exit: {
      definitionDescription(token) {
        this.exit(token);
      },
    },
  };
}
