import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { build } from "../../src/build/index.ts";
import { openCache } from "../../src/cache/index.ts";
import { nodeHost } from "../../src/host/index.ts";
import { folderWith } from "../cli/support.ts";

const programFolder = fileURLToPath(new URL("../..", import.meta.url));

const card = "templates/card/template.md.hbs";
const note = "templates/note/template.md.hbs";

/** Two kinds of the project's own; only the card calls a shared partial, only the note one of its own. */
const files: Readonly<Record<string, string>> = {
  "data/port.md":
    "---\ntitle: Sample\nlang: en\ncard:\n  motto: Calm\n---\n\n# Sample\n\nText. {#id}\n",
  "dossier.yaml":
    "sources: [data/port.md]\ntargets:\n  - {kind: card, format: docx}\n  - {kind: note, format: docx}\n",
  [card]: "# {{title}}\n\n{{> motto}}\n\n{{#each sections}}\n{{whole}}\n{{/each}}\n",
  [note]:
    '{{#*inline "lead"}}{{label "about"}}{{/inline}}# {{title}}\n\n{{> lead}}\n\n{{> foot}}\n',
  "templates/partials/motto.md.hbs": "Motto\n",
  "templates/note/partials/foot.md.hbs": "Foot\n",
  "templates/note/labels.en.yaml": "about: About\n",
  "templates/note/labels.de.yaml": "about: Zur Sache\n",
};

/** Builds, writes, builds again: what was made, and why. */
async function madeAfter(
  path: string,
  text: string,
  more: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const projectFolder = folderWith({ ...files, ...more });
  const host = nodeHost({ projectFolder, programFolder, environment: {} });
  const run = () =>
    build({ sources: [], cache: openCache(join(projectFolder, ".dossier"), host, "1") }, host);
  const first = await run();
  expect(first.targets.map(({ written, reuse }) => [written, reuse])).toEqual([
    [true, undefined],
    [true, undefined],
  ]);
  host.write(path, new TextEncoder().encode(text));
  const { targets } = await run();
  return targets.flatMap(({ target, reuse, why }) =>
    reuse === "standing" ? [] : [`${target.product}: ${why?.join(", ")}`],
  );
}

test.each([
  ["a template that nobody uses", "templates/poster/template.md.hbs", "# Poster\n"],
  ["a shared partial that nobody calls", "templates/partials/poster.md.hbs", "Poster\n"],
  ["labels in another language", "templates/note/labels.de.yaml", "about: Anderes\n"],
  ["a file of an editor", "templates/note/.template.md.hbs.swp", "x"],
  ["a text beside a template", "templates/note/readme.txt", "x"],
])("%s makes nothing again", async (_, path, text) => {
  expect(await madeAfter(path, text)).toEqual([]);
});

test.each([
  [card, "# {{title}}\n", [`card: "${card}" changed`]],
  [
    "templates/partials/motto.md.hbs",
    "Another\n",
    ['card: "templates/partials/motto.md.hbs" changed'],
  ],
  [
    "templates/card/partials/motto.md.hbs",
    "Its own\n",
    ['card: "templates/card/partials/motto.md.hbs" is new'],
  ],
  [
    "templates/note/partials/foot.md.hbs",
    "Another\n",
    ['note: "templates/note/partials/foot.md.hbs" changed'],
  ],
  [
    "templates/note/labels.en.yaml",
    "about: Of\n",
    ['note: "templates/note/labels.en.yaml" changed'],
  ],
  ["templates/card/theme.yaml", "use: report\n", ['card: "templates/card/theme.yaml" is new']],
])("%s makes what uses it again, and says so", async (path, text, made) => {
  expect((await madeAfter(path, text)).map((line) => line.replace(/, .*/, ""))).toEqual(made);
});

test("a template that a source names before there is one makes its documents again", async () => {
  const named = { "data/port.md": "---\ntitle: Sample\nposter:\n  size: A2\n---\n\n# Sample\n" };
  expect(await madeAfter("templates/poster/template.md.hbs", "# Poster\n", named)).toEqual([
    expect.stringContaining('card: "templates/poster/template.md.hbs" is new'),
    expect.stringContaining('note: "templates/poster/template.md.hbs" is new'),
  ]);
});

test("a partial whose name is computed may be any", async () => {
  const computed = {
    [card]: '# {{title}}\n\n{{#if title}}{{else}}{{> (lookup this "motto")}}{{/if}}\n',
  };
  expect(await madeAfter("templates/partials/poster.md.hbs", "Poster\n", computed)).toEqual([
    'card: the files in "templates/partials" changed',
  ]);
});

test.each([
  ["typography: full", 'it: "typography" in dossier.yaml changed'],
  ["as-of: 2026-01-02", "it: the date for today changed"],
  ["out-dir: elsewhere", "it: it was not built here before"],
  ["# nothing but a remark", "it: "],
  ["rules: {}", "it: "],
])("dossier.yaml with %s", async (line, why) => {
  const settings = `${files["dossier.yaml"]}${line}\n`;
  const made = await madeAfter("dossier.yaml", settings);
  const expected = why === "it: " ? [] : ["card", "note"].map((kind) => why.replace("it", kind));
  expect(made).toEqual(expected);
});
