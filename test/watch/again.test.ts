import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import type { BuildOptions } from "../../src/build/index.ts";
import { build } from "../../src/build/index.ts";
import { createMemory, createRecorder } from "../../src/cache/index.ts";
import type { MemoryHost } from "../../src/host/index.ts";
import { memoryHost, nodeHost } from "../../src/host/index.ts";
import { fc, runs } from "../support/property.ts";

const program = fileURLToPath(new URL("../..", import.meta.url));
const shipped = nodeHost({ projectFolder: program, programFolder: program, environment: {} });
const brand = readFileSync(new URL("../../templates/brand.yaml", import.meta.url), "utf8");

function world(files: Readonly<Record<string, string>>): MemoryHost {
  const host = memoryHost(files);
  return { ...host, shipped: shipped.shipped, listShipped: shipped.listShipped };
}

const request: BuildOptions = {
  sources: ["a.md"],
  kinds: ["report", "briefing-note"],
  formats: ["pdf", "docx"],
  outFolder: "out",
};

/** Of a process that lives on: it builds again and again. */
function process(files: Readonly<Record<string, string>>): {
  readonly host: MemoryHost;
  readonly run: () => ReturnType<typeof build>;
} {
  const host = world(files);
  const recorder = createRecorder(host);
  const memory = createMemory(recorder);
  return { host, run: () => build({ ...request, recorder, memory }, host) };
}

const pieces = [
  "The harbour was dredged in spring, and the channel is now deep enough for the larger ships that call there.",
  "A note stands here[^one], and another one[^two], in the middle of a sentence that goes on for more than a line of text.",
  "## Depths and tides",
  "## Costs",
  "### Of the lights {#lights}",
  "| Year | Ships | Tonnes |\n|---|--:|--:|\n| 2021 | 12 | 1,250.5 |\n| 2022 | 14 | 980.25 |",
  "Table: Ships by year {#tbl-ships}",
  "- the first item of a list\n- the second, with **strong** words\n  - and one within",
  "1. one\n2. two\n3. three",
  "> A quotation that someone wrote down at the port.",
  "See [the lights](#lights) on page [{page}](#lights), and [](#tbl-ships).",
  "```js\nconst depth = 12; // metres\n```",
  "Pilots : « toujours » à 12 h 30, no. 5, 10 km/h.",
  ":::note\nMind the tide.\n:::",
  "Depth\n: How far down it is",
  "A line with a [link](https://example.org/port) and `code` and the formula $a^2 + b^2$.",
  "<!-- a remark --> Words around <b>bold</b> ones.",
];
const notes = "[^one]: What the first note says.\n\n[^two]: What the second says, at more length.";

type State = {
  readonly blocks: readonly string[];
  readonly notes: boolean;
  readonly colour: string;
};

const sourceOf = ({ blocks, notes: has }: State): string =>
  `---\ntitle: A port\n---\n\n# A port\n\n${[...blocks, ...(has ? [notes] : [])].join("\n\n")}\n`;
const filesOf = (state: State): Readonly<Record<string, string>> => ({
  "a.md": sourceOf(state),
  "templates/brand.yaml": brand.replace(/"[0-9a-fA-F]{6}"/, `"${state.colour}"`),
});

type Edit = (state: State) => State;

const block = fc.constantFrom(...pieces);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(), block).map(
    ([at, text]): Edit =>
      (state) => {
        const index = at % (state.blocks.length + 1);
        return { ...state, blocks: state.blocks.toSpliced(index, 0, text) };
      },
  ),
  fc.nat().map(
    (at): Edit =>
      (state) => {
        const { length } = state.blocks;
        return length < 2 ? state : { ...state, blocks: state.blocks.toSpliced(at % length, 1) };
      },
  ),
  fc.tuple(fc.nat(), fc.constantFrom("quay", "a longer word or two", "ß", "x\ny")).map(
    ([at, word]): Edit =>
      (state) => {
        const index = at % state.blocks.length;
        const changed = (state.blocks[index] ?? "").replace(/ [a-z]+/, () => ` ${word}`);
        return { ...state, blocks: state.blocks.with(index, changed) };
      },
  ),
  fc.constant<Edit>((state) => ({ ...state, notes: !state.notes })),
  fc.constantFrom("102030", "7A1F1F").map(
    (colour): Edit =>
      (state) => ({ ...state, colour }),
  ),
);

test("files of a process that lives on are those of a new one, byte for byte, after any edits", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(block, { minLength: 2, maxLength: 12 }),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      async (blocks, edits) => {
        let state: State = { blocks, notes: true, colour: "102030" };
        const { host, run } = process(filesOf(state));
        await run();
        for (const change of edits) {
          state = change(state);
          for (const [path, text] of Object.entries(filesOf(state)))
            host.write(path, new TextEncoder().encode(text));
          const warm = await run();
          const fresh = world(filesOf(state));
          const cold = await build(request, fresh);
          expect(warm.diagnostics).toEqual(cold.diagnostics);
          for (const [path, bytes] of fresh.written) {
            expect([path, isDeepStrictEqual(host.written.get(path), bytes)]).toEqual([path, true]);
          }
        }
      },
    ),
    { numRuns: runs(12) },
  );
}, 240_000);
