import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Another implementation of TeX's algorithm, with patterns of its own. */
export async function oracle(language: string): Promise<(word: string) => string> {
  const hyphenopoly = (require("hyphenopoly") as { default: Hyphenopoly }).default;
  const folder = `${require.resolve("hyphenopoly").replace(/[^/]*$/, "")}patterns/`;
  const made = hyphenopoly.config({
    require: [language],
    hyphen: "•",
    minWordLength: 5,
    leftmin: 2,
    rightmin: 3,
    exceptions: {},
    loader: async (file: string) => readFileSync(folder + file),
  });
  const hyphenate = made instanceof Map ? await made.get(language) : await made;
  return hyphenate as (word: string) => string;
}
type Hyphenopoly = { readonly config: (options: object) => unknown };
