import type { Explanation } from "./explanation.ts";
import { batchRules } from "./rules/batch.ts";
import { blockRules } from "./rules/blocks.ts";
import { buildRules } from "./rules/build.ts";
import { documentRules } from "./rules/document.ts";
import { layoutRules } from "./rules/layout.ts";
import { modelRules } from "./rules/model.ts";
import { sourceRules } from "./rules/source.ts";
import { templateEngineRules } from "./rules/template-engine.ts";
import { textRules } from "./rules/text.ts";
import { wordAccessibilityRules } from "./rules/word-accessibility.ts";
import { wordFileRules } from "./rules/word-files.ts";
import { similarNames } from "./similar-names.ts";

/** Made when someone asks. Each part of the program has its table in rules/. */
function allExplanations(): Readonly<Record<string, Explanation>> {
  const plain = {
    ...batchRules,
    ...blockRules,
    ...buildRules,
    ...documentRules,
    ...layoutRules,
    ...modelRules,
    ...templateEngineRules,
    ...textRules,
    ...wordAccessibilityRules,
    ...wordFileRules,
  };
  const explained = Object.entries(plain).map(([rule, text]) => [rule, { text }]);
  return { ...Object.fromEntries(explained), ...sourceRules };
}

/** What `dossier explain RULE` prints; undefined when there is no such rule. */
export function explain(rule: string): string | undefined {
  const all = allExplanations();
  const explanation = Object.hasOwn(all, rule) ? all[rule] : undefined;
  if (explanation === undefined) return undefined;
  const { text, wrong, right } = explanation;
  const parts = [rule, text];
  if (wrong !== undefined) parts.push(`Not so:\n\n${indented(wrong)}`);
  if (right !== undefined) parts.push(`But so:\n\n${indented(right)}`);
  return `${parts.join("\n\n")}\n`;
}

/** All rules that can be explained, by code unit. */
export function explainedRules(): readonly string[] {
  return Object.keys(allExplanations()).sort();
}

/** All rules with the first sentence of what is said of each, which is what holds. */
export function ruleList(): string {
  const rules = Object.entries(allExplanations()).sort(([a], [b]) => (a < b ? -1 : 1));
  const longest = Math.max(...rules.map(([rule]) => rule.length));
  return rules
    .map(([rule, { text }]) => `${rule.padEnd(longest)}  ${firstSentence(text)}\n`)
    .join("");
}

/** Up to the first stop that a new sentence follows. */
function firstSentence(text: string): string {
  return /^[\s\S]*?[.?!]["”]?(?=\s+["“`A-Z]|$)/.exec(text)?.[0] ?? text;
}

/** Rules whose names are close to a mistyped one, nearest first. */
export function similarRules(rule: string): readonly string[] {
  return similarNames(rule, explainedRules());
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "    ");
}
