import type { Command } from "commander";
import { explain, ruleList, similarRules } from "../diagnostics/index.ts";

import type { World } from "./world.ts";
import { usageExit } from "./world.ts";

export function addExplain(program: Command, world: World): void {
  program
    .command("explain")
    .summary("what a rule means")
    .description(
      "Explains a rule: why it holds, and how to mend what breaks it. Without RULE it lists them all, each with its first sentence.",
    )
    .argument("[RULE]", "the name in square brackets behind a fault")
    .action((rule: string | undefined) => {
      if (rule === undefined) return world.out(ruleList());
      const text = explain(rule);
      if (text !== undefined) return world.out(text);
      const near = similarRules(rule);
      world.error(
        `There is no rule "${rule}".${near.length > 0 ? ` Did you mean "${near.join('", "')}"?` : ""}\n`,
      );
      world.exit(usageExit);
    });
}
