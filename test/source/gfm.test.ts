import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { outline, read, told } from "./support.ts";

const folder = new URL("../fixtures/gfm/", import.meta.url);
const stories = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.slice(0, -3));

test.each(stories)("GitHub's %s are read as in the outline beside them", async (story) => {
  const { tree, diagnostics } = read(readFileSync(new URL(`${story}.md`, folder), "utf8"));
  const said = told(diagnostics).map((line) => `! ${line}\n`);
  await expect(outline(tree) + said.join("")).toMatchFileSnapshot(
    `../fixtures/gfm/${story}.outline`,
  );
});
