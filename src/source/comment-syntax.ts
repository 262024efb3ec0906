import type { Code, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import { codes, isBlank, isLineEnd, nextLine } from "./codes.ts";

/**
 * A comment as a block: `<!--` at the start of a line up to `-->` at the end of one. Of HTML's blocks this is the only one
 * that is read as such, since it alone has no text; within others, Markdown is Markdown. Unlike CommonMark's, it must
 * end, and with it its line, so that no text is lost.
 *
 * `lastEnd` is the offset of the last `-->` in the text: behind it no comment is looked for, so that many openings cost
 * no more than their length.
 */
export function commentSyntax(lastEnd: number): Extension {
  return {
    disable: { null: ["htmlFlow"] },
    flow: {
      [codes.lessThan]: {
        name: "comment",
        concrete: true,
        tokenize(effects, ok, nok) {
          return tokenizeComment.call(this, effects, ok, nok, lastEnd);
        },
      },
    },
  };
}

function tokenizeComment(
  this: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State,
  lastEnd: number,
): State {
  const self = this;
  let opening = 0;
  let hyphens = 0;
  return function start(code: Code): State | undefined {
    if (self.now().offset > lastEnd) return nok(code);
    effects.enter("htmlFlow");
    effects.enter("htmlFlowData");
    return open(code);
  };

  function open(code: Code): State | undefined {
    if (opening === 4) return inside(code);
    const wanted = [codes.lessThan, codes.exclamation, codes.hyphen, codes.hyphen][opening++];
    if (code !== wanted) return nok(code);
    effects.consume(code);
    return open;
  }
  function inside(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (isLineEnd(code)) {
      hyphens = 0;
      effects.exit("htmlFlowData");
      return effects.attempt(nextLine, lineStart, nok)(code);
    }
    effects.consume(code);
    if (code === codes.greaterThan && hyphens >= 2) return after;
    hyphens = code === codes.hyphen ? hyphens + 1 : 0;
    return inside;
  }
  function lineStart(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (isLineEnd(code)) return effects.attempt(nextLine, lineStart, nok)(code);
    effects.enter("htmlFlowData");
    return inside(code);
  }
  function after(code: Code): State | undefined {
    if (isBlank(code)) {
      effects.consume(code);
      return after;
    }
    if (code !== null && !isLineEnd(code)) return nok(code);
    effects.exit("htmlFlowData");
    effects.exit("htmlFlow");
    return ok(code);
  }
}
