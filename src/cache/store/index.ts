// The store of copies: npm's cacache. A part of its own, since a run that finds everything standing does not need it.
import cacache from "cacache";

/** What is used of it. */
export type Store = Pick<typeof cacache, "get" | "put" | "rm" | "ls" | "verify">;

export const store: Store = cacache;
