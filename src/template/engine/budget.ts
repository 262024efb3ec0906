import type { Place } from "../../diagnostics/index.ts";
import { textLength } from "../../source/index.ts";
import type { Content, Span, Template } from "./template.ts";
import { placeOf } from "./template.ts";
import { isValue } from "./value.ts";

/** Counted, never timed: the same template stops at the same statement on every machine. */
export type Budget = {
  /** Statements and expressions run; long arguments of helpers count for more. */
  readonly steps: number;
  /** Characters of generated Markdown, and of the values printed and made by helpers: a large source may be printed twice. */
  readonly characters: number;
  /** Characters of the template's own words, which have to be parsed; loops repeat them. */
  readonly words: number;
  /** Partials and blocks within each other. */
  readonly depth: number;
};

export const usualBudget: Budget = {
  steps: 1_000_000,
  characters: 50_000_000,
  words: 2_000_000,
  depth: 150,
};

export type Meter = {
  /** Each stops the run, by an exception that `stopped` explains, when the budget is spent. */
  readonly steps: (count: number, template: Template, node: Content | Span) => void;
  readonly characters: (count: number, template: Template, node: Content | Span) => void;
  readonly words: (count: number, template: Template, node: Content | Span) => void;
  readonly within: (template: Template, node: Content | Span, run: () => void) => void;
  /** How large an argument or value is, in characters; remembered for values with markup. */
  readonly size: (candidate: unknown) => number;
  readonly stopped: () => Stop | undefined;
};

export type Stop = { readonly reason: string; readonly place: Place };

export function createMeter(budget: Budget): Meter {
  const sizes = new WeakMap<object, number>();
  let steps = 0;
  let characters = 0;
  let words = 0;
  let depth = 0;
  let stop: Stop | undefined;

  function end(reason: string, template: Template, node: Content | Span): never {
    stop = { reason, place: placeOf(template, node) };
    throw new Error(reason);
  }

  return {
    steps(count, template, node) {
      steps += count;
      if (steps > budget.steps) end(`it took more than ${budget.steps} steps`, template, node);
    },
    characters(count, template, node) {
      characters += count;
      if (characters <= budget.characters) return;
      end(`it wrote more than ${budget.characters} characters`, template, node);
    },
    words(count, template, node) {
      words += count;
      if (words <= budget.words) return;
      end(`it wrote more than ${budget.words} characters of its own`, template, node);
    },
    within(template, node, run) {
      if (depth >= budget.depth) {
        end(`its partials and blocks nest more than ${budget.depth} deep`, template, node);
      }
      depth++;
      run();
      depth--;
    },
    size(candidate) {
      if (typeof candidate === "string") return candidate.length;
      if (Array.isArray(candidate)) return candidate.length * 32;
      if (!isValue(candidate)) return 0;
      if (candidate.kind === "text") return candidate.text.length;
      const known = sizes.get(candidate.nodes);
      if (known !== undefined) return known;
      const size = textLength(candidate.nodes) + candidate.nodes.length;
      sizes.set(candidate.nodes, size);
      return size;
    },
    stopped: () => stop,
  };
}
