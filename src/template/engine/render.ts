import type { Diagnostic } from "../../diagnostics/index.ts";
import type { Root } from "../../source/index.ts";
import { parseGenerated } from "../../source/index.ts";
import type { Budget } from "./budget.ts";
import { usualBudget } from "./budget.ts";
import { evaluate } from "./evaluate.ts";
import type { Helper } from "./helper.ts";
import type { Output } from "./output.ts";
import { resolve } from "./resolve.ts";
import type { Template } from "./template.ts";

/** The files of a template as read, and what they may call. What reading them said is not said again. */
export type TemplateParts = {
  readonly main: Template;
  readonly partials: ReadonlyMap<string, Template>;
  readonly helpers: ReadonlyMap<string, Helper>;
};

export type Rendered = {
  readonly tree: Root;
  readonly output: Output;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * The template writes Markdown, Markdown becomes a tree, values take the place of their tokens.
 * @param parse reads the Markdown; the tree is not changed
 */
export function render(
  parts: TemplateParts,
  data: unknown,
  budget: Budget = usualBudget,
  parse: (text: string) => Root = parseGenerated,
): Rendered {
  const { main, partials, helpers } = parts;
  const { output, diagnostics } = evaluate(main, partials, helpers, data, budget);
  const { tree, diagnostics: further } = resolve(parse(output.text), output);
  return { tree, output, diagnostics: [...diagnostics, ...further] };
}
