import type { Diagnostic } from "../../../src/diagnostics/index.ts";
import type { RootContent } from "../../../src/source/index.ts";
import { parseSource } from "../../../src/source/index.ts";
import type {
  BlocksValue,
  Budget,
  InlineValue,
  Rendered,
  TemplateParts,
} from "../../../src/template/engine/index.ts";
import {
  blocksValue,
  inlineValue,
  parseTemplate,
  render,
  standardHelpers,
} from "../../../src/template/engine/index.ts";

export type Folder = TemplateParts & { readonly diagnostics: readonly Diagnostic[] };

/** A template folder in memory: the main file and its partials by name. */
export function readFolder(main: string, partials: Readonly<Record<string, string>> = {}): Folder {
  const helpers = standardHelpers();
  const read = parseTemplate("template.md.hbs", main, helpers.keys());
  const others = Object.entries(partials).map(
    ([name, text]) => [name, parseTemplate(`${name}.md.hbs`, text, helpers.keys())] as const,
  );
  return {
    main: read.value,
    partials: new Map(others.map(([name, { value }]) => [name, value])),
    helpers,
    diagnostics: [...read.diagnostics, ...others.flatMap(([, { diagnostics }]) => diagnostics)],
  };
}

/** Read and run in one step, with everything that was said. */
export function rendered(
  template: string,
  data: unknown,
  partials: Readonly<Record<string, string>> = {},
  budget?: Budget,
): Rendered {
  const folder = readFolder(template, partials);
  const { tree, output, diagnostics } = render(folder, data, budget);
  return { tree, output, diagnostics: [...folder.diagnostics, ...diagnostics] };
}

export function rules({ diagnostics }: Pick<Rendered, "diagnostics">): readonly string[] {
  return diagnostics.map(({ rule }) => rule);
}

export const sourcePlace = { file: "source.md", line: 7, column: 3 };

export function nodesOf(markdown: string): RootContent[] {
  return parseSource("source.md", new TextEncoder().encode(markdown)).value.tree.children;
}

export function blocks(markdown: string): BlocksValue {
  return blocksValue(nodesOf(markdown), sourcePlace);
}

export function inline(markdown: string): InlineValue {
  const [paragraph] = nodesOf(markdown);
  if (paragraph?.type !== "paragraph") throw new Error(`No paragraph: ${markdown}`);
  return inlineValue(paragraph.children, sourcePlace);
}

/** `file:line:column rule message hints`, one string a diagnostic. */
export function said({ diagnostics }: Pick<Rendered, "diagnostics">): readonly string[] {
  return diagnostics.map(({ rule, message, place, hints }) =>
    [`${place?.file}:${place?.line}:${place?.column}`, rule, message, ...hints].join(" "),
  );
}
