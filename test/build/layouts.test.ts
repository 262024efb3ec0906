import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { build } from "../../src/build/index.ts";
import type { Host } from "../../src/host/index.ts";
import { memoryHost, nodeHost } from "../../src/host/index.ts";

const programFolder = fileURLToPath(new URL("../..", import.meta.url));
const program = nodeHost({ projectFolder: programFolder, programFolder, environment: {} });

/** Bytes of the files of a report, by format. */
async function report(
  text: string,
  formats: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const memory = memoryHost({ "a.md": text });
  const host: Host = { ...memory, shipped: program.shipped, listShipped: program.listShipped };
  const made = new Map<string, Uint8Array>();
  await build(
    {
      sources: ["a.md"],
      kinds: ["report"],
      formats,
      onTarget: ({ target, bytes }) => {
        if (bytes !== undefined) made.set(target.format, bytes);
      },
    },
    host,
  );
  return made;
}

const pages = "The harbour was dredged and marked anew. ".repeat(400);

test.each([
  ["the same text in both formats", `# Harbours\n\n## One\n\n${pages}\n\n## Two\n\nDone.\n`],
  [
    "pages that only Word has",
    `# Harbours\n\n## One\n\n:::only{format=docx}\n${pages}\n:::\n\n## Two\n\nDone.\n`,
  ],
])("%s: files made together are those made alone", async (_, text) => {
  const together = await report(text, ["pdf", "docx"]);
  expect([...together.keys()]).toEqual(["pdf", "docx"]);
  for (const [format, bytes] of together) {
    const alone = (await report(text, [format])).get(format);
    expect(alone?.length).toBe(bytes.length);
    expect(alone?.every((byte, index) => byte === bytes[index])).toBe(true);
  }
});
