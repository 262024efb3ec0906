/** What `dossier explain` says about a rule. */
export type Explanation = {
  /** Why the rule is there and what happens when it does not hold; plain sentences, one paragraph or two. */
  readonly text: string;
  /** An example that breaks the rule, and the same put right; absent where an example would not help. */
  readonly wrong?: string;
  readonly right?: string;
};
