import type { Code, Effects, Extension, State, Token, TokenizeContext } from "micromark-util-types";
import { longestAttributes, readAttributes } from "./attributes.ts";
import { codes, isBlank, isLetter, isLineEnd, nextLine } from "./codes.ts";
import { createFenceReader } from "./fence-reader.ts";

/**
 * Containers are closed by Pandoc's rule and not by length: a fence with a name opens, a bare fence closes the innermost.
 * So a partial that writes a container can be called inside another one without counting colons.
 *
 *     :::columns
 *     :::note[Label]{#id}
 *     text
 *     :::
 *     :::
 */
export function containerSyntax(): Extension {
  return {
    flow: { [codes.colon]: { name: "container", tokenize: tokenizeContainer, concrete: true } },
  };
}

function tokenizeContainer(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this;
  const lines = createFenceReader();
  let previous: Token | undefined;
  return function start(code: Code): State | undefined {
    effects.enter("container");
    return effects.attempt({ tokenize: tokenizeOpening, partial: true }, opened, nok)(code);
  };

  function opened(code: Code): State | undefined {
    if (code === null) return end(code);
    return self.interrupt ? ok(code) : effects.attempt(nextLine, lineStart, end)(code);
  }
  function lineStart(code: Code): State | undefined {
    if (!lines.outside()) return chunkStart(code);
    return effects.attempt({ tokenize: tokenizeClosing, partial: true }, end, chunkStart)(code);
  }
  function chunkStart(code: Code): State | undefined {
    if (code === null) return end(code);
    const token = effects.enter("chunkDocument", { contentType: "document", previous });
    if (previous !== undefined) previous.next = token;
    previous = token;
    return chunk(code);
  }
  function chunk(code: Code): State | undefined {
    if (code === null) return chunkLast(code);
    if (isLineEnd(code)) return effects.check(nextLine, chunkEnd, chunkLast)(code);
    effects.consume(code);
    return chunk;
  }
  function chunkEnd(code: Code): State | undefined {
    effects.consume(code);
    const token = effects.exit("chunkDocument");
    self.parser.lazy[token.start.line] = false;
    lines.read(self.sliceSerialize(token));
    return lineStart;
  }
  function chunkLast(code: Code): State | undefined {
    const token = effects.exit("chunkDocument");
    self.parser.lazy[token.start.line] = false;
    return end(code);
  }
  function end(code: Code): State | undefined {
    effects.exit("container");
    return ok(code);
  }
}

/** `:::name[label]{attributes}`, blanks allowed before the label and the attributes. */
function tokenizeOpening(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this;
  let colons = 0;
  let brackets = 0;
  let length = 0;
  let quote: Code = null;
  return start;

  function start(code: Code): State | undefined {
    effects.enter("containerFence");
    effects.enter("containerMarker");
    return sequence(code);
  }
  function sequence(code: Code): State | undefined {
    if (code === codes.colon) {
      colons++;
      effects.consume(code);
      return sequence;
    }
    if (colons < 3 || !isLetter(code)) return nok(code);
    effects.exit("containerMarker");
    effects.enter("containerName");
    return name(code);
  }
  function name(code: Code): State | undefined {
    if (isNamePart(code)) {
      effects.consume(code);
      return name;
    }
    effects.exit("containerName");
    return afterName(code);
  }
  function afterName(code: Code): State | undefined {
    if (isBlank(code)) return mark(code, afterName);
    return code === codes.leftBracket ? mark(code, labelStart) : afterLabel(code);
  }
  function labelStart(code: Code): State | undefined {
    if (code === codes.rightBracket) return mark(code, afterLabel);
    if (code === null || isLineEnd(code)) return nok(code);
    effects.enter("containerLabel");
    effects.enter("chunkText", { contentType: "text" });
    return label(code);
  }
  function label(code: Code): State | undefined {
    if (code === null || isLineEnd(code)) return nok(code);
    if (code === codes.rightBracket && brackets-- === 0) {
      effects.exit("chunkText");
      effects.exit("containerLabel");
      return mark(code, afterLabel);
    }
    if (code === codes.leftBracket) brackets++;
    effects.consume(code);
    return code === codes.backslash ? labelEscape : label;
  }
  function labelEscape(code: Code): State | undefined {
    const escaped =
      code === codes.leftBracket || code === codes.backslash || code === codes.rightBracket;
    if (!escaped) return label(code);
    effects.consume(code);
    return label;
  }
  function afterLabel(code: Code): State | undefined {
    if (isBlank(code)) return mark(code, afterLabel);
    if (code !== codes.leftBrace) return fenceEnd(code);
    effects.enter("containerAttributes");
    effects.consume(code);
    return attributes;
  }
  function attributes(code: Code): State | undefined {
    if (code === null || isLineEnd(code) || ++length > longestAttributes + 1) return nok(code);
    effects.consume(code);
    if (quote !== null) {
      if (code === quote) quote = null;
      return attributes;
    }
    if (code === codes.quote || code === codes.apostrophe) quote = code;
    if (code !== codes.rightBrace) return attributes;
    const token = effects.exit("containerAttributes");
    const read = readAttributes(self.sliceSerialize(token).slice(1, -1));
    return read === undefined ? nok : fenceEnd;
  }
  function fenceEnd(code: Code): State | undefined {
    if (isBlank(code)) return mark(code, fenceEnd);
    if (code !== null && !isLineEnd(code)) return nok(code);
    effects.exit("containerFence");
    return ok(code);
  }
  function mark(code: Code, next: State): State {
    effects.enter("containerMarker");
    effects.consume(code);
    effects.exit("containerMarker");
    return next;
  }
}

function isNamePart(code: Code): boolean {
  return isLetter(code) || code === codes.hyphen || (code !== null && code > 47 && code < 58);
}

function tokenizeClosing(effects: Effects, ok: State, nok: State): State {
  let blanks = 0;
  let colons = 0;
  return function start(code: Code): State | undefined {
    effects.enter("containerFence");
    effects.enter("containerMarker");
    return closing(code);
  };

  function closing(code: Code): State | undefined {
    if (isBlank(code) && colons === 0 && blanks < 3) {
      blanks++;
      effects.consume(code);
      return closing;
    }
    if (code === codes.colon) {
      colons++;
      effects.consume(code);
      return closing;
    }
    return colons < 3 ? nok(code) : rest(code);
  }
  function rest(code: Code): State | undefined {
    if (isBlank(code)) {
      effects.consume(code);
      return rest;
    }
    if (code !== null && !isLineEnd(code)) return nok(code);
    effects.exit("containerMarker");
    effects.exit("containerFence");
    return ok(code);
  }
}
