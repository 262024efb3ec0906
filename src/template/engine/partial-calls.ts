import type { Program, Statement, Template } from "./template.ts";

/** What a template says of partials, found without running it. */
export type PartialCalls = {
  /** Names that it calls, those of inline partials among them. */
  readonly called: ReadonlySet<string>;
  /** Inline partials that it defines. */
  readonly defined: ReadonlySet<string>;
  /** Whether a name is known only when it runs. */
  readonly computed: boolean;
};

export function partialCalls({ program }: Template): PartialCalls {
  const called = new Set<string>();
  const defined = new Set<string>();
  let computed = false;
  const waiting: (Program | undefined)[] = [program];
  const look = (statement: Statement): void => {
    if (statement.kind === "block") waiting.push(statement.body, statement.otherwise);
    if (statement.kind === "inline-partial") {
      defined.add(statement.name);
      waiting.push(statement.body);
    }
    if (statement.kind !== "partial") return;
    waiting.push(statement.block);
    if (typeof statement.name !== "string") computed = true;
    else if (!statement.name.startsWith("@")) called.add(statement.name);
  };
  while (waiting.length > 0) for (const statement of waiting.pop()?.body ?? []) look(statement);
  return { called, defined, computed };
}
