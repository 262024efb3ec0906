import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { programVersion } from "../../src/document/index.ts";

test("the program says the version that its package has", () => {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  expect(text).toContain(`"version": "${programVersion}"`);
});
