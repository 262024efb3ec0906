import type { Code, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import { codes, isBlank, isLineEnd, nextLine } from "./codes.ts";

/**
 * A comment as a block: `<!--` at the start of a line up to `-->` at the end of one. Of HTML's blocks this is the only one
 * that is read as such, since it alone has no text; within others, Markdown is Markdown. Unlike CommonMark's, it must
 * end, and with it its line, so that no text is lost. Whether it does is looked up in `text`, the whole that is parsed:
 * the parser has no way back from a block that fails after lines.
 */
export function commentSyntax(text: string): Extension {
  const closes = createCommentEnds(text);
  return {
    disable: { null: ["htmlFlow"] },
    flow: {
      [codes.lessThan]: {
        name: "comment",
        concrete: true,
        tokenize(effects, ok, nok) {
          return closes(this.now().offset) === undefined
            ? nok
            : tokenizeComment.call(this, effects, ok, nok);
        },
      },
    },
  };
}

/** Gives for the offset of a `<!--` that of the end of its line-ending `-->`, if it has one. */
export function createCommentEnds(text: string): (start: number) => number | undefined {
  // The next end is looked for once for all starts before it.
  let from = 0;
  let close = text.indexOf("-->");
  return (start) => {
    if (!text.startsWith("<!--", start)) return undefined;
    const least = start + 4;
    if (least < from || (close !== -1 && close < least)) {
      from = least;
      close = text.indexOf("-->", least);
    }
    if (close === -1) return undefined;
    let at = close + 3;
    while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
    return at === text.length || text.charCodeAt(at) === 10 ? close + 3 : undefined;
  };
}

function tokenizeComment(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this;
  let opening = 0;
  let hyphens = 0;
  return function start(code: Code): State | undefined {
    effects.enter("htmlFlow");
    effects.enter("htmlFlowData");
    return open(code);
  };

  function open(code: Code): State | undefined {
    if (opening === 4) return self.interrupt ? ok(code) : inside(code);
    const wanted = [codes.lessThan, codes.exclamation, codes.hyphen, codes.hyphen][opening++];
    if (code !== wanted) return nok(code);
    effects.consume(code);
    return open;
  }
  function inside(code: Code): State | undefined {
    if (code === null) return end(code);
    if (isLineEnd(code)) {
      hyphens = 0;
      effects.exit("htmlFlowData");
      return effects.attempt(nextLine, lineStart, exit)(code);
    }
    effects.consume(code);
    if (code === codes.greaterThan && hyphens >= 2) return after;
    hyphens = code === codes.hyphen ? hyphens + 1 : 0;
    return inside;
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
  /** Also where the quote or item around it ends first; then it was no comment, and html-tree.ts makes it text. */
  function exit(code: Code): State | undefined {
    effects.exit("htmlFlow");
    return ok(code);
  }
}
