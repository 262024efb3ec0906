import type { RawPoint } from "./handlebars-parser.ts";

/**
 * How deep blocks and subexpressions nest at most, `else if` chains included. Counted while the parser reads its tokens:
 * its time grows with the square of the nesting (4,000 subexpressions within each other, 16 kB, take seconds), and what
 * walks the tree afterwards could exhaust the stack.
 */
export const deepest = 100;

type OpenBlock = {
  readonly at: RawPoint;
  /** Blocks that its one closing tag closes: one, and one for each `else if`. */
  links: number;
};

export type Nesting = {
  /** Takes a token of Handlebars' grammar; `false` once the nesting is too deep. */
  readonly enter: (token: string, at: RawPoint) => boolean;
  /** The innermost block that is still open. */
  readonly open: () => OpenBlock | undefined;
};

export function createNesting(): Nesting {
  const open: OpenBlock[] = [];
  let blocks = 0;
  let parentheses = 0;
  return {
    enter(token, at) {
      switch (token) {
        case "OPEN_BLOCK":
        case "OPEN_INVERSE":
        case "OPEN_PARTIAL_BLOCK":
        case "OPEN_RAW_BLOCK":
          open.push({ at, links: 1 });
          blocks++;
          break;
        case "OPEN_INVERSE_CHAIN": {
          const last = open.at(-1);
          if (last !== undefined) last.links++;
          blocks++;
          break;
        }
        case "OPEN_ENDBLOCK":
        case "END_RAW_BLOCK":
          blocks -= open.pop()?.links ?? 0;
          break;
        case "OPEN_SEXPR":
          parentheses++;
          break;
        case "CLOSE_SEXPR":
          parentheses--;
          break;
        default:
          break;
      }
      return blocks + parentheses <= deepest;
    },
    open: () => open.at(-1),
  };
}
