import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build, nodeHost } from "../../src/index.ts";

async function told(markdown: string) {
  const projectFolder = mkdtempSync(join(tmpdir(), "missing-"));
  mkdirSync(join(projectFolder, "pictures"));
  writeFileSync(join(projectFolder, "pictures", "Harbour.PNG"), "");
  writeFileSync(join(projectFolder, "a.md"), `# T\n\n${markdown}\n`);
  const host = nodeHost({ projectFolder, programFolder: ".", environment: {} });
  const request = { sources: ["a.md"], kinds: ["report"], formats: ["docx"] } as const;
  return (await build(request, host)).diagnostics;
}

test("a missing picture is told with those beside it that are called alike", async () => {
  const [first] = await told("![Boats](pictures/harbour.png)");
  expect(first).toMatchObject({
    rule: "image-exists",
    message: 'There is no image "pictures/harbour.png".',
    hints: [
      'Did you mean "pictures/Harbour.PNG"?',
      expect.stringContaining("folder of the source"),
    ],
  });
});

test.each([".", "./", "pictures/.."])(
  "%s is told as a folder and as nothing else",
  async (path) => {
    const diagnostics = await told(`![Boats](${path})`);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "An image names a folder, and not a file in it.",
    ]);
  },
);
